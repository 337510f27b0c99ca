import type { FastifyInstance } from 'fastify';
import { unprocessable } from '../apiError';
import { listAnswer } from '../query/page';
import { timestamp, type Service } from '../service';
import type { Environment, Locale } from '../state';
import { newUid } from '../uids';
import { partOf } from './body';

/** Environments (by name), locales (by code), the stack itself, its people and roles. */
export function stackRoutes(app: FastifyInstance, service: Service): void {
	environmentRoutes(app, service);
	localeRoutes(app, service);
	const { stack } = service;

	app.get('/stacks', ({ call }) => ({
		stack: {
			uid: stack.uid,
			name: stack.name,
			api_key: stack.apiKey,
			org_uid: stack.orgUid,
			master_locale: stack.masterLocale,
			created_at: stack.createdAt,
			updated_at: stack.createdAt,
			...(call.query.flag('include_collaborators') && { collaborators: stack.users }),
		},
	}));
	app.get('/stacks/settings', () => ({
		stack_settings: { stack_variables: {}, discrete_variables: {} },
	}));
	app.get('/stacks/users', () => ({ users: stack.users }));
	app.get('/roles', ({ call }) => listAnswer('roles', stack.roles, call.query));
	app.get<{ Params: { uid: string } }>('/roles/:uid', ({ params }) => ({
		role: present(stack.roles.find(({ uid }) => uid === params.uid)),
	}));
}

function environmentRoutes(app: FastifyInstance, service: Service): void {
	const { stack } = service;
	const named = (name: string): Environment =>
		present(stack.environments.find((one) => one.name === name));
	const checkName = (name: unknown, own?: string): string => {
		const isTaken = stack.environments.some((one) => one.name === name && one.uid !== own);
		if (typeof name === 'string' && name !== '' && !isTaken) return name;
		throw unprocessable(141, 'Environment creation failed. Please try again.', {
			name: [isTaken ? 'is not unique.' : 'is a required field.'],
		});
	};

	app.get('/environments', ({ call }) =>
		listAnswer('environments', [...stack.environments] as never[], call.query),
	);
	app.get<ByName>('/environments/:name', ({ params }) => ({ environment: named(params.name) }));
	app.post('/environments', (request, reply) => {
		const sent = partOf(request, 'environment');
		const now = timestamp(service);
		const environment: Environment = {
			uid: newUid(),
			name: checkName(sent.name),
			urls: (sent.urls as Environment['urls'] | undefined) ?? [],
			created_at: now,
			updated_at: now,
		};
		stack.environments.push(environment);
		return reply.code(201).send({ notice: 'Environment created successfully.', environment });
	});
	app.put<ByName>('/environments/:name', (request) => {
		const environment = named(request.params.name);
		const sent = partOf(request, 'environment');
		Object.assign(environment, {
			name: checkName(sent.name ?? environment.name, environment.uid),
			urls: sent.urls ?? environment.urls,
			updated_at: timestamp(service),
		});
		return { notice: 'Environment updated successfully.', environment };
	});
	app.delete<ByName>('/environments/:name', ({ params }) => {
		stack.environments.splice(stack.environments.indexOf(named(params.name)), 1);
		return { notice: 'Environment deleted successfully.' };
	});
}

function localeRoutes(app: FastifyInstance, { stack }: Service): void {
	const coded = (code: string): Locale => present(stack.locales.find((one) => one.code === code));

	app.get('/locales', ({ call }) =>
		listAnswer('locales', [...stack.locales] as never[], call.query),
	);
	app.get<{ Params: { code: string } }>('/locales/:code', ({ params }) => ({
		locale: coded(params.code),
	}));
	app.post('/locales', (request, reply) => {
		const {
			code,
			name,
			fallback_locale: fallback,
		} = partOf(request, 'locale') as Record<string, string>;
		if (stack.locales.some((one) => one.code === code))
			throw unprocessable(247, 'Language creation failed. Please try again.', {
				code: ['already exists.'],
			});
		if (!code)
			throw unprocessable(247, 'Language creation failed. Please try again.', {
				code: ['is a required field.'],
			});
		const locale: Locale = {
			uid: newUid(),
			code,
			name: name ?? code,
			fallback_locale: fallback ?? stack.masterLocale,
		};
		stack.locales.push(locale);
		return reply.code(201).send({ notice: 'Language added successfully.', locale });
	});
	app.put<{ Params: { code: string } }>('/locales/:code', (request) => {
		const locale = coded(request.params.code);
		const { name, fallback_locale: fallback } = partOf(request, 'locale') as Partial<Locale>;
		Object.assign(locale, {
			name: name ?? locale.name,
			fallback_locale: fallback ?? locale.fallback_locale,
		});
		return { notice: 'Language updated successfully.', locale };
	});
	app.delete<{ Params: { code: string } }>('/locales/:code', ({ params }) => {
		const locale = coded(params.code);
		if (locale.code === stack.masterLocale)
			throw unprocessable(248, 'The master language cannot be deleted.', {
				code: ['is the master language.'],
			});
		stack.locales.splice(stack.locales.indexOf(locale), 1);
		return { notice: 'Language removed successfully.' };
	});
}

interface ByName {
	Params: { name: string };
}

function present<T>(thing: T | undefined): T {
	if (thing !== undefined) return thing;
	throw unprocessable(141, "The requested object doesn't exist.", { uid: ['is not valid.'] });
}

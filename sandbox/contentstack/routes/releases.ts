import type { FastifyInstance, FastifyRequest } from 'fastify';
import { unprocessable } from '../apiError';
import { assetOrRefuse } from '../assets/find';
import { contentTypeOf } from '../entries/lookup';
import { entryOrRefuse } from '../entries/save';
import { listAnswer } from '../query/page';
import { asArray, isRecord, strings } from '../records';
import { timestamp, type Service } from '../service';
import type { Branch, Fields, Stack } from '../state';
import { newUid } from '../uids';
import { bodyOf, partOf } from './body';
import { orderOf } from './publish';

interface ByUid {
	Params: { uid: string };
}

type Release = NonNullable<ReturnType<Stack['releases']['get']>>;

const MAX_ADDED = 25;
/** Releases name assets by the uid of the old upload class. */
const ASSET_TYPE = 'built_io_upload';

/** Releases: sets of items that go live together. */
export function releaseRoutes(app: FastifyInstance, service: Service): void {
	const { releases } = service.stack;
	const make = (request: FastifyRequest, sent: Fields, items: Fields[]): Release => {
		if (typeof sent.name !== 'string' || sent.name === '')
			throw invalid('name', 'is a required field.');
		const now = timestamp(service);
		const user = request.call.caller.user;
		const release: Release = {
			description: '',
			locked: false,
			archived: false,
			...sent,
			uid: newUid(),
			items,
			created_at: now,
			updated_at: now,
			created_by: user,
			updated_by: user,
		};
		releases.set(release.uid, release);
		return release;
	};

	app.get('/releases', ({ call }) =>
		listAnswer('releases', [...releases.values()].map(view), call.query),
	);
	app.get<ByUid>('/releases/:uid', ({ params }) => ({
		release: view(present(service, params.uid)),
	}));
	app.post('/releases', (request, reply) => {
		const release = make(request, partOf(request, 'release'), []);
		return reply
			.code(201)
			.send({ notice: 'Release created successfully.', release: view(release) });
	});
	app.put<ByUid>('/releases/:uid', (request) => {
		const release = present(service, request.params.uid);
		const { uid, items } = release;
		Object.assign(release, partOf(request, 'release'), {
			uid,
			items,
			updated_at: timestamp(service),
		});
		return { notice: 'Release updated successfully.', release: view(release) };
	});
	app.delete<ByUid>('/releases/:uid', ({ params }) => {
		releases.delete(present(service, params.uid).uid);
		return { notice: 'Release deleted successfully.' };
	});
	app.post<ByUid>('/releases/:uid/clone', (request, reply) => {
		const { items } = present(service, request.params.uid);
		const release = make(request, partOf(request, 'release'), structuredClone(items));
		return reply.code(201).send({ notice: 'Release cloned successfully.', release: view(release) });
	});

	itemRoutes(app, service);

	app.post<ByUid>('/releases/:uid/deploy', (request) => {
		deploy(service, request, present(service, request.params.uid));
		return { notice: 'Release sent successfully for deployment.' };
	});
}

function itemRoutes(app: FastifyInstance, service: Service): void {
	app.get<ByUid>('/releases/:uid/items', ({ call, params }) =>
		listAnswer('items', present(service, params.uid).items, call.query),
	);
	for (const path of ['item', 'items'] as const) {
		app.post<ByUid>(`/releases/:uid/${path}`, (request) => {
			const release = present(service, request.params.uid);
			const added = itemsIn(bodyOf(request), path);
			if (added.length > MAX_ADDED) throw invalid('items', `are more than ${MAX_ADDED}.`);
			release.items = [
				...release.items.filter((item) => !added.some((one) => isSame(one, item))),
				...added,
			];
			return { notice: 'The items are added to release successfully.', release: view(release) };
		});
		app.delete<ByUid>(`/releases/:uid/${path}`, (request) => {
			const release = present(service, request.params.uid);
			const removed = itemsIn(bodyOf(request), 'items');
			release.items = release.items.filter((item) => !removed.some((one) => isSame(one, item)));
			return { notice: 'The items are removed from release successfully.', release: view(release) };
		});
	}
	app.put<ByUid>('/releases/:uid/update_items', (request) => {
		const release = present(service, request.params.uid);
		release.items = release.items.map((item) => ({
			...item,
			version: newest(request.call.branch, item),
		}));
		return { notice: 'The items are updated successfully.', release: view(release) };
	});
}

/** Publishes every item in its locale, or in the locales that the call names, and tells of the release afterwards. */
function deploy(service: Service, { call, body }: FastifyRequest, release: Release): void {
	const { branch } = call;
	const sent = partOf({ body } as FastifyRequest, 'release');
	const action = sent.action === 'unpublish' ? 'unpublish' : 'publish';
	const source = { type: 'release', title: release.name, uid: release.uid };
	const scheduled = sent.scheduledAt === undefined ? {} : { scheduled_at: sent.scheduledAt };
	let environments: Fields[] = [];
	for (const item of release.items) {
		const locales = strings(sent.locales).length > 0 ? sent.locales : [item.locale];
		const target = { environments: sent.environments, locales };
		const order = { ...orderOf(service, call, action, target, scheduled), source, bulk: true };
		environments = order.environments.map(({ uid, name, urls }) => ({ uid, name, urls }));
		const version = typeof item.version === 'number' ? item.version : undefined;
		if (item.content_type_uid === ASSET_TYPE) {
			service.publisher.asset(order, assetOrRefuse(service, branch, String(item.uid)), version);
		} else {
			const type = contentTypeOf(branch, String(item.content_type_uid));
			const entry = entryOrRefuse(service, branch, type, String(item.uid));
			service.publisher.entry(
				order,
				entry,
				String(item.locale ?? service.stack.masterLocale),
				version,
			);
		}
	}
	service.simulator.clock.after(service.stack.behaviour.publishDelayMs + 1, () => {
		for (const environment of environments) {
			const base = `releases.environments.${String(environment.uid)}.deploy`;
			service.events.happened(
				'release',
				'deploy',
				[
					'releases.environments.deploy',
					base,
					`${base}.success`,
					`releases.${release.uid}.environments.deploy`,
				],
				branch,
				{
					release: { uid: release.uid, name: release.name, items: release.items, status: [] },
					environment,
					action,
					status: 'success',
				},
			);
		}
	});
}

function newest(branch: Branch, item: Fields): unknown {
	const uid = String(item.uid);
	if (item.content_type_uid === ASSET_TYPE)
		return branch.assets.get(uid)?.versions.at(-1)?.number ?? item.version;
	const localized = branch.entries.get(uid)?.localized.get(String(item.locale));
	return localized?.versions.at(-1)?.number ?? item.version;
}

function itemsIn(body: Fields, key: 'item' | 'items'): Fields[] {
	return asArray(body[key] ?? body.items ?? body.item).filter(isRecord);
}

function isSame(a: Fields, b: Fields): boolean {
	return a.uid === b.uid && a.locale === b.locale;
}

function view({ items, ...release }: Release): Fields {
	return { ...release, items, items_count: items.length };
}

function present({ stack }: Service, uid: string): Release {
	const release = stack.releases.get(uid);
	if (!release) throw invalid('uid', 'is not valid.');
	return release;
}

function invalid(key: string, message: string) {
	return unprocessable(141, 'Please try again with valid parameters.', { [key]: [message] });
}

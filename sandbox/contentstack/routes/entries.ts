import type { FastifyInstance, FastifyRequest } from 'fastify';
import { badParameters, contentTypeNotFound, unprocessable } from '../apiError';
import { contentLocale, fallbackChain, latest } from '../entries/content';
import { referencesTo } from '../entries/references';
import { createEntry, deleteEntry, entryOrRefuse, updateEntry } from '../entries/save';
import { moveToStage } from '../entries/stages';
import { entryView, filterContext, latestView, type ViewOptions } from '../entries/view';
import { listAnswer } from '../query/page';
import { project } from '../query/project';
import type { QueryString } from '../query/queryString';
import { isRecord, strings } from '../records';
import { notFound, type Service } from '../service';
import type { Branch, ContentType, Entry, Fields } from '../state';
import { bodyOf, partOf } from './body';
import { included } from '../entries/include';

const ENTRIES = '/content_types/:contentType/entries';
const ENTRY = `${ENTRIES}/:uid`;

interface EntryParams {
	Params: { contentType: string; uid: string };
}

/** Entries of the Management API: read, save, delete, localize, look at versions and references, move through the workflow. */
export function entryRoutes(app: FastifyInstance, service: Service): void {
	app.get<{ Params: { contentType: string } }>(ENTRIES, (request) =>
		list(service, request, request.params.contentType),
	);

	app.post<{ Params: { contentType: string } }>(ENTRIES, (request, reply) => {
		const { branch, caller, query } = request.call;
		const type = contentTypeOf(branch, request.params.contentType);
		const sent = partOf(request, 'entry');
		const saved = createEntry(service, branch, type, localeOf(service, query), sent, caller.user);
		const entry = entryView(service, branch, saved.entry, saved.locale, saved.version, {
			branch: query.flag('include_branch'),
		});
		return reply.code(201).send({ notice: saved.notice, entry });
	});

	app.get<EntryParams>(ENTRY, (request) => read(service, request, find(service, request)));

	app.put<EntryParams>(ENTRY, (request) => {
		const { branch, caller, query } = request.call;
		const entry = find(service, request);
		const saved = updateEntry(
			service,
			branch,
			entry,
			localeOf(service, query),
			partOf(request, 'entry'),
			caller.user,
		);
		return {
			notice: saved.notice,
			entry: entryView(service, branch, entry, saved.locale, saved.version, {
				branch: query.flag('include_branch'),
			}),
		};
	});

	app.delete<EntryParams>(ENTRY, (request) => {
		const { branch, query } = request.call;
		const { entry: part } = bodyOf(request);
		const named = isRecord(part) ? strings(part.locales) : [];
		const locales = [...named, ...query.all('locale')];
		const isWhole = query.flag('delete_all_localized') || locales.length === 0;
		deleteEntry(service, branch, find(service, request), isWhole ? undefined : locales);
		return { notice: 'Entry deleted successfully.' };
	});

	app.get<EntryParams>(`${ENTRY}/versions`, (request) => {
		const entry = find(service, request);
		const locale = contentLocale(service.stack, entry, localeOf(service, request.call.query));
		const versions = (entry.localized.get(locale ?? '')?.versions ?? [])
			.toReversed()
			.map((version) => ({
				_version: version.number,
				locale,
				...(version.name !== undefined && { _version_name: version.name }),
				updated_at: version.updatedAt,
				updated_by: version.updatedBy,
			}));
		return listAnswer('versions', versions, request.call.query);
	});

	app.post<{ Params: EntryParams['Params'] & { number: string } }>(
		`${ENTRY}/versions/:number/name`,
		(request) => {
			const { _version_name: name } = partOf(request, 'entry');
			versionOf(service, request, Number(request.params.number)).name = String(name);
			return { notice: 'Version name assigned successfully.' };
		},
	);

	app.delete<{ Params: EntryParams['Params'] & { number: string } }>(
		`${ENTRY}/versions/:number/name`,
		(request) => {
			delete versionOf(service, request, Number(request.params.number)).name;
			return { notice: 'Version name deleted successfully.' };
		},
	);

	app.get<EntryParams>(`${ENTRY}/locales`, (request) => {
		const entry = find(service, request);
		return {
			locales: service.stack.locales.map(({ code }) => ({
				code,
				...(code !== service.stack.masterLocale &&
					entry.localized.has(code) && { localized: true }),
			})),
		};
	});

	app.post<EntryParams>(`${ENTRY}/unlocalize`, (request) => {
		const entry = find(service, request);
		const locale = localeOf(service, request.call.query);
		if (locale === service.stack.masterLocale || !entry.localized.has(locale))
			throw unprocessable(141, 'The entry is not localized in this language.', {
				locale: ['is not valid.'],
			});
		entry.localized.delete(locale);
		return { notice: 'Entry unlocalized successfully.' };
	});

	app.get<EntryParams>(`${ENTRY}/references`, (request) => {
		const { branch, query } = request.call;
		const entry = find(service, request);
		const references = referencesTo(branch, entry.uid, query.flag('include_publish_details'));
		return listAnswer('references', references, query);
	});

	app.post<EntryParams>(`${ENTRY}/workflow`, (request) => {
		const { branch, caller, query } = request.call;
		const entry = find(service, request);
		const { workflow_stage: stage, publishing_rule: rule } = partOf(request, 'workflow');
		if (isRecord(rule)) {
			if (caller.kind === 'management')
				throw unprocessable(141, 'Publish requests need a user.', {
					authorization: ['is not a user.'],
				});
			return { notice: 'Publish request sent successfully.' };
		}
		if (!isRecord(stage))
			throw unprocessable(141, 'Please try again with valid parameters.', {
				workflow_stage: ['is required.'],
			});
		moveToStage(service, branch, entry, localeOf(service, query), stage, caller);
		return { notice: 'Workflow stage updated successfully.' };
	});
}

/** The content type of this uid on a branch, or the answer for an unknown one. */
export function contentTypeOf(branch: Branch, uid: string): ContentType {
	const type = branch.contentTypes.get(uid);
	if (!type) throw contentTypeNotFound(uid);
	return type;
}

/** The locale that a call names, or the master. One that the stack does not have is answered with 422/141. */
export function localeOf({ stack }: Service, query: QueryString): string {
	const code = query.one('locale') ?? stack.masterLocale;
	if (stack.locales.some((locale) => locale.code === code)) return code;
	throw unprocessable(141, 'Language was not found. Please try again.', {
		locale: ['is not valid.'],
	});
}

export function find(service: Service, { call, params }: FastifyRequest<EntryParams>): Entry {
	return entryOrRefuse(
		service,
		call.branch,
		contentTypeOf(call.branch, params.contentType),
		params.uid,
	);
}

function versionOf(service: Service, request: FastifyRequest<EntryParams>, number: number) {
	const entry = find(service, request);
	const localized = entry.localized.get(localeOf(service, request.call.query));
	const version = localized?.versions.find((candidate) => candidate.number === number);
	if (!version) throw notFound(service);
	return version;
}

function optionsOf(query: QueryString): ViewOptions {
	return {
		workflow: query.flag('include_workflow'),
		publishDetails: query.flag('include_publish_details'),
		branch: query.flag('include_branch'),
	};
}

function list(service: Service, { call }: FastifyRequest, contentType: string): Fields {
	const { branch, query } = call;
	const type = contentTypeOf(branch, contentType);
	const locale = localeOf(service, query);
	const lag = service.simulator.faults.indexLagMs;
	const until =
		lag > 0 ? new Date(service.simulator.clock.now().getTime() - lag).toISOString() : undefined;
	// A filter may ask for the stage, so it is there while filtering and leaves afterwards.
	const options = { ...optionsOf(query), workflow: true };
	const views = [...branch.entries.values()]
		.filter((entry) => entry.contentType === type.uid)
		.flatMap((entry) => {
			const code = contentLocale(service.stack, entry, locale);
			const version =
				code === undefined ? undefined : latest(entry.localized.get(code) as never, until);
			return version && code !== undefined
				? [entryView(service, branch, entry, code, version, options)]
				: [];
		})
		.toReversed();
	const answer = listAnswer('entries', views, query, filterContext(service, branch));
	if (!Array.isArray(answer.entries)) return answer;
	return {
		...answer,
		entries: (answer.entries as Fields[]).map((view) =>
			finished(service, branch, type, view, query),
		),
		...extras(type, query),
	};
}

function read(service: Service, { call }: FastifyRequest, entry: Entry): Fields {
	const { branch, query } = call;
	const type = contentTypeOf(branch, entry.contentType);
	const locale = localeOf(service, query);
	const number = query.one('version');
	let view = latestView(service, branch, entry, locale, { ...optionsOf(query), workflow: true });
	if (number !== undefined) {
		const code = fallbackChain(service.stack, locale).find((candidate) =>
			entry.localized.has(candidate),
		);
		const version = entry.localized
			.get(code ?? '')
			?.versions.find((candidate) => candidate.number === Number(number));
		if (!version || code === undefined)
			throw badParameters({ version: ['is not valid.'] }, 'entry');
		view = entryView(service, branch, entry, code, version, {
			...optionsOf(query),
			workflow: true,
		});
	}
	if (!view) throw notFound(service);
	return { entry: finished(service, branch, type, view, query), ...extras(type, query) };
}

function finished(
	service: Service,
	branch: Branch,
	type: ContentType,
	view: Fields,
	query: QueryString,
): Fields {
	const { _workflow: stage, ...rest } = view;
	const shown = query.flag('include_workflow') && stage !== undefined ? view : rest;
	const full = included(
		branch.globalFields,
		type,
		shown,
		query.all('include'),
		(uid) => {
			const referenced = branch.entries.get(uid);
			return referenced && latestView(service, branch, referenced, localeOf(service, query));
		},
		(uid) => branch.contentTypes.get(uid),
	);
	return project(full, query);
}

function extras(type: ContentType, query: QueryString): Fields {
	return {
		...(query.flag('include_content_type') && { content_type: type }),
		...(query.flag('include_schema') && { schema: type.schema }),
	};
}

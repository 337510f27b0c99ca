import type { FastifyInstance, FastifyRequest } from 'fastify';
import { unprocessable } from '../apiError';
import { contentLocale } from '../entries/content';
import { localeOf } from '../entries/lookup';
import { referencesTo } from '../entries/references';
import { listAnswer } from '../query/page';
import { notFound, type Service } from '../service';
import { partOf } from './body';
import { ENTRY, find, type EntryParams } from './entries';

/** What the Management API tells of an entry beyond its values: its versions, its locales, who refers to it. */
export function entryHistoryRoutes(app: FastifyInstance, service: Service): void {
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
}

function versionOf(service: Service, request: FastifyRequest<EntryParams>, number: number) {
	const entry = find(service, request);
	const localized = entry.localized.get(localeOf(service, request.call.query));
	const version = localized?.versions.find((candidate) => candidate.number === number);
	if (!version) throw notFound(service);
	return version;
}

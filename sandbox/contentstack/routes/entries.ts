import type { FastifyInstance, FastifyRequest } from 'fastify';
import { unprocessable } from '../apiError';
import { settleApproval } from '../approvals';
import { contentTypeOf, localeOf } from '../entries/lookup';
import { listEntries, readEntry } from '../entries/read';
import { createEntry, deleteEntry, entryOrRefuse, updateEntry } from '../entries/save';
import { moveToStage } from '../entries/stages';
import { entryView } from '../entries/view';
import { isRecord, strings } from '../records';
import type { Service } from '../service';
import type { Entry } from '../state';
import { bodyOf, partOf } from './body';

export const ENTRIES = '/content_types/:contentType/entries';
export const ENTRY = `${ENTRIES}/:uid`;

export interface EntryParams {
	Params: { contentType: string; uid: string };
}

/** Entries of the Management API: read, save, localize, delete, move through the workflow. */
export function entryRoutes(app: FastifyInstance, service: Service): void {
	app.get<{ Params: { contentType: string } }>(ENTRIES, (request) =>
		listEntries(service, request.call, request.params.contentType),
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

	app.get<EntryParams>(ENTRY, (request) =>
		readEntry(service, request.call, find(service, request)),
	);

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

	app.post<EntryParams>(`${ENTRY}/workflow`, (request) => {
		const { branch, caller, query } = request.call;
		const entry = find(service, request);
		const { workflow_stage: stage, publishing_rule: rule } = partOf(request, 'workflow');
		if (isRecord(rule)) {
			settleApproval(service, entry, localeOf(service, query), rule, caller);
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

/** The entry that a path names. */
export function find(service: Service, { call, params }: FastifyRequest<EntryParams>): Entry {
	return entryOrRefuse(
		service,
		call.branch,
		contentTypeOf(call.branch, params.contentType),
		params.uid,
	);
}

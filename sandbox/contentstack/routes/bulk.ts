import type { FastifyInstance, FastifyRequest } from 'fastify';
import { assetOrRefuse } from '../assets/find';
import { deleteAsset } from '../assets/save';
import { unprocessable } from '../apiError';
import { contentLocale } from '../entries/content';
import { contentTypeOf } from '../entries/lookup';
import { deleteEntry, entryOrRefuse } from '../entries/save';
import { stageMove } from '../entries/stages';
import { asArray, isRecord, strings } from '../records';
import { timestamp, type Service } from '../service';
import type { BulkJob, Entry, Fields } from '../state';
import { newUid } from '../uids';
import { bodyOf, partOf } from './body';
import { orderOf, publishReferences, ruleFaultOf } from './publish';

const MAX_PUBLISHED = 10;
const MAX_DELETED = 100;

/** Bulk publishing, deleting and stage changes, each of which counts against the limit of one call a second. */
export function bulkRoutes(app: FastifyInstance, service: Service): void {
	for (const action of ['publish', 'unpublish'] as const) {
		app.post(`/bulk/${action}`, (request) => {
			const job = publishAll(service, request, action);
			return {
				notice: `Your bulk ${action} request is in progress. Please check publish queue for more details.`,
				...(request.headers.api_version === '3.2' && { job_id: job.uid }),
			};
		});
	}

	app.post('/bulk/delete', (request) => {
		const body = bodyOf(request);
		const entries = entriesIn(service, request, body.entries, MAX_DELETED);
		const { branch } = request.call;
		const assets = records(body.assets, MAX_DELETED).map(({ uid }) =>
			assetOrRefuse(service, branch, String(uid)),
		);
		for (const { entry, sent } of entries) {
			const locales = strings(sent.locale ?? sent.locales);
			deleteEntry(service, branch, entry, locales.length > 0 ? locales : undefined);
		}
		for (const asset of assets) deleteAsset(service, branch, asset);
		return {
			notice: 'Your bulk delete request is in progress. Please check trash for more details.',
		};
	});

	app.post('/bulk/workflow', (request) => {
		const { branch, caller } = request.call;
		const { workflow_stage: stage } = partOf(request, 'workflow');
		const entries = entriesIn(service, request, bodyOf(request).entries, MAX_PUBLISHED);
		// All moves are checked before the first is made: the call works for all entries or for none.
		const moves = entries.map(({ entry, sent }) => {
			const locale = typeof sent.locale === 'string' ? sent.locale : service.stack.masterLocale;
			return stageMove(service, branch, entry, locale, isRecord(stage) ? stage : {}, caller);
		});
		for (const move of moves) move();
		return { notice: 'Your bulk workflow update request is in progress.' };
	});
}

function publishAll(
	service: Service,
	request: FastifyRequest,
	action: 'publish' | 'unpublish',
): BulkJob {
	const { call } = request;
	const body = bodyOf(request);
	const entries = entriesIn(service, request, body.entries, MAX_PUBLISHED);
	const assets = records(body.assets, MAX_PUBLISHED).map(({ uid }) =>
		assetOrRefuse(service, call.branch, String(uid)),
	);
	const order = orderOf(service, call, action, body, body);
	if (order.environments.length > MAX_PUBLISHED || order.locales.length > MAX_PUBLISHED)
		throw tooMany(MAX_PUBLISHED);
	const job: BulkJob = {
		uid: newUid(),
		action,
		createdAt: timestamp(service),
		createdBy: call.caller.user,
		items: [],
		refused: [],
	};
	const mayPublish = ({ entry }: { entry: Entry }): boolean => {
		const fault = ruleFaultOf(service, order, entry);
		if (fault !== undefined) job.refused.push({ uid: entry.uid, message: fault });
		return fault === undefined;
	};
	const accepted = entries.filter(mayPublish);
	// Sent as a query parameter by some clients and as a header by others, and named alike.
	const skips = ['skip_workflow_stage_check', 'approvals'].some(
		(name) => call.query.flag(name) || request.headers[name] === 'true',
	);
	if (job.refused.length > 0 && !skips)
		throw unprocessable(141, 'Some entries do not meet the publish rules.', {
			entries: job.refused.map(({ uid, message }) => `${uid} ${message}`),
		});
	const bulk = { ...order, bulk: true, job: job.uid };
	service.stack.jobs.set(job.uid, job);
	for (const { entry, sent } of accepted) {
		const locale = typeof sent.locale === 'string' ? sent.locale : service.stack.masterLocale;
		const source = contentLocale(service.stack, entry, locale) ?? locale;
		const version = typeof sent.version === 'number' ? sent.version : undefined;
		job.items.push(...service.publisher.entry(bulk, entry, source, version));
	}
	if (action === 'publish' && (call.query.flag('nested') || body.publish_with_reference === true)) {
		const named = accepted.map(({ entry }) => entry);
		job.items.push(...publishReferences(service, bulk, named, service.stack.masterLocale));
	}
	for (const asset of assets) job.items.push(...service.publisher.asset(bulk, asset));
	if (job.items.length === 0) service.publisher.finishEmpty(bulk);
	return job;
}

function entriesIn(
	service: Service,
	{ call }: FastifyRequest,
	sent: unknown,
	most: number,
): Array<{ entry: Entry; sent: Fields }> {
	return records(sent, most).map((item) => {
		const type = contentTypeOf(
			call.branch,
			String(item.content_type ?? item._content_type_uid ?? item.content_type_uid),
		);
		return { entry: entryOrRefuse(service, call.branch, type, String(item.uid)), sent: item };
	});
}

function records(sent: unknown, most: number): Fields[] {
	const list = asArray(sent).filter(isRecord);
	if (list.length > most) throw tooMany(most);
	return list;
}

function tooMany(most: number) {
	return unprocessable(141, 'Please try again with valid parameters.', {
		entries: [`are more than ${most}.`],
	});
}

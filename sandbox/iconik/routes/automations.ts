import { z } from 'zod';
import { accepted, compact, created, found, noContent, ok, omit } from '../answers';
import type { Api, Call } from '../api';
import { noteRun } from '../events/automations';
import { newId } from '../ids';
import type { Wire } from '../model';
import { filterSchema } from '../search/criteria';
import { createJob, updateJob } from '../domain/jobs';
import { bool, integer, metadataValues, nonEmpty, oneOf, text, uuid, uuids } from '../schemas';

const shape = <T extends string, P extends z.ZodRawShape>(type: T, parameters: P) =>
	z.object({ type: z.literal(type), parameters: z.object(parameters).passthrough() });
const inCollection = {
	collection_ids: uuids,
	object_type: nonEmpty,
	include_subcollections: bool.optional(),
};
const status = oneOf('N/A', 'REQUESTED', 'APPROVED', 'NOT_APPROVED', 'MIXED');

const trigger = z.discriminatedUnion('type', [
	shape('REVIEW_STATUS_CHANGED', { statuses: z.array(status).optional() }),
	shape('METADATA_UPDATE', {
		event_type: oneOf('ASSETS', 'COLLECTIONS'),
		metadata_values: metadataValues,
	}),
	shape('SUBTITLE_ADDED', { language: text.nullish(), closed_captions: bool.nullish() }),
	shape('ASSET_SHARE', { allow_download: bool.nullish() }),
	shape('ASSET_ONLINE', { only_first_version: bool, wait_for_transcode: bool }),
	shape('TRANSFER_TO_STORAGE', { storage_id: uuid }),
	shape('ARCHIVE', { storage_id: uuid.optional() }),
	shape('RESTORE', { storage_id: uuid.optional() }),
	shape('CREATED_AT_TRANSITION', { days_since_created: integer }),
	shape('MODIFIED_AT_TRANSITION', { days_since_modified: integer }),
	shape('OBJECT_ADDED_TO_COLLECTION', inCollection),
	shape('OBJECT_REMOVED_FROM_COLLECTION', inCollection),
]);
const action = z.union([
	shape('CUSTOM_ACTION', {
		action_id: uuid,
		context: oneOf('ASSET', 'COLLECTION'),
		metadata_values: metadataValues.optional(),
	}),
	z.object({
		type: oneOf(
			'ANALYZE',
			'ARCHIVE',
			'RESTORE',
			'EXPORT',
			'UPDATE_ACL',
			'METADATA_UPDATE',
			'TRANSCODE',
			'TRANSFER',
			'REQUEST_ORIGINAL',
			'ADD_TO_COLLECTION',
			'TRANSCRIBE',
			'CREATE_SHARE',
			'DELETE_ASSET',
			'RESTRICT_ASSET',
			'REMOVE_ASSET_RESTRICTION',
			'REQUEST_REVIEW',
		),
		parameters: z.record(z.unknown()),
	}),
]);
const automation = z.object({
	name: nonEmpty,
	triggers: z
		.array(trigger)
		.min(1, 'Shorter than minimum length 1.')
		.max(10, 'Longer than maximum length 10.'),
	actions: z.array(action).length(1, 'Length must be 1.'),
	conditions: z.array(filterSchema).optional(),
	status: oneOf('ACTIVE', 'INACTIVE').optional(),
	description: text.optional(),
});

const run = z.object({
	object_type: nonEmpty,
	object_id: uuid,
	version_id: uuid,
	status: oneOf('SUCCEED', 'FAILED'),
	error_message: text.optional(),
	job_id: uuid.optional(),
});

export function automationRoutes(api: Api): void {
	const path = '/v1/automations';
	const one = `${path}/:automation_id`;

	api.on('GET', 'automations', `${path}/`, 'can_read_automations', ({ tenant }) =>
		ok({ objects: [...tenant.store.automations.values()].map(shown) }),
	);
	api.on('POST', 'automations', `${path}/`, 'can_write_automations', (call) => {
		const { store } = call.tenant;
		const now = store.now();
		const made: Wire = {
			status: 'ACTIVE',
			conditions: [],
			...compact(call.read(automation)),
			id: newId(),
			created_by: call.user.id,
			modified_by: call.user.id,
			date_created: now,
			date_modified: now,
			system_domain_id: store.systemDomainId,
		};
		store.automations.set(made.id, made);
		call.tenant.dayTriggers.watch();
		return created(shown(made));
	});
	api.on('GET', 'automations', `${one}/`, 'can_read_automations', (call) =>
		ok(shown(automationOf(call))),
	);
	for (const method of ['PUT', 'PATCH'] as const)
		api.on(method, 'automations', `${one}/`, 'can_write_automations', (call) => {
			const sent = call.read(method === 'PUT' ? automation : automation.partial());
			const changes = { modified_by: call.user.id, date_modified: call.tenant.store.now() };
			const changed = Object.assign(automationOf(call), compact(sent), changes);
			call.tenant.dayTriggers.watch();
			return ok(shown(changed));
		});
	api.on('DELETE', 'automations', `${one}/`, 'can_delete_automations', (call) => {
		call.tenant.store.automations.delete(automationOf(call).id);
		return noContent();
	});
	api.on('POST', 'automations', `${one}/runs/`, 'can_run_automations', (call) => {
		const known = automationOf(call);
		for (const id of objectsOf(call, known))
			call.tenant.automations.start(known, 'assets', id, call.cause);
		const job = createJob(call.tenant, call.cause, {
			title: String(known.name),
			type: 'AUTOMATION',
		});
		updateJob(call.tenant, job, { status: 'FINISHED' });
		return accepted({ job_id: job.id });
	});
	api.on('GET', 'automations', `${one}/runs/estimate/`, 'can_run_automations', (call) =>
		ok({ errors: [], facets: {}, total: objectsOf(call, automationOf(call)).length }),
	);
	historyRoutes(api, `${one}/history`);
}

function historyRoutes(api: Api, path: string): void {
	const one = `${path}/:object_type/:object_id/:version_id/`;
	const runOf = ({ tenant, params }: Call): Wire => {
		const { automation_id, object_type, object_id, version_id } = params;
		const key = [automation_id, object_type, object_id, version_id].join('/');
		return found(tenant.store.automationRuns.get(key), 'History entity');
	};
	api.on('POST', 'automations', `${path}/`, 'can_write_automations', (call) => {
		const { object_type, object_id, version_id, ...end } = call.read(run);
		const { store } = call.tenant;
		const { id } = automationOf(call);
		return created(omit(noteRun(store, id, object_type, object_id, version_id, end), 'id'));
	});
	api.on('GET', 'automations', one, 'can_read_automations', (call) => ok(omit(runOf(call), 'id')));
	api.on('DELETE', 'automations', one, 'can_read_automations', (call) => {
		call.tenant.store.automationRuns.delete(runOf(call).id);
		return noContent();
	});
}

/** The assets that a run over everything would take up. */
function objectsOf({ tenant }: Call, automation: Wire): string[] {
	return [...tenant.store.assets.values()]
		.filter(({ status: state }) => state === 'ACTIVE')
		.map(({ id }) => id)
		.filter((id) => tenant.automations.holds(automation, 'assets', id));
}

function automationOf({ tenant, params }: Call): Wire {
	return found(tenant.store.automations.get(params.automation_id ?? ''), 'Automation');
}

/** How the last run went is kept for the sandbox only. */
function shown(one: Wire): Record<string, unknown> {
	return omit(one, 'last_run');
}

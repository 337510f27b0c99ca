import { z } from 'zod';
import { accepted, forbidden, found, notFound, ok, type Answer } from '../../answers';
import type { Api, Call } from '../../api';
import { createJob, updateJob } from '../../domain/jobs';
import {
	checkValues,
	metadataBody,
	metadataOf,
	writeMetadata,
	type SentValues,
} from '../../domain/metadata';
import type { MetadataView } from '../../metadataModel';
import { flag } from '../../paging';
import { bool, metadataValues, uuid, uuids } from '../../schemas';

const write = z.object({ metadata_values: metadataValues });
const batch = z.object({ object_ids: uuids, metadata_values: metadataValues });
const mapping = z.object({
	object_ids: uuids,
	metadata_values_object_id_mapping: z.array(
		z.object({ id: uuid, metadata_values: metadataValues }),
	),
});
const contentBatch = batch.extend({ include_assets: bool, include_collections: bool });

const READ = 'can_read_metadata_values';
const WRITE = 'can_write_metadata_values';

export function valueRoutes(api: Api): void {
	for (const type of ['assets', 'collections', 'segments']) {
		const one = `/v1/${type}/:object_id`;
		api.on('GET', 'metadata', `${one}/views/:view_id/`, READ, (call) =>
			read(call, type, viewOf(call)),
		);
		api.on('PUT', 'metadata', `${one}/views/:view_id/`, WRITE, (call) => {
			objectOf(call, type);
			return put(call, type, viewOf(call));
		});
		// Without a view, only administrators may read and write, and not even the object has to exist.
		api.on('GET', 'metadata', `${one}/`, '', (call) => {
			onlyAdministrators(call);
			return read(call, type);
		});
		api.on('PUT', 'metadata', `${one}/`, '', (call) => {
			onlyAdministrators(call);
			return put(call, type);
		});
		batchRoutes(api, type);
	}
	const part = '/v1/assets/:asset_id/segments/:object_id/views/:view_id/';
	api.on('GET', 'metadata', part, READ, (call) => read(call, 'segments', viewOf(call)));
	api.on('PUT', 'metadata', part, WRITE, (call) => {
		objectOf(call, 'segments');
		return put(call, 'segments', viewOf(call));
	});
	api.on(
		'GET',
		'metadata',
		'/v1/assets/:object_id/versions/:version_id/views/:view_id/',
		READ,
		(call) => read(call, 'assets', viewOf(call), call.params.version_id),
	);
}

function batchRoutes(api: Api, type: string): void {
	api.on('PUT', 'metadata', `/v1/${type}/views/:view_id/`, WRITE, (call) => {
		const { object_ids, metadata_values } = call.read(batch);
		return writeMany(
			call,
			type,
			object_ids.map((id) => ({ id, metadata_values })),
		);
	});
	api.on('POST', 'metadata', `/v1/${type}/views/:view_id/`, WRITE, (call) =>
		writeMany(call, type, call.read(mapping).metadata_values_object_id_mapping),
	);
	if (type !== 'collections') return;
	api.on('PUT', 'metadata', `/v1/${type}/content/views/:view_id/`, WRITE, (call) => {
		const { object_ids, metadata_values, include_assets, include_collections } =
			call.read(contentBatch);
		const { store } = call.tenant;
		const inside = store.memberships.filter(({ collection_id }) =>
			object_ids.includes(collection_id),
		);
		const targets = (objectType: string) =>
			inside
				.filter(({ object_type }) => object_type === objectType)
				.map(({ object_id: id }) => ({ id, metadata_values }));
		if (include_collections) writeMany(call, 'collections', targets('collections'));
		return writeMany(call, 'assets', include_assets ? targets('assets') : []);
	});
}

/** 404 for an object that has no values in the view. */
function read(call: Call, type: string, view?: MetadataView, versionId?: string): Answer {
	const id = call.params.object_id ?? '';
	if (view) objectOf(call, type);
	const record = metadataOf(call.tenant.store, type, id, versionId);
	const fields = view?.view_fields.map(({ name }) => name);
	const isThere = record && (!fields || fields.some((name) => name in record.values));
	if (!isThere) throw notFound('Metadata');
	return ok(metadataBody(record, { fields, asText: flag(call, 'reencode_values_to_string') }));
}

function put(call: Call, type: string, view?: MetadataView): Answer {
	const { metadata_values } = call.read(write);
	const sent = metadata_values as SentValues;
	checkValues(call.tenant.store, sent, view);
	const record = writeMetadata(call.tenant, type, call.params.object_id ?? '', sent, call.cause);
	return ok(metadataBody(record, { fields: view?.view_fields.map(({ name }) => name) }));
}

function writeMany(
	call: Call,
	type: string,
	targets: Array<{ id: string; metadata_values: unknown }>,
): Answer {
	const view = viewOf(call);
	for (const { metadata_values } of targets)
		checkValues(call.tenant.store, metadata_values as SentValues, view);
	const job = createJob(call.tenant, call.cause, { title: 'Update metadata', type: 'METADATA' });
	call.tenant.simulator.clock.after(300, () => {
		for (const { id, metadata_values } of targets)
			writeMetadata(call.tenant, type, id, metadata_values as SentValues, call.cause);
		updateJob(call.tenant, job, { status: 'FINISHED' });
	});
	return accepted({ job_id: job.id });
}

function objectOf({ tenant, params }: Call, type: string): void {
	const { assets, collections, segments } = tenant.store;
	const records = { assets, collections, segments }[type] as Map<string, unknown>;
	found(records.get(params.object_id ?? ''), 'Object');
}

function viewOf({ tenant, params }: Call): MetadataView {
	return found(tenant.store.views.get(params.view_id ?? ''), 'Metadata view');
}

function onlyAdministrators({ user }: Call): void {
	if (!user.is_admin) throw forbidden('Only administrators may do this');
}

import { z } from 'zod';
import { badRequest, compact, created, found, noContent, ok } from '../../answers';
import type { Api, Call } from '../../api';
import { exportAsset } from '../../domain/exports';
import { newId } from '../../ids';
import type { Wire } from '../../model';
import { csv, keyset, page } from '../../paging';
import { bool, bulkIds, nonEmpty, oneOf, text, uuid, uuids } from '../../schemas';
import { assetOf } from '../assets/assets';
import { collectionOf } from '../assets/collections';

const location = z.object({
	name: nonEmpty,
	path: text,
	storage_id: uuid,
	description: text.optional(),
	export_original: bool.optional(),
	export_proxy: bool.optional(),
	export_posters: bool.optional(),
	export_metadata: bool.optional(),
	export_transcriptions: bool.optional(),
	export_to_asset_folder: bool.optional(),
	include_original_extension: bool.optional(),
	metadata_view: uuid.optional(),
	metadata_format: oneOf('CSV', 'JSON', 'XML').optional(),
	transcription_format: oneOf('WEBVTT', 'SRT').optional(),
	transcode_profile_ids: uuids.optional(),
});
const options = z.object({
	format_id: uuid.nullish(),
	file_name: text.nullish(),
	overwrite: bool.nullish(),
	export_metadata: bool.nullish(),
	metadata_view: uuid.nullish(),
	metadata_format: oneOf('CSV', 'JSON', 'XML').nullish(),
	export_to_asset_folder: bool.nullish(),
	preferred_original_storage_id: uuid.nullish(),
	transcode_profile_ids: uuids.optional(),
});
const batch = z.object({
	assets: z.array(
		z.object({ asset_id: uuid, format_id: uuid.nullish(), file_name: text.nullish() }),
	),
	overwrite: bool.nullish(),
});

export function exportLocationRoutes(api: Api): void {
	const path = '/v1/export_locations';
	const one = `${path}/:export_location_id`;

	api.on('GET', 'files', `${path}/`, 'can_read_export_locations', (call) => {
		const ids = csv(call, 'ids');
		const wanted = call.query.query?.toLowerCase();
		const locations = [...call.tenant.store.exportLocations.values()]
			.filter(({ id }) => !ids || ids.includes(id))
			.filter(({ name }) => !wanted || String(name).toLowerCase().includes(wanted));
		return keyset(call, locations);
	});
	api.on('POST', 'files', `${path}/`, 'can_write_export_locations', (call) => {
		const { store } = call.tenant;
		const sent = call.read(location);
		const made = { ...compact(sent), id: newId(), system_domain_id: store.systemDomainId };
		store.exportLocations.set(made.id, made);
		return created(made);
	});
	api.on('GET', 'files', `${one}/`, 'can_read_export_locations', (call) => ok(locationOf(call)));
	for (const method of ['PATCH', 'PUT'] as const)
		api.on(method, 'files', `${one}/`, 'can_write_export_locations', (call) => {
			const sent = call.read(method === 'PUT' ? location : location.partial());
			return ok(Object.assign(locationOf(call), compact(sent)));
		});
	api.on('DELETE', 'files', `${one}/`, 'can_delete_export_locations', (call) => {
		call.tenant.store.exportLocations.delete(locationOf(call).id);
		return noContent();
	});
	jobRoutes(api, path);
}

function jobRoutes(api: Api, path: string): void {
	const role = 'can_write_exports';
	api.on(
		'POST',
		'files',
		'/v1/assets/:asset_id/export_locations/:export_location_id/',
		role,
		(call) => {
			const job = exportAsset(
				call.tenant,
				assetOf(call),
				locationOf(call),
				call.read(options),
				call.cause,
			);
			return ok({ job_id: job.id });
		},
	);
	api.on('POST', 'files', '/v1/assets/export_locations/:export_location_id/', role, (call) => {
		const { assets, overwrite } = call.read(batch);
		const target = locationOf(call);
		const jobs = assets.map(({ asset_id, ...item }) => {
			const asset = found(call.tenant.store.assets.get(asset_id), 'Asset');
			return exportAsset(call.tenant, asset, target, { ...item, overwrite }, call.cause);
		});
		return ok({ job_id: jobs[0]?.id });
	});
	const ofCollection = '/v1/collections/:collection_id/export_locations/:export_location_id/';
	api.on('POST', 'files', ofCollection, role, (call) => {
		const sent = call.read(options.omit({ format_id: true, file_name: true }));
		const target = locationOf(call);
		const { store } = call.tenant;
		const { id } = collectionOf(call);
		const jobs = [...store.assets.values()]
			.filter((asset) => asset.status === 'ACTIVE' && store.collectionsOf(asset.id).includes(id))
			.map((asset) => exportAsset(call.tenant, asset, target, sent, call.cause));
		if (jobs.length === 0) throw badRequest(['The collection has no assets to export']);
		return ok({ job_id: jobs[0]?.id });
	});
	api.on('POST', 'files', `${path}/:export_location_id/bulk_export/`, role, (call) => {
		const { object_ids } = call.read(
			z.object({ object_ids: bulkIds, object_type: oneOf('assets', 'collections') }),
		);
		const target = locationOf(call);
		const assets = object_ids.flatMap((id) => call.tenant.store.assets.get(id) ?? []);
		const jobs = assets.map((asset) => exportAsset(call.tenant, asset, target, {}, call.cause));
		return ok({ job_id: jobs[0]?.id });
	});
	api.on('GET', 'files', '/v1/storages/', 'can_read_storages', (call) => {
		const { name, method, purpose, status } = call.query;
		const storages = [...call.tenant.store.storages.values()]
			.filter((one) => !name || one.name === name)
			.filter((one) => !method || one.method === method)
			.filter((one) => !purpose || one.purpose === purpose)
			.filter((one) => !status || one.status === status);
		return page(call, storages, { maxPerPage: 100 });
	});
	api.on('GET', 'files', '/v1/storages/:storage_id/', 'can_read_storages', ({ tenant, params }) =>
		ok(found(tenant.store.storages.get(params.storage_id ?? ''), 'Storage')),
	);
}

function locationOf({ tenant, params }: Call): Wire {
	const known = tenant.store.exportLocations.get(params.export_location_id ?? '');
	return found(known, 'Export location');
}

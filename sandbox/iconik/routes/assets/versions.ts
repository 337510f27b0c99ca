import { z } from 'zod';
import { accepted, found, noContent, ok, Refusal } from '../../answers';
import type { Api, Call } from '../../api';
import { addVersion, deleteVersion, promoteVersion } from '../../domain/assets';
import { createJob, updateJob } from '../../domain/jobs';
import { metadataOf, storeValues } from '../../domain/metadata';
import { newId } from '../../ids';
import type { Asset, MediaFile, Version } from '../../model';
import { versionBodies, versionBody } from '../../search/documents';
import type { Store } from '../../store';
import { bool, oneOf, text, uuid } from '../../schemas';
import { assetOf } from './assets';

const creation = z.object({
	copy_metadata: bool.optional(),
	copy_segments: bool.optional(),
	copy_persons: bool.optional(),
	include_segment_types: z.array(text).optional(),
	source_version_id: uuid.optional(),
});
const change = z.object({
	status: oneOf('ACTIVE', 'IN_PROGRESS', 'FAILED', 'DELETING', 'DELETED').optional(),
	is_online: bool.optional(),
	transcribed_languages: z.array(text).optional(),
});

const path = '/v1/assets/:asset_id/versions';

export function versionOf(call: Call, asset = assetOf(call)): Version {
	return found(
		asset.versions.find(({ id }) => id === call.params.version_id),
		'Asset version',
	);
}

export function versionRoutes(api: Api): void {
	api.on('POST', 'assets', `${path}/`, 'can_write_versions', (call) => {
		const asset = assetOf(call);
		const { copy_metadata, source_version_id } = call.read(creation);
		const { store } = call.tenant;
		const source = source_version_id ?? store.latestVersion(asset)?.id;
		const version = addVersion(call.tenant, asset, call.cause);
		if (copy_metadata && source) copyMetadata(store, asset, source, version.id);
		call.tenant.index.touch(asset.id);
		return ok({
			asset_id: asset.id,
			system_domain_id: store.systemDomainId,
			versions: versionBodies(asset),
		});
	});

	api.on(
		'POST',
		'assets',
		`${path}/from/assets/:source_asset_id/`,
		'can_write_versions',
		(call) => {
			const { store } = call.tenant;
			const asset = assetOf(call);
			const source = found(store.assets.get(call.params.source_asset_id ?? ''), 'Source asset');
			const sourceVersion = found(store.latestVersion(source), 'Source asset version');
			const isTranscoding = store
				.mediaOf('proxy', sourceVersion.id)
				.some(({ status }) => status !== 'CLOSED');
			if (isTranscoding) throw new Refusal(409, ['The source asset is still transcoding']);
			return copyVersion(call, asset, sourceVersion);
		},
	);

	api.on(
		'POST',
		'assets',
		`${path}/from/versions/:source_version_id/`,
		'can_write_versions',
		(call) => {
			const asset = assetOf(call);
			const source = asset.versions.find(({ id }) => id === call.params.source_version_id);
			return copyVersion(call, asset, found(source, 'Asset version'));
		},
	);

	api.on('PUT', 'assets', `${path}/:version_id/promote/`, 'can_write_versions', (call) => {
		const asset = assetOf(call);
		promoteVersion(call.tenant, asset, versionOf(call, asset), call.cause);
		return noContent();
	});

	for (const method of ['PATCH', 'PUT'] as const)
		api.on(method, 'assets', `${path}/:version_id/`, 'can_write_versions', (call) => {
			const asset = assetOf(call);
			const version = Object.assign(versionOf(call, asset), call.read(change));
			call.tenant.index.touch(asset.id);
			return ok(versionBody(version));
		});

	api.on('DELETE', 'assets', `${path}/old/`, 'can_delete_versions', (call) => {
		const asset = assetOf(call);
		for (const version of call.tenant.store.activeVersions(asset).slice(1))
			deleteVersion(call.tenant, asset, version, call.cause);
		return noContent();
	});

	api.on('DELETE', 'assets', `${path}/:version_id/`, 'can_delete_versions', (call) => {
		const asset = assetOf(call);
		deleteVersion(call.tenant, asset, versionOf(call, asset), call.cause);
		return noContent();
	});
}

/** Makes a version with the media of another one, in the background. */
function copyVersion(call: Call, asset: Asset, source: Version) {
	const { tenant, cause } = call;
	const version = addVersion(tenant, asset, cause);
	copyMedia(tenant.store, source.id, asset.id, version);
	const job = createJob(tenant, cause, {
		title: 'Create version',
		type: 'COPY',
		object_type: 'assets',
		object_id: asset.id,
	});
	updateJob(tenant, job, { status: 'FINISHED' });
	tenant.index.touch(asset.id);
	return accepted({ job_id: job.id });
}

function copyMedia(store: Store, sourceId: string, assetId: string, version: Version): void {
	const kinds: Array<MediaFile['kind']> = ['original', 'proxy', 'keyframe'];
	for (const file of kinds.flatMap((kind) => store.mediaOf(kind, sourceId))) {
		const copy = {
			...file,
			id: newId(),
			asset_id: assetId,
			version_id: version.id,
			is_public: false,
		};
		store.media.set(copy.id, copy);
	}
	version.is_online = true;
}

function copyMetadata(store: Store, asset: Asset, from: string, to: string): void {
	const values = metadataOf(store, 'assets', asset.id, from)?.values;
	if (values) storeValues(store, 'assets', asset.id, values, to);
}

import { z } from 'zod';
import { accepted, created, found, noContent, ok, type Answer } from '../../answers';
import type { Api, Call } from '../../api';
import {
	assetBody,
	createAsset,
	deleteAsset,
	purgeAsset,
	restoreAsset,
	updateAsset,
} from '../../domain/assets';
import { addToCollection } from '../../domain/collections';
import { createJob, updateJob } from '../../domain/jobs';
import type { Asset } from '../../model';
import { flag, page, sorted } from '../../paging';
import { listed } from '../../search/documents';
import { bool, dateTime, integer, nonEmpty, oneOf, text, uuid, uuids, webUrl } from '../../schemas';

const fields = {
	type: oneOf('ASSET', 'SEQUENCE', 'NLE_PROJECT', 'PLACEHOLDER', 'CUSTOM', 'LINK', 'SUBCLIP'),
	category: text.nullable(),
	external_id: text.nullable(),
	external_link: webUrl.nullable(),
	status: oneOf('ACTIVE', 'DELETED'),
	archive_status: oneOf('NOT_ARCHIVED', 'ARCHIVING', 'FAILED_TO_ARCHIVE', 'ARCHIVED'),
	analyze_status: oneOf('N/A', 'REQUESTED', 'IN_PROGRESS', 'FAILED', 'DONE'),
	is_online: bool,
	is_blocked: bool,
	warning: text.nullable(),
	site_name: text.nullable(),
	date_created: dateTime,
	custom_keyframe: uuid.nullable(),
	custom_poster: uuid.nullable(),
	original_asset_id: uuid,
	original_version_id: uuid,
	original_segment_id: uuid,
	time_start_milliseconds: integer,
	time_end_milliseconds: integer,
	person_ids: uuids,
};
const changes = z.object(fields).partial();
const creation = changes.extend({ title: nonEmpty, collection_id: uuid.nullish() });
const patch = changes.extend({ title: nonEmpty.optional() });
const put = changes.extend({ title: nonEmpty });
const bulk = z.object({ objects: z.array(patch.extend({ id: uuid })) });

/** The asset of a path, whether it is active or in the delete queue. */
export function assetOf({ tenant, params }: Call): Asset {
	return found(tenant.store.assets.get(params.asset_id ?? ''), 'Asset');
}

export function assetRoutes(api: Api): void {
	const service = 'assets';

	api.on('POST', service, '/v1/assets/', 'can_create_assets', (call) => {
		const { collection_id, ...asset } = call.read(creation);
		const { tenant, cause } = call;
		const made = createAsset(tenant, asset, cause);
		if (collection_id && flag(call, 'assign_to_collection')) {
			found(tenant.store.collections.get(collection_id), 'Collection');
			addToCollection(tenant, collection_id, 'assets', made.id, cause);
		}
		return created(assetBody(tenant.store, made));
	});

	api.on('GET', service, '/v1/assets/', 'can_read_assets', (call) =>
		page(call, sorted(call.tenant.index.all('assets'), call.query.sort).map(listed)),
	);

	for (const method of ['PATCH', 'PUT'] as const) {
		api.on(method, service, '/v1/assets/:asset_id/', 'can_write_assets', (call) => {
			const asset = assetOf(call);
			const sent = call.read(method === 'PUT' ? put : patch);
			updateAsset(call.tenant, asset, sent, call.cause);
			return ok(assetBody(call.tenant.store, asset));
		});
		api.on(method, service, '/v1/assets/', 'can_write_assets', bulkUpdate);
	}

	api.on('GET', service, '/v1/assets/:asset_id/', 'can_read_assets', (call) => {
		const asset = assetOf(call);
		const { store } = call.tenant;
		const body = assetBody(store, asset, flag(call, 'include_collections'));
		return ok(flag(call, 'include_users') ? { ...body, ...userInfos(call, asset) } : body);
	});

	api.on('DELETE', service, '/v1/assets/:asset_id/', 'can_delete_assets', (call) => {
		deleteAsset(call.tenant, assetOf(call), call.cause);
		return noContent();
	});

	api.on('PUT', service, '/v1/assets/:asset_id/restore/', 'can_write_assets', (call) => {
		restoreAsset(call.tenant, assetOf(call), call.cause);
		return noContent();
	});

	api.on('DELETE', service, '/v1/assets/:asset_id/purge/', 'can_purge_assets', (call) => {
		purgeAsset(call.tenant, assetOf(call), call.cause);
		return noContent();
	});

	api.on('POST', service, '/v1/assets/:asset_id/views/', 'can_read_assets', (call) => {
		const asset = assetOf(call);
		asset.date_viewed = call.tenant.store.now();
		return ok(assetBody(call.tenant.store, asset));
	});
}

function bulkUpdate(call: Call): Answer {
	const { tenant, cause } = call;
	const { objects } = call.read(bulk);
	for (const { id, ...sent } of objects) {
		const asset = tenant.store.assets.get(id);
		if (asset) updateAsset(tenant, asset, sent, cause);
	}
	const job = createJob(tenant, cause, { title: 'Update assets', type: 'METADATA' });
	updateJob(tenant, job, { status: 'FINISHED' });
	return accepted({ job_id: job.id });
}

function userInfos({ tenant }: Call, asset: Asset): Record<string, unknown> {
	const info = (id: string | undefined) => {
		const user = id === undefined ? undefined : tenant.store.users.get(id);
		return user && userInfo(user);
	};
	return {
		created_by_user_info: info(asset.created_by_user),
		updated_by_user_info: info(asset.updated_by_user),
		deleted_by_user_info: info(asset.deleted_by_user),
	};
}

/** The short form of a user that other objects embed. */
export function userInfo({
	id,
	email,
	first_name,
	last_name,
}: {
	id: string;
	email: string;
	first_name: string;
	last_name: string;
}): Record<string, unknown> {
	return { id, email, first_name, last_name };
}

import { z } from 'zod';
import { accepted, created, found, noContent, ok } from '../../answers';
import type { Api, Call } from '../../api';
import {
	createShare,
	deleteShare,
	permissionNames,
	shareBody,
	type NewShare,
} from '../../domain/shares';
import { newId } from '../../ids';
import type { ReviewedType, Share } from '../../model';
import { keyset, page } from '../../paging';
import { bool, bulkIds, dateTime, email, nonEmpty, text, uuid } from '../../schemas';

/** Four booleans have no default: leaving one out is a 400. */
const permissions = {
	allow_approving_comments: bool,
	allow_comments: bool,
	allow_download: bool,
	allow_setting_approve_status: bool,
	allow_download_proxy: bool.optional(),
	allow_custom_actions: bool.optional(),
	allow_upload: bool.optional(),
	allow_user_search_for_mentions: bool.optional(),
	allow_view_transcriptions: bool.optional(),
	allow_view_versions: bool.optional(),
	show_watermark: bool.nullish(),
};
const share = z.object({
	...permissions,
	title: text.nullish(),
	message: text.nullish(),
	expires: dateTime.optional(),
	password: text.nullish(),
	is_approval: bool.nullish(),
	metadata_views: z.array(text).optional(),
	upload_storage_id: uuid.nullish(),
	project_id: uuid.nullish(),
});
const mailed = share.extend({ emails: z.array(email) });
const bulk = share.extend({
	object_ids: bulkIds,
	title: nonEmpty,
	share_by_url: bool.optional(),
	emails: z.array(email).optional(),
});

export function shareRoutes(api: Api): void {
	for (const type of ['assets', 'collections'] as const) {
		const path = `/v1/${type}/:object_id/shares`;

		api.on('POST', 'assets', `${path}/url/`, 'can_write_shares', (call) => {
			const made = make(call, type, call.read(share), true);
			return ok(shareBody(call.tenant.store, made));
		});
		api.on('POST', 'assets', `${path}/`, 'can_write_shares', (call) => {
			const made = make(call, type, call.read(mailed), false);
			return accepted(shareBody(call.tenant.store, made));
		});
		api.on('GET', 'assets', `${path}/`, 'can_read_shares', (call) => {
			sharedObject(call, type);
			const { store } = call.tenant;
			const shares = [...store.shares.values()].filter(
				({ object_id }) => object_id === call.params.object_id,
			);
			return keyset(call, shares, (one: Share) => shareBody(store, one));
		});
		api.on('GET', 'assets', `${path}/:share_id/`, '', (call) =>
			ok({ ...shareBody(call.tenant.store, shareOf(call)), users: [] }),
		);
		api.on('PUT', 'assets', `${path}/:share_id/`, 'can_write_shares', (call) => {
			const sent = call.read(share);
			const known = shareOf(call);
			known.permissions = permissionsOf(sent);
			known.expires = sent.expires ?? known.expires;
			known.title = sent.title ?? known.title;
			known.message = sent.message ?? known.message;
			return ok(shareBody(call.tenant.store, known));
		});
		api.on('DELETE', 'assets', `${path}/:share_id/`, 'can_delete_object_shares', (call) => {
			deleteShare(call.tenant, shareOf(call), call.cause);
			return noContent();
		});
		userRoutes(api, `${path}/:share_id/users`);
	}

	api.on('POST', 'assets', '/v1/share/assets/', 'can_write_shares', (call) => {
		const { object_ids, share_by_url, ...sent } = call.read(bulk);
		const { store } = call.tenant;
		for (const id of object_ids) found(store.assets.get(id), 'Asset');
		const made = createShare(
			call.tenant,
			newShare('assets', object_ids[0] as string, sent, share_by_url === true),
			call.cause,
		);
		return created(shareBody(store, made));
	});
	lists(api);
}

function lists(api: Api): void {
	const matching = ({ tenant, query }: Call, owner?: string) =>
		[...tenant.store.shares.values()]
			.filter((one) => owner === undefined || one.owner_id === owner)
			.filter((one) => !query.object_id || one.object_id === query.object_id)
			.filter((one) => !query.object_type || one.object_type === query.object_type)
			.filter((one) => !query.title || one.title === query.title)
			.map((one) => shareBody(tenant.store, one));
	api.on('GET', 'assets', '/v1/shares/', 'can_manage_shares', (call) =>
		page(call, matching(call, call.user.id), { maxPerPage: 100 }),
	);
	api.on('GET', 'assets', '/v1/shares/all/', 'can_manage_all_shares', (call) =>
		page(call, matching(call, call.query.owner_id), { maxPerPage: 100 }),
	);
}

function userRoutes(api: Api, path: string): void {
	api.on('GET', 'assets', `${path}/`, 'can_read_shares', (call) =>
		keyset(
			call,
			shareOf(call).emails.map((address) => ({ id: address, email: address })),
		),
	);
	api.on('POST', 'assets', `${path}/`, 'can_write_shares', (call) => {
		const sent = call.read(z.object({ email, password: text.optional() }));
		const known = shareOf(call);
		known.emails.push(sent.email);
		return created({ id: newId(), email: sent.email, share_id: known.id });
	});
}

function sharedObject({ tenant, params }: Call, type: ReviewedType): void {
	const { assets, collections } = tenant.store;
	const id = params.object_id ?? '';
	if (type === 'assets') found(assets.get(id), 'Asset');
	else found(collections.get(id), 'Collection');
}

function shareOf({ tenant, params }: Call): Share {
	const known = tenant.store.shares.get(params.share_id ?? '');
	return found(known?.object_id === params.object_id ? known : undefined, 'Share');
}

type Sent = z.output<typeof share> & { emails?: string[] };

function make(call: Call, type: ReviewedType, sent: Sent, byUrl: boolean): Share {
	sharedObject(call, type);
	return createShare(
		call.tenant,
		newShare(type, call.params.object_id ?? '', sent, byUrl),
		call.cause,
	);
}

function newShare(type: ReviewedType, id: string, sent: Sent, byUrl: boolean): NewShare {
	const { title, message, expires, password, is_approval, metadata_views, emails } = sent;
	return {
		object_type: type,
		object_id: id,
		by_url: byUrl,
		permissions: permissionsOf(sent),
		...{ title, message, expires, password, is_approval, metadata_views, emails },
		upload_storage_id: sent.upload_storage_id,
		project_id: sent.project_id,
	};
}

function permissionsOf(sent: Sent): Record<string, boolean> {
	return Object.fromEntries(permissionNames.map((name) => [name, sent[name] ?? false]));
}

import { randomBytes } from 'crypto';
import { compact, forbidden, omit } from '../answers';
import { newId } from '../ids';
import type { ReviewedType, Share } from '../model';
import type { Store } from '../store';
import type { Cause, Tenant } from '../tenant';

const DAY_MS = 86_400_000;
/** Shares live five years at most, and so long when nothing else is asked for. */
const DEFAULT_DAYS = 90;
const LONGEST_DAYS = 5 * 365;

export const permissionNames = [
	'allow_approving_comments',
	'allow_comments',
	'allow_download',
	'allow_setting_approve_status',
	'allow_download_proxy',
	'allow_custom_actions',
	'allow_upload',
	'allow_user_search_for_mentions',
	'allow_view_transcriptions',
	'allow_view_versions',
	'show_watermark',
] as const;

export interface NewShare {
	object_type: ReviewedType;
	object_id: string;
	by_url: boolean;
	permissions: Record<string, boolean>;
	title?: string | null;
	message?: string | null;
	expires?: string;
	password?: string | null;
	is_approval?: boolean | null;
	metadata_views?: string[];
	emails?: string[];
	upload_storage_id?: string | null;
	project_id?: string | null;
}

/** Makes a share, or refuses with 403 when the administrator has switched sharing off or the asset is blocked. */
export function createShare(tenant: Tenant, fields: NewShare, cause: Cause): Share {
	const { store, automations } = tenant;
	if (!store.sharingEnabled) throw forbidden('Sharing is not allowed');
	if (fields.object_type === 'assets' && store.assets.get(fields.object_id)?.is_blocked)
		throw forbidden('The asset is blocked');
	const now = store.clock.now().getTime();
	const latest = now + LONGEST_DAYS * DAY_MS;
	const wanted = fields.expires ? Date.parse(fields.expires) : now + DEFAULT_DAYS * DAY_MS;
	const share: Share = {
		id: newId(),
		code: randomBytes(9).toString('base64url').replace(/[-_]/g, 'x'),
		object_id: fields.object_id,
		object_type: fields.object_type,
		owner_id: cause.userId,
		title: fields.title ?? null,
		message: fields.message ?? null,
		expires: new Date(Math.min(wanted, latest)).toISOString().replace('Z', '000+00:00'),
		password: fields.password ?? null,
		by_url: fields.by_url,
		is_approval: fields.is_approval ?? false,
		permissions: fields.permissions,
		metadata_views: fields.metadata_views ?? [],
		emails: fields.emails ?? [],
		upload_storage_id: fields.upload_storage_id ?? null,
		project_id: fields.project_id ?? null,
		date_created: store.now(),
	};
	store.shares.set(share.id, share);
	publish(tenant, share, 'create', cause);
	if (share.object_type === 'assets')
		automations.notice(
			{
				type: 'ASSET_SHARE',
				objectType: 'assets',
				objectId: share.object_id,
				allowDownload: share.permissions.allow_download,
			},
			cause,
		);
	return share;
}

export function deleteShare(tenant: Tenant, share: Share, cause: Cause): void {
	tenant.store.shares.delete(share.id);
	publish(tenant, share, 'delete', cause);
}

/** The share as the API shows it. Only shares by link have a URL that can be read again. */
export function shareBody(store: Store, share: Share): Record<string, unknown> {
	return {
		...Object.fromEntries(permissionNames.map((name) => [name, share.permissions[name] ?? false])),
		...compact({
			id: share.id,
			object_id: share.object_id,
			object_type: share.object_type,
			owner_id: share.owner_id,
			title: share.title,
			expires: share.expires,
			upload_storage_id: share.upload_storage_id,
			project_id: share.project_id,
			date_created: share.date_created,
			url: share.by_url ? shareUrl(store, share) : null,
		}),
		has_password: share.password !== null,
		is_approval: share.is_approval,
		metadata_views: share.metadata_views,
		system_domain_id: store.systemDomainId,
	};
}

/** The real form is `https://icnk.io/u/<12 characters>/`; here the same path is served by the simulator itself. */
export function shareUrl(store: Store, share: Share): string {
	return `${store.origin}/u/${share.code}/`;
}

function publish({ hub, store }: Tenant, share: Share, operation: string, cause: Cause): void {
	hub.publish(
		{
			event_type: share.object_type,
			realm: 'shares',
			operation,
			object_id: share.id,
			within: share.object_id,
			data: { ...omit(shareBody(store, share), 'url'), message: share.message },
		},
		cause,
	);
}

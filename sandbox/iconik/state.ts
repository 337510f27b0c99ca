import { approvalStatus } from './approval';
import { metadataOf } from './domain/metadata';
import { shareBody } from './domain/shares';
import { flatMetadata } from './search/documents';
import type { Tenant } from './tenant';

/** What `GET /_sandbox/state` shows: the records, straight from the store, without lag. */
export function tenantState({ store, index }: Tenant): Record<string, unknown> {
	return {
		system_domain_id: store.systemDomainId,
		sharing_enabled: store.sharingEnabled,
		assets: [...store.assets.values()].map((asset) => {
			const latest = store.latestVersion(asset);
			return {
				...asset,
				approval_status: approvalStatus(
					store.reviews.get(store.reviewKey('assets', asset.id, latest?.id)),
				),
				latest_version_id: latest?.id,
				versions: asset.versions.map((version) => {
					const review = store.reviews.get(store.reviewKey('assets', asset.id, version.id));
					return {
						...version,
						approval_status: approvalStatus(review),
						votes: review?.votes ?? [],
						proxies: store.mediaOf('proxy', version.id).map(({ id, status, is_public }) => ({
							id,
							status,
							is_public,
						})),
						subtitles: [...store.subtitles.values()]
							.filter(({ version_id }) => version_id === version.id)
							.map(({ language, closed_captions }) => ({ language, closed_captions })),
						has_metadata: metadataOf(store, 'assets', asset.id, version.id) !== undefined,
					};
				}),
				metadata: flatMetadata(store, 'assets', asset.id),
				collections: store.collectionsOf(asset.id),
				is_indexed: index.get(asset.id)?.date_modified === asset.date_modified,
			};
		}),
		collections: [...store.collections.values()].map((collection) => ({
			...collection,
			metadata: flatMetadata(store, 'collections', collection.id),
			contents: store.memberships
				.filter(({ collection_id }) => collection_id === collection.id)
				.map(({ object_id, object_type }) => ({ object_id, object_type })),
		})),
		metadata_views: [...store.views.values()],
		custom_actions: [...store.customActions.values()].map(withoutHeaderValues),
		automations: [...store.automations.values()],
		webhooks: [...store.webhooks.values()].map(withoutHeaderValues),
		shares: [...store.shares.values()].map((share) => ({
			...shareBody(store, share),
			message: share.message,
		})),
		jobs: [...store.jobs.values()],
		exports: [...store.exported].map(([path, { assetId, versionId }]) => ({
			url: `${store.origin}/cdn/${path}`,
			asset_id: assetId,
			version_id: versionId,
		})),
		notifications: [...store.notifications.values()],
		users: [...store.users.values()].map(({ withoutRoles, ...user }) => ({
			...user,
			without_roles: [...withoutRoles],
		})),
	};
}

/** Which headers are sent is of interest; their values are secrets. */
function withoutHeaderValues(hook: Record<string, unknown>): Record<string, unknown> {
	return { ...hook, headers: Object.keys((hook.headers as object | undefined) ?? {}) };
}

import { compact, omit } from '../answers';
import { approvalStatus } from '../approval';
import type { Asset, Collection, MediaFile, Version } from '../model';
import type { Store } from '../store';

/** What lists and searches show of an object: flat metadata, media type, duration, thumbnails, review status. */
export type IndexDocument = Record<string, unknown> & { id: string; object_type: string };

/** A version as the API shows it. */
export function versionBody(version: Version): Record<string, unknown> {
	return {
		id: version.id,
		version_number: version.version_number,
		status: version.status,
		date_created: version.date_created,
		created_by_user: version.created_by_user,
		is_online: version.is_online,
		analyze_status: 'N/A',
		archive_status: 'NOT_ARCHIVED',
		face_recognition_status: 'N/A',
		transcribe_status: version.transcribed_languages.length > 0 ? 'DONE' : 'N/A',
		transcribed_languages: version.transcribed_languages,
		person_ids: [],
	};
}

/** Versions come in no order that a client could lean on: by id, which is random. */
export function versionBodies(asset: Asset): Array<Record<string, unknown>> {
	return [...asset.versions].sort((a, b) => a.id.localeCompare(b.id)).map(versionBody);
}

/** Metadata as search documents hold it: `{ Campaign: ['Spring'] }`. */
export function flatMetadata(
	store: Store,
	objectType: string,
	id: string,
): Record<string, unknown> {
	const key = store.metadataKey(objectType, id, store.versionIdFor(objectType, id));
	const values = store.metadata.get(key)?.values ?? {};
	return Object.fromEntries(
		Object.entries(values).map(([name, { field_values }]) => [
			name,
			field_values.map(({ value }) => value),
		]),
	);
}

function thumbnail(file: MediaFile): Record<string, unknown> {
	return {
		id: file.id,
		type: file.type,
		name: file.name,
		format: file.format,
		status: file.status,
		resolution: file.resolution,
		version_id: file.version_id,
	};
}

export function assetDocument(store: Store, asset: Asset): IndexDocument {
	const version = store.latestVersion(asset);
	const media = (kind: MediaFile['kind']) => (version ? store.mediaOf(kind, version.id) : []);
	const key = store.reviewKey('assets', asset.id, version?.id);
	const metadata = flatMetadata(store, 'assets', asset.id);
	const [description] = (metadata.Description as unknown[] | undefined) ?? [];
	return {
		...compact(omit(asset, 'versions')),
		id: asset.id,
		object_type: 'assets',
		description,
		approval_status: approvalStatus(store.reviews.get(key)),
		in_collections: store.collectionsOf(asset.id),
		ancestor_collections: store.ancestorsOf(asset.id),
		metadata,
		versions: versionBodies(asset),
		versions_number: asset.versions.length,
		files: media('original').map(({ id, filename, size, status }) => ({
			id,
			name: filename,
			size,
			status,
		})),
		proxies: media('proxy').map(({ id, filename, status }) => ({ id, name: filename, status })),
		keyframes: media('keyframe')
			.filter(({ status }) => status === 'CLOSED')
			.map(thumbnail),
		comments_count: [...store.segments.values()].filter(
			({ asset_id, segment_type }) => asset_id === asset.id && segment_type === 'COMMENT',
		).length,
		relations: [...store.relations.values()]
			.filter(({ asset_id }) => asset_id === asset.id)
			.map(({ asset_id, related_to_asset_id, relation_type, description: text }) =>
				compact({
					related_from_asset_id: asset_id,
					related_to_asset_id,
					relation_type,
					description: text,
				}),
			),
		favoured: false,
		position: 0,
	};
}

export function collectionDocument(store: Store, collection: Collection): IndexDocument {
	const key = store.reviewKey('collections', collection.id, undefined);
	return {
		...collectionBody(store, collection),
		id: collection.id,
		object_type: 'collections',
		metadata: flatMetadata(store, 'collections', collection.id),
		approval_status: approvalStatus(store.reviews.get(key)),
		ancestor_collections: store.ancestorsOf(collection.id),
		keyframes: [],
	};
}

/** What lists show of an index document: less than search hits do. */
export function listed(document: IndexDocument): Record<string, unknown> {
	return document.object_type === 'collections'
		? omit(document, 'approval_status', 'ancestor_collections')
		: omit(document, 'approval_status', 'description');
}

export function collectionBody(store: Store, collection: Collection): Record<string, unknown> {
	return {
		...compact(collection),
		in_collections: store.collectionsOf(collection.id),
		parents: store.ancestorsOf(collection.id),
		object_type: 'collections',
		permissions: ['read', 'write', 'delete', 'change-acl'],
		favoured: false,
		position: 0,
		keyframes: [],
		metadata: {},
	};
}

export function segmentDocument(segment: Record<string, unknown> & { id: string }): IndexDocument {
	return {
		...compact(segment),
		id: segment.id,
		object_type: 'segments',
		title: String(segment.segment_text ?? ''),
		metadata: segment.metadata ?? {},
	};
}

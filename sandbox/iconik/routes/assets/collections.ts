import { z } from 'zod';
import { accepted, created, found, noContent, ok, type Answer } from '../../answers';
import type { Api, Call } from '../../api';
import {
	addToCollection,
	collectionChanged,
	createCollection,
	join,
	removeFromCollection,
} from '../../domain/collections';
import { deleteCollection, purgeCollection, restoreCollection } from '../../domain/collectionLife';
import { createJob, updateJob } from '../../domain/jobs';
import type { Collection } from '../../model';
import { csv, flag, page, sorted } from '../../paging';
import { collectionBody, listed, type IndexDocument } from '../../search/documents';
import { bool, nonEmpty, oneOf, text, uuid, uuids } from '../../schemas';

const input = z.object({
	title: nonEmpty,
	parent_id: uuid.nullish(),
	external_id: text.nullish(),
	is_root: bool.optional(),
	category: text.nullish(),
	status: oneOf('ACTIVE', 'HIDDEN', 'DELETED').optional(),
	storage_id: uuid.nullish(),
	custom_keyframe: uuid.nullish(),
	custom_poster: uuid.nullish(),
	keyframe_asset_ids: uuids.optional(),
	date_created: text.optional(),
});
const content = z.object({ object_id: uuid, object_type: oneOf('assets', 'collections') });

export function collectionOf({ tenant, params }: Call): Collection {
	return found(tenant.store.collections.get(params.collection_id ?? ''), 'Collection');
}

export function collectionRoutes(api: Api): void {
	const base = '/v1/collections';
	const one = `${base}/:collection_id`;

	api.on('POST', 'assets', `${base}/`, 'can_create_collections', (call) => {
		const sent = call.read(input);
		if (sent.parent_id)
			found(call.tenant.store.collections.get(sent.parent_id), 'Parent collection');
		const made = createCollection(
			call.tenant,
			definite(sent) as typeof sent & Partial<Collection>,
			call.cause,
		);
		return created(collectionBody(call.tenant.store, made));
	});
	api.on('GET', 'assets', `${base}/`, 'can_read_collections', (call) => {
		const { status, is_root, sort } = call.query;
		const documents = call.tenant.index
			.all('collections')
			.filter((one_) => status === undefined || one_.status === status)
			.filter((one_) => is_root === undefined || one_.is_root === flag(call, 'is_root'));
		return page(call, sorted(documents, sort).map(listed));
	});
	api.on('GET', 'assets', `${one}/`, 'can_read_collections', (call) =>
		ok(collectionBody(call.tenant.store, collectionOf(call))),
	);
	for (const method of ['PATCH', 'PUT'] as const)
		api.on(method, 'assets', `${one}/`, 'can_write_collections', (call) => {
			const sent = call.read(method === 'PUT' ? input : input.partial());
			return ok(change(call, definite(sent)));
		});
	api.on('DELETE', 'assets', `${one}/`, 'can_delete_collections', (call) => {
		const collection = collectionOf(call);
		deleteCollection(call.tenant, collection, call.cause);
		return queued(call, 'Delete collection', 'DELETE', collection.id);
	});
	api.on('DELETE', 'assets', `${one}/purge/`, 'can_purge_collections', (call) => {
		const collection = collectionOf(call);
		purgeCollection(call.tenant, collection, call.cause);
		return queued(call, 'Purge collection', 'DELETE', collection.id);
	});
	api.on('PUT', 'assets', `${one}/restore/`, 'can_write_collections', (call) => {
		restoreCollection(call.tenant, collectionOf(call), call.cause);
		return created();
	});

	contentRoutes(api, one);
	infoRoutes(api, one);
}

function contentRoutes(api: Api, one: string): void {
	api.on('GET', 'assets', `${one}/contents/`, 'can_read_collections', (call) => {
		const { id } = collectionOf(call);
		const types = csv(call, 'object_types') ?? ['assets', 'collections'];
		const ids = csv(call, 'object_ids');
		const { external_id, sort } = call.query;
		const documents = types
			.flatMap((type) => call.tenant.index.all(type))
			.filter(({ in_collections }) => (in_collections as string[]).includes(id))
			.filter((document) => document.status !== 'DELETED')
			.filter((document) => !ids || ids.includes(document.id))
			.filter((document) => external_id === undefined || document.external_id === external_id);
		return page(call, placed(call, sorted(documents, sort)).map(listed));
	});
	api.on('POST', 'assets', `${one}/contents/`, 'can_write_collections', (call) => {
		const collection = collectionOf(call);
		const { object_id, object_type } = call.read(content);
		const { store } = call.tenant;
		found((object_type === 'assets' ? store.assets : store.collections).get(object_id), 'Object');
		const place = addToCollection(call.tenant, collection.id, object_type, object_id, call.cause);
		return created(place);
	});
	api.on(
		'DELETE',
		'assets',
		`${one}/contents/:object_type/:object_id/`,
		'can_write_collections',
		(call) => {
			const { id } = collectionOf(call);
			const place = call.tenant.store.memberships.find(
				(other) => other.collection_id === id && other.object_id === call.params.object_id,
			);
			removeFromCollection(call.tenant, found(place, 'Collection content'), call.cause);
			return noContent();
		},
	);
}

/** Where custom ordering is on and nothing else is asked for, the documents in their places. */
function placed(call: Call, documents: IndexDocument[]): IndexDocument[] {
	const { id, custom_order_status } = collectionOf(call);
	if (custom_order_status !== 'ENABLED' || call.query.sort) return documents;
	const order = call.tenant.store.memberships
		.filter(({ collection_id }) => collection_id === id)
		.map(({ object_id }) => object_id);
	return [...documents]
		.map((document) => ({ ...document, position: order.indexOf(document.id) }))
		.sort((a, b) => a.position - b.position);
}

function infoRoutes(api: Api, one: string): void {
	const contentsOf = ({ tenant }: Call, id: string) =>
		[...tenant.store.assets.values()].filter((asset) =>
			tenant.store.collectionsOf(asset.id).includes(id),
		);
	api.on('GET', 'assets', `${one}/size/`, 'can_read_collections', (call) => {
		const { id, title } = collectionOf(call);
		const size = contentsOf(call, id)
			.flatMap((asset) => {
				const version = call.tenant.store.latestVersion(asset);
				return version ? call.tenant.store.mediaOf('original', version.id) : [];
			})
			.reduce((sum, file) => sum + file.size, 0);
		return ok({ id, title, size });
	});
	api.on('GET', 'assets', `${one}/content/info/`, 'can_read_collections', (call) => {
		const { id, title } = collectionOf(call);
		const assets = contentsOf(call, id);
		return ok({
			title,
			assets_count: assets.length,
			collections_count: [...call.tenant.store.collections.values()].filter(
				({ parent_id }) => parent_id === id,
			).length,
			total_duration_milliseconds: assets.reduce(
				(sum, { duration_milliseconds }) => sum + (duration_milliseconds ?? 0),
				0,
			),
		});
	});
	api.on('GET', 'assets', `${one}/ancestors/`, 'can_read_collections', (call) => {
		const { store } = call.tenant;
		const parents = store.ancestorsOf(collectionOf(call).id).flatMap((id) => {
			const parent = store.collections.get(id);
			return parent ? [collectionBody(store, parent)] : [];
		});
		return page(call, parents);
	});
	api.on('GET', 'assets', `${one}/full/path/`, 'can_read_collections', (call) => {
		const { store } = call.tenant;
		const collection = collectionOf(call);
		const titles = store.ancestorsOf(collection.id).map((id) => store.collections.get(id)?.title);
		const path = [...titles.reverse(), collection.title].join('/');
		return { status: 200, body: JSON.stringify(path), contentType: 'application/json' };
	});
}

function change(call: Call, sent: Partial<Collection>): Record<string, unknown> {
	const { store } = call.tenant;
	const collection = collectionOf(call);
	if (sent.parent_id && sent.parent_id !== collection.parent_id) {
		found(store.collections.get(sent.parent_id), 'Parent collection');
		if (call.query.change_parent_mode !== 'copy')
			store.memberships = store.memberships.filter(
				({ collection_id, object_id }) =>
					collection_id !== collection.parent_id || object_id !== collection.id,
			);
		join(store, sent.parent_id, 'collections', collection.id);
	}
	Object.assign(collection, sent);
	collectionChanged(call.tenant, collection, 'update', call.cause);
	return collectionBody(store, collection);
}

function queued(call: Call, title: string, type: string, id: string): Answer {
	const job = createJob(call.tenant, call.cause, {
		title,
		type,
		object_type: 'collections',
		object_id: id,
	});
	updateJob(call.tenant, job, { status: 'FINISHED' });
	return accepted({ job_id: job.id });
}

function definite(sent: Partial<z.output<typeof input>>): Partial<Collection> {
	return Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined));
}

import { z } from 'zod';
import { accepted, badRequest, created, found, ok } from '../../answers';
import type { Api, Call } from '../../api';
import { copyCollection } from '../../domain/collectionCopy';
import { runJob } from '../../domain/jobs';
import type { Collection, Membership } from '../../model';
import { compareValues, flag } from '../../paging';
import { integer, oneOf, text, uuid } from '../../schemas';
import { collectionBody } from '../../search/documents';
import { collectionOf } from './collections';

const ordering = z.object({ custom_order_sort: text.optional() });
const place = z
	.object({
		position: integer.optional(),
		before_object_id: uuid.optional(),
		after_object_id: uuid.optional(),
	})
	.refine((sent) => Object.keys(sent).length === 1, 'Exactly one place is needed.');
const copied = z.object({ object_id: uuid, object_type: oneOf('collections') });
const tiles = z.object({
	asset_ids: z.array(uuid).max(3, 'Longer than maximum length 3.').nullish(),
});

const ORDERING_MS = 500;

/** The order within a collection, its tile pictures, and copies of collections into it. */
export function collectionStructureRoutes(api: Api): void {
	const one = '/v1/collections/:collection_id';
	const write = 'can_write_collections';

	api.on('POST', 'assets', `${one}/contents/ordering/custom/`, write, (call) => {
		const { custom_order_sort } = call.read(ordering);
		const collection = collectionOf(call);
		collection.custom_order_status = 'ENABLING';
		const job = runJob(
			call.tenant,
			call.cause,
			{
				title: 'Order collection',
				type: 'COLLECTION_CUSTOM_ORDER',
				object_type: 'collections',
				object_id: collection.id,
			},
			ORDERING_MS,
			() => {
				collection.custom_order_status = 'ENABLED';
				if (custom_order_sort) sortContents(call, collection, custom_order_sort);
				call.tenant.index.touch(collection.id);
			},
		);
		return accepted({ job_id: job.id });
	});
	api.on('DELETE', 'assets', `${one}/contents/ordering/custom/`, write, (call) => {
		collectionOf(call).custom_order_status = 'DISABLED';
		return ok();
	});
	api.on('PUT', 'assets', `${one}/contents/:object_type/:object_id/`, write, (call) => {
		move(call, call.read(place));
		return ok();
	});
	api.on('POST', 'assets', `${one}/subcollections/`, write, (call) => {
		const { object_id } = call.read(copied);
		const { store } = call.tenant;
		const target = collectionOf(call);
		const source = found(store.collections.get(object_id), 'Collection');
		if (source === target || store.ancestorsOf(target.id).includes(source.id))
			throw badRequest(['A collection cannot be copied into itself']);
		const withKeyframes = flag(call, 'copy_keyframes');
		const copy = copyCollection(call.tenant, source, target.id, { withKeyframes }, call.cause);
		return created(collectionBody(store, copy));
	});
	api.on('POST', 'assets', `${one}/keyframes/`, 'can_reindex_collections', (call) => {
		const collection = collectionOf(call);
		const { asset_ids } = call.read(tiles);
		const { store } = call.tenant;
		for (const id of asset_ids ?? []) found(store.assets.get(id), 'Asset');
		collection.keyframe_asset_ids = asset_ids ?? contentsOf(call, collection).slice(0, 3);
		call.tenant.index.touch(collection.id);
		return accepted();
	});
}

function contentsOf({ tenant }: Call, { id }: Collection): string[] {
	return tenant.store.memberships
		.filter(({ collection_id, object_type }) => collection_id === id && object_type === 'assets')
		.map(({ object_id }) => object_id);
}

function sortContents({ tenant }: Call, { id }: Collection, sort: string): void {
	const { store, index } = tenant;
	const [name = '', order] = sort.split(',');
	const valueOf = ({ object_id }: Membership) => index.get(object_id)?.[name];
	const sign = order === 'desc' ? -1 : 1;
	const inside = store.memberships
		.filter(({ collection_id }) => collection_id === id)
		.sort((a, b) => sign * compareValues(valueOf(a), valueOf(b)));
	reorder(tenant, id, inside);
}

function reorder({ store }: Call['tenant'], id: string, inside: Membership[]): void {
	store.memberships = [
		...store.memberships.filter(({ collection_id }) => collection_id !== id),
		...inside,
	];
}

/** Position -1 is the end. */
function move(call: Call, sent: z.output<typeof place>): void {
	const collection = collectionOf(call);
	if (collection.custom_order_status !== 'ENABLED')
		throw badRequest(['Custom ordering is not enabled for the collection']);
	const { memberships } = call.tenant.store;
	const inside = memberships.filter(({ collection_id }) => collection_id === collection.id);
	const indexOf = (id: string | undefined, among: Membership[]): number => {
		const at = among.findIndex(({ object_id }) => object_id === id);
		return found(at < 0 ? undefined : at, 'Collection content');
	};
	const [moved] = inside.splice(indexOf(call.params.object_id, inside), 1) as [Membership];
	const { position, before_object_id, after_object_id } = sent;
	let at = position ?? 0;
	if (position !== undefined && position < 0) at = inside.length;
	if (before_object_id) at = indexOf(before_object_id, inside);
	if (after_object_id) at = indexOf(after_object_id, inside) + 1;
	inside.splice(at, 0, moved);
	reorder(call.tenant, collection.id, inside);
}

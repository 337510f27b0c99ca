import { batches } from '../../../../lib/batches';
import { collectionPath } from '../../media/collection';
import { byPage, collect } from '../../transport/paging';
import { collectionIdOf } from '../collectionLocator';
import type { ItemOperation } from '../operation';
import { forEachObject, objectFields, objectsOf } from './objects';

export const description = objectFields('addObjects');

const PER_LIST = 100;

/** What is in the collection already is not added again: each addition is an event for everyone who listens. */
export const execute: ItemOperation = async function (iconik, index) {
	const collectionId = collectionIdOf.call(this, index);
	const { type, ids } = objectsOf.call(this, index);
	const path = `${collectionPath(collectionId)}contents/` as const;
	const listed = batches(ids, PER_LIST).map(
		async (some) =>
			await collect(
				byPage<{ id: string }>(
					iconik,
					{ path, query: { object_types: type, object_ids: some.join(',') } },
					{ perPage: PER_LIST },
				),
			),
	);
	const there = new Set((await Promise.all(listed)).flat().map(({ id }) => id));
	const added = ids.filter((id) => !there.has(id));
	await forEachObject.call(
		this,
		added,
		async (id) =>
			await iconik.request({
				method: 'POST',
				path,
				body: { object_id: id, object_type: type },
				// An object is in a collection or not, so adding it twice changes nothing.
				repeatable: true,
			}),
	);
	return {
		collection_id: collectionId,
		object_type: type,
		added,
		already_there: ids.filter((id) => there.has(id)),
	};
};

import { collectionPath } from '../../media/collection';
import { collectionIdOf } from '../collectionLocator';
import type { ItemOperation } from '../operation';
import { forEachObject, objectFields, objectsOf } from './objects';

export const description = objectFields('removeObjects');

/** What is not in the collection answers 404, which is what was wanted; the objects themselves stay. */
export const execute: ItemOperation = async function (iconik, index) {
	const collectionId = collectionIdOf.call(this, index);
	const { type, ids } = objectsOf.call(this, index);
	const contents = `${collectionPath(collectionId)}contents/${type}/` as const;
	const gone = new Set<string>();
	await forEachObject.call(this, ids, async (id) => {
		const path = `${contents}${encodeURIComponent(id)}/` as const;
		const answer = await iconik.find<unknown>({ method: 'DELETE', path });
		if (answer === undefined) gone.add(id);
	});
	return {
		collection_id: collectionId,
		object_type: type,
		removed: ids.filter((id) => !gone.has(id)),
		not_there: [...gone],
	};
};

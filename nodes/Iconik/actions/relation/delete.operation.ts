import { assetPath } from '../../media/asset';
import { assetIdOf } from '../assetLocator';
import { pickedId } from '../idLocator';
import type { ItemOperation } from '../operation';
import { relationTypeOf } from './fields';

export const execute: ItemOperation = async function (iconik, index) {
	const type = encodeURIComponent(relationTypeOf.call(this, index));
	const related = encodeURIComponent(pickedId.call(this, 'relatedAssetId', index, 'related asset'));
	const relations = `${assetPath(assetIdOf.call(this, index))}relations/` as const;
	await iconik.request({ method: 'DELETE', path: `${relations}${type}/${related}/` });
	return { deleted: true };
};

import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { readVotes } from '../../media/reviews';
import { assetIdOf } from '../assetLocator';
import { limitFields, limitOf } from '../limitFields';
import type { ItemOperation } from '../operation';
import { optionalVersion, optionalVersionId } from '../versionLocator';

const show = { resource: ['review'], operation: ['getManyVotes'] };

export const description: INodeProperties[] = [
	{ ...optionalVersion, displayOptions: { show } },
	...limitFields(show),
];

export const execute: ItemOperation = async function (iconik, index) {
	const assetId = assetIdOf.call(this, index);
	const votes = await readVotes(iconik, assetId, optionalVersionId.call(this, index));
	return votes.slice(0, limitOf.call(this, index)) as unknown as IDataObject[];
};

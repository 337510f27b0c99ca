import type { INodeProperties } from 'n8n-workflow';
import { readAsset } from '../../media/asset';
import { readRequest, reviewPath } from '../../media/reviews';
import { assetIdOf } from '../assetLocator';
import type { ItemOperation } from '../operation';

export const description: INodeProperties[] = [
	{
		displayName: 'Remove Votes',
		name: 'removeVotes',
		type: 'boolean',
		default: false,
		description:
			'Whether the votes that reviewers gave are removed as well. They cannot be brought back.',
		displayOptions: { show: { resource: ['review'], operation: ['cancel'] } },
	},
];

export const execute: ItemOperation = async function (iconik, index) {
	const assetId = assetIdOf.call(this, index);
	const path = reviewPath(assetId);
	const request = await readRequest(iconik, assetId);
	if (request) await iconik.find({ method: 'DELETE', path: `${path}request/` });
	// Nothing to cancel is as good as cancelled, but an asset that does not exist is a mistake.
	else await readAsset(iconik, assetId);
	if (this.getNodeParameter('removeVotes', index, false) === true)
		await iconik.request({ method: 'DELETE', path });
	return { deleted: true, asset_id: assetId, was_requested: request !== undefined };
};

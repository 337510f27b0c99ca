import type { INodeProperties } from 'n8n-workflow';
import { assetPath } from '../../media/asset';
import { assetIdOf } from '../assetLocator';
import type { ItemOperation } from '../operation';

export const description: INodeProperties[] = [
	{
		displayName: 'Purge',
		name: 'purge',
		type: 'boolean',
		default: false,
		description:
			'Whether to remove the asset and its files for good. Without it the asset goes to the delete queue of iconik, from where Restore brings it back.',
		displayOptions: { show: { resource: ['asset'], operation: ['delete'] } },
	},
];

export const execute: ItemOperation = async function (iconik, index) {
	const assetId = assetIdOf.call(this, index);
	const path = assetPath(assetId);
	const purge = this.getNodeParameter('purge', index, false) === true;
	// An asset that waits in the delete queue already can be purged all the same.
	if (purge) {
		await iconik.find({ method: 'DELETE', path });
		await iconik.request({ method: 'DELETE', path: `${path}purge/` });
	} else await iconik.request({ method: 'DELETE', path });
	return { deleted: true, id: assetId, purged: purge };
};

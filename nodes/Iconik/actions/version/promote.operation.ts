import type { INodeProperties } from 'n8n-workflow';
import { promoteVersion } from '../../media/newVersion';
import { assetIdOf } from '../assetLocator';
import type { ItemOperation } from '../operation';
import { versionIdOf, versionLocator } from '../versionLocator';
import { versionFacts, waitField } from './versionFacts';

const show = { resource: ['version'], operation: ['promote'] };

export const description: INodeProperties[] = [
	{ ...versionLocator, displayOptions: { show } },
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show },
		options: [waitField('How long to wait until the version is the latest one', 30)],
	},
];

export const execute: ItemOperation = async function (iconik, index) {
	const id = versionIdOf.call(this, index);
	const { waitSeconds = 30 } = this.getNodeParameter('options', index, {}) as {
		waitSeconds?: number;
	};
	const assetId = assetIdOf.call(this, index);
	const { asset, promoted } = await promoteVersion(iconik, assetId, id, waitSeconds * 1000);
	const version = asset.versions?.find((one) => one.id === id) ?? { id };
	return { ...versionFacts(asset, version), promoted };
};

import type { INodeProperties } from 'n8n-workflow';
import type { ItemOperation } from '../operation';
import { publishTargetFields } from '../publishTargets.fields';
import { moveAsset } from './assetPublishing';

const show = { resource: ['asset'], operation: ['publish'] };

export const description: INodeProperties[] = [
	{
		displayName: 'Version',
		name: 'version',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: 'The exact version to publish, 0 for the latest one',
		displayOptions: { show },
	},
	...publishTargetFields(show),
];

/** Publishes a version to the chosen places where it is not live yet. */
export const execute: ItemOperation = async function (stack, index) {
	const version = Number(this.getNodeParameter('version', index, 0)) || undefined;
	return await moveAsset(this, stack, index, (asset) => ({
		action: 'publish',
		version: version ?? asset._version,
		already: 'already_live',
		done: 'live',
	}));
};

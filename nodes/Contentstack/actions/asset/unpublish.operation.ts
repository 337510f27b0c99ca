import type { INodeProperties } from 'n8n-workflow';
import type { ItemOperation } from '../operation';
import { unpublishTargetFields } from '../publishTargets.fields';
import { moveAsset } from './assetPublishing';

export const description: INodeProperties[] = unpublishTargetFields({
	resource: ['asset'],
	operation: ['unpublish'],
});

/** Takes an asset down from the chosen places where it is live. */
export const execute: ItemOperation = async function (stack, index) {
	return await moveAsset(this, stack, index, () => ({
		action: 'unpublish',
		already: 'not_live',
		done: 'taken_down',
	}));
};

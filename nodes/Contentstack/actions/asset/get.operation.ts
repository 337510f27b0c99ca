import type { INodeProperties } from 'n8n-workflow';
import { assetAnswer, readAsset } from '../../assets/read';
import { located } from '../entry/locators';
import { simplifyField } from '../limitFields';
import type { ItemOperation } from '../operation';

export const description: INodeProperties[] = [
	simplifyField({ resource: ['asset'], operation: ['get'] }),
];

/** Reads what an asset says about itself. Its file is fetched by Download. */
export const execute: ItemOperation = async function (stack, index) {
	const asset = await readAsset(stack, located(this, 'asset', index));
	return assetAnswer(stack, asset, this.getNodeParameter('simplify', index, true) as boolean);
};

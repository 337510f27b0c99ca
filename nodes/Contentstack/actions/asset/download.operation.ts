import type { INodeProperties } from 'n8n-workflow';
import { fetchFile } from '../../assets/fetchFile';
import { assetAnswer, readAsset } from '../../assets/read';
import { located } from '../entry/locators';
import type { ItemOperation } from '../operation';

export const description: INodeProperties[] = [
	{
		displayName: 'Put Output File in Field',
		name: 'binaryPropertyName',
		type: 'string',
		default: 'data',
		required: true,
		hint: 'The name of the output binary field to put the file in',
		displayOptions: { show: { resource: ['asset'], operation: ['download'] } },
	},
];

/** Streams an asset's file into n8n's binary data. */
export const execute: ItemOperation = async function (stack, index) {
	const asset = await readAsset(stack, located(this, 'asset', index));
	const { filename, url, content_type: mimeType } = asset;
	const { body } = await fetchFile(
		this,
		{ fileName: filename },
		url,
		'The asset is there, but its file cannot be had. Check that this n8n may connect to its host.',
	);
	const binary = await this.helpers.prepareBinaryData(body, filename, mimeType);
	const property = this.getNodeParameter('binaryPropertyName', index) as string;
	return { json: assetAnswer(stack, asset, true), binary: { [property]: binary } };
};

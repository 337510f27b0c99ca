import type { INodeProperties } from 'n8n-workflow';
import { assetPath, type FullAsset } from '../../assets/assetView';
import { assetAnswer } from '../../assets/read';
import { UPLOAD_TIMEOUT_MS, uploadBody } from '../../assets/uploadBody';
import { located } from '../entry/locators';
import { simplifyField } from '../limitFields';
import type { ItemOperation } from '../operation';
import { readSource, sourceFields } from './source';

const show = { resource: ['asset'], operation: ['replaceFile'] };

export const description: INodeProperties[] = [...sourceFields(show), simplifyField(show)];

/** Puts another file into an asset, which keeps its UID and gets a new version and address. */
export const execute: ItemOperation = async function (stack, index) {
	const uid = located(this, 'asset', index);
	const file = readSource(this, index);
	const { asset } = await stack.request<{ asset: FullAsset }>({
		method: 'PUT',
		path: assetPath(uid),
		qs: { include_dimension: true },
		upload: async () => await uploadBody(this, file, {}),
		timeoutMs: UPLOAD_TIMEOUT_MS,
	});
	return assetAnswer(stack, asset, this.getNodeParameter('simplify', index, true) as boolean);
};

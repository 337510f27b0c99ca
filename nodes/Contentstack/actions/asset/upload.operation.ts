import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { assetPath, type FullAsset } from '../../assets/assetView';
import { assetAnswer } from '../../assets/read';
import { UPLOAD_TIMEOUT_MS, uploadBody } from '../../assets/uploadBody';
import { requestOnce } from '../../transport/requestOnce';
import { simplifyField } from '../limitFields';
import type { ItemOperation } from '../operation';
import { assetFieldOptions, assetFieldsOf } from './assetFields';
import { readSource, sourceFields } from './source';

const show = { resource: ['asset'], operation: ['upload'] };

export const description: INodeProperties[] = [
	...sourceFields(show),
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add field',
		default: {},
		displayOptions: { show },
		options: assetFieldOptions,
	},
	simplifyField(show),
];

/** Makes a new asset of a file. It is not tried twice where the first try may have made it. */
export const execute: ItemOperation = async function (stack, index) {
	const file = readSource(this, index);
	const chosen = this.getNodeParameter('additionalFields', index, {}) as IDataObject;
	const { tags, ...texts } = assetFieldsOf({ title: file.fileName, ...chosen });
	const fields = Object.entries({ ...texts, ...(tags !== undefined && { tags: String(tags) }) })
		.filter(([, value]) => value !== null && value !== '')
		.map(([name, value]) => [`asset[${name}]`, String(value)]);
	const { asset } = await requestOnce<{ asset: FullAsset }>(
		stack,
		{
			method: 'POST',
			path: assetPath(),
			qs: { include_dimension: true },
			upload: async () => await uploadBody(this, file, Object.fromEntries(fields)),
			timeoutMs: UPLOAD_TIMEOUT_MS,
		},
		`"${file.fileName}" was uploaded`,
		'Look for it in Contentstack before you run this again. Create or Update finds it by itself.',
	);
	return assetAnswer(stack, asset, this.getNodeParameter('simplify', index, true) as boolean);
};

import { NodeOperationError, type INodeProperties } from 'n8n-workflow';
import { accessKey } from '../../picker/access';
import type { IconikCredentials } from '../../transport/origin';
import { givenText } from '../given';
import type { ItemOperation } from '../operation';

const show = { resource: ['picker'], operation: ['getAccess'] };

export const description: INodeProperties[] = [
	{
		displayName: 'Picker URL',
		name: 'pickerUrl',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. https://n8n.example.com/webhook/5c0e…/picker',
		description: 'The production URL that the iconik Media Picker Trigger shows',
		displayOptions: { show },
	},
	{
		displayName: 'Access Name',
		name: 'accessName',
		type: 'string',
		default: 'contentstack',
		required: true,
		description:
			'The same as in the iconik Media Picker Trigger, which must use the same credential',
		displayOptions: { show },
	},
];

/**
 * What a field of the CMS needs to open the picker: its address and a configuration with the key. The key opens the picker within its
 * scope and nothing else; whoever may see the configuration of the field can read it.
 */
export const execute: ItemOperation = async function (_iconik, index) {
	const url = givenText.call(this, 'pickerUrl', index);
	const accessName = givenText.call(this, 'accessName', index);
	const refuse = (message: string, advice: string) =>
		new NodeOperationError(this.getNode(), message, { itemIndex: index, description: advice });
	if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
		throw refuse(
			url === '' ? 'The picker URL is missing' : `"${url}" is not the address of a page`,
			'Open the iconik Media Picker Trigger and copy its production URL.',
		);
	if (/\/webhook-test\//.test(url))
		throw refuse(
			'This is the test URL of the picker, which works for a test run only',
			'Open the iconik Media Picker Trigger and copy its production URL.',
		);
	if (accessName === '')
		throw refuse('The access name is missing', 'Enter the one of the iconik Media Picker Trigger.');
	const { authToken } = await this.getCredentials<IconikCredentials>('iconikApi');
	return { url, config: { key: accessKey(authToken, accessName) } };
};

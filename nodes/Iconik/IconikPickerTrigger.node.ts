import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { iconikApiTest, loadOptions } from './methods';
import { checkSetUp } from './picker/checkSetUp';
import { fields } from './picker/picker.fields';
import { serve } from './picker/serve';

export class IconikPickerTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'iconik Media Picker Trigger',
		name: 'iconikPickerTrigger',
		icon: { light: 'file:../../icons/iconik.svg', dark: 'file:../../icons/iconik.dark.svg' },
		group: ['trigger'],
		// Not 1: at each call of a webhook node of version 1, n8n evaluates an expression of its own, which costs a third of the call.
		version: [2],
		defaultVersion: 2,
		subtitle: '={{$parameter["accessName"]}}',
		description:
			'Shows editors the media of iconik inside their CMS, and starts the workflow with what they pick',
		eventTriggerDescription: 'Waiting for an editor to pick something',
		activationMessage: 'Editors can now pick media from iconik.',
		defaults: { name: 'iconik Media Picker Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'iconikApi', required: true, testedBy: 'iconikApiTest' }],
		webhooks: [
			{ name: 'setup', httpMethod: 'GET', path: 'picker' },
			{ name: 'setup', httpMethod: 'POST', path: 'picker/session', ndvHideUrl: true },
			{ name: 'setup', httpMethod: 'GET', path: 'picker/search', ndvHideUrl: true },
			{ name: 'setup', httpMethod: 'GET', path: 'picker/asset', ndvHideUrl: true },
			{ name: 'setup', httpMethod: 'GET', path: 'picker/collections', ndvHideUrl: true },
			{ name: 'setup', httpMethod: 'GET', path: 'picker/state', ndvHideUrl: true },
			{
				name: 'default',
				httpMethod: 'POST',
				path: 'picker/select',
				// The last node answers with what the field is to hold.
				responseMode: 'lastNode',
				responseData: 'firstEntryJson',
				ndvHideUrl: true,
			},
		],
		properties: fields,
	};

	methods = { credentialTest: { iconikApiTest }, loadOptions };

	webhookMethods = {
		default: {
			/** Editors open the page by its address, so nobody has to be told of it; what it needs of iconik is looked at once. */
			async checkExists(this: IHookFunctions): Promise<boolean> {
				await checkSetUp(this);
				return true;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				await checkSetUp(this);
				return true;
			},
			async delete(): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await serve(this);
	}
}

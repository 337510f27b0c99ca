import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { iconikApiTest, loadOptions } from './methods';
import { receive } from './webhook/receive';
import { isRegistered, register, unregister } from './webhook/registry';
import { fields } from './webhook/trigger.fields';

export class IconikTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'iconik Trigger',
		name: 'iconikTrigger',
		icon: { light: 'file:../../icons/iconik.svg', dark: 'file:../../icons/iconik.dark.svg' },
		group: ['trigger'],
		version: [1],
		defaultVersion: 1,
		subtitle: '={{$parameter["event"]}}',
		description: 'Starts the workflow when something happens in iconik',
		eventTriggerDescription: 'Waiting for iconik to tell of it',
		activationMessage: 'iconik will now tell this workflow of its events.',
		defaults: { name: 'iconik Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'iconikApi', required: true, testedBy: 'iconikApiTest' }],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				responseData: 'noData',
				path: 'webhook',
			},
		],
		properties: [
			{
				displayName: 'Event',
				name: 'event',
				type: 'options',
				noDataExpression: true,
				options: [
					{
						name: 'Custom Action',
						value: 'customAction',
						description: 'Somebody presses a button in iconik, which this node puts there',
					},
					{
						name: 'Review Status Changed',
						value: 'reviewStatusChanged',
						description:
							'The review of an asset changes its status. Sets up an automation and a custom action in iconik.',
					},
					{
						name: 'Webhook Event',
						value: 'webhookEvent',
						description: 'Any event that iconik has webhooks for',
					},
				],
				default: 'reviewStatusChanged',
			},
			...fields,
		],
	};

	methods = { credentialTest: { iconikApiTest }, loadOptions };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await isRegistered(this);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				await register(this);
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				await unregister(this);
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}
}

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
		// Not 1: at each call of a webhook node of version 1, n8n evaluates an expression of its own, which costs a third of the call.
		version: [2],
		defaultVersion: 2,
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
						name: 'Added to Collection',
						value: 'addedToCollection',
						description:
							'An asset is added to one of some collections. Sets up an automation and a custom action in iconik.',
					},
					{
						name: 'Asset Created',
						value: 'assetCreated',
						description: 'An asset is created, also one that has no media yet',
					},
					{
						name: 'Asset Deleted',
						value: 'assetDeleted',
						description: 'An asset goes into the delete queue, from which it can still come back',
					},
					{
						name: 'Asset Online',
						value: 'assetOnline',
						description:
							'The media of an asset can be used. Sets up an automation and a custom action in iconik.',
					},
					{
						name: 'Asset Updated',
						value: 'assetUpdated',
						description: 'The title, status or another fact of an asset changes',
					},
					{
						name: 'Collection Contents Changed',
						value: 'collectionContentsChanged',
						description: 'Something is added to a collection or taken out of it',
					},
					{
						name: 'Collection Created',
						value: 'collectionCreated',
						description: 'A collection is created',
					},
					{
						name: 'Comment Added',
						value: 'commentAdded',
						description:
							'Somebody comments on an asset. iconik does not document this event, so the comment is looked up.',
					},
					{
						name: 'Custom Action',
						value: 'customAction',
						description: 'Somebody presses a button in iconik, which this node puts there',
					},
					{
						name: 'Metadata Changed',
						value: 'metadataChanged',
						description: 'Metadata of an asset is written, in the chosen views and fields',
					},
					{
						name: 'Metadata Value Set',
						value: 'metadataValueSet',
						description:
							'A field of an asset is given one value. Sets up an automation and a custom action in iconik.',
					},
					{
						name: 'Proxy Ready',
						value: 'proxyReady',
						description:
							'The media of an asset is online and transcoded. Sets up an automation and a custom action in iconik.',
					},
					{
						name: 'Review Approved',
						value: 'reviewApproved',
						description:
							'The review of an asset ends with an approval. Sets up an automation and a custom action in iconik.',
					},
					{
						name: 'Review Rejected',
						value: 'reviewRejected',
						description:
							'The review of an asset ends with a rejection. Sets up an automation and a custom action in iconik.',
					},
					{
						name: 'Review Requested',
						value: 'reviewRequested',
						description:
							'Somebody asks for a review of an asset. Sets up an automation and a custom action in iconik.',
					},
					{
						name: 'Review Status Changed',
						value: 'reviewStatusChanged',
						description:
							'The review of an asset changes its status. Sets up an automation and a custom action in iconik.',
					},
					{
						name: 'Share Created',
						value: 'shareCreated',
						description: 'Somebody shares an asset',
					},
					{
						name: 'Subtitle Added',
						value: 'subtitleAdded',
						description:
							'Subtitles or closed captions are added to an asset. Sets up an automation and a custom action in iconik.',
					},
					{
						name: 'Version Added',
						value: 'versionAdded',
						description:
							'A version after the first one of an asset comes online. Sets up an automation and a custom action in iconik.',
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

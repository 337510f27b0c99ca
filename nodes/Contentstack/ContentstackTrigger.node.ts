import {
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
	NodeConnectionTypes,
} from 'n8n-workflow';
import { contentstackApiTest } from './methods/credentialTest';
import {
	getBranches,
	getContentTypes,
	getEnvironments,
	getLocales,
	getWorkflows,
	getWorkflowStages,
} from './methods/loadOptions';
import { receive } from './webhook/receive';
import { isRegistered, register, unregister } from './webhook/registry';
import { fields } from './webhook/trigger.fields';

export class ContentstackTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Contentstack Trigger',
		name: 'contentstackTrigger',
		icon: {
			light: 'file:../../icons/contentstack.svg',
			dark: 'file:../../icons/contentstack.dark.svg',
		},
		group: ['trigger'],
		// Not 1: at each call of a webhook node of version 1, n8n evaluates an expression of its own, which costs a third of the call.
		version: [2],
		defaultVersion: 2,
		subtitle: '={{$parameter["events"].join(", ")}}',
		description: 'Starts the workflow when something happens in Contentstack',
		eventTriggerDescription: 'Waiting for Contentstack to tell of it',
		activationMessage: 'Contentstack will now tell this workflow of its events.',
		defaults: { name: 'Contentstack Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'contentstackApi',
				required: true,
				testedBy: 'contentstackApiTest',
				displayOptions: { show: { authentication: ['managementToken'] } },
			},
			{
				name: 'contentstackOAuth2Api',
				required: true,
				displayOptions: { show: { authentication: ['oAuth2'] } },
			},
		],
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
				displayName: 'Authentication',
				name: 'authentication',
				type: 'options',
				options: [
					{ name: 'Management Token', value: 'managementToken' },
					{ name: 'OAuth2', value: 'oAuth2' },
				],
				default: 'managementToken',
			},
			{
				displayName: 'Events',
				name: 'events',
				type: 'multiOptions',
				noDataExpression: true,
				required: true,
				options: [
					{ name: 'Asset Created', value: 'assetCreated' },
					{ name: 'Asset Deleted', value: 'assetDeleted' },
					{ name: 'Asset Published', value: 'assetPublished' },
					{ name: 'Asset Unpublished', value: 'assetUnpublished' },
					{ name: 'Asset Updated', value: 'assetUpdated' },
					{
						name: 'Bulk Job Completed',
						value: 'bulkJobCompleted',
						description: 'A bulk publish has come to its end',
					},
					{
						name: 'Comment Created',
						value: 'commentCreated',
						description: 'Somebody comments on a field of an entry',
					},
					{
						name: 'Custom Channel',
						value: 'customChannel',
						description: 'Any channel that Contentstack has',
					},
					{ name: 'Entry Created', value: 'entryCreated' },
					{ name: 'Entry Deleted', value: 'entryDeleted' },
					{
						name: 'Entry Publish Failed',
						value: 'entryPublishFailed',
						description: 'Publishing or unpublishing an entry did not come off',
					},
					{
						name: 'Entry Published',
						value: 'entryPublished',
						description: 'Once for each environment and language',
					},
					{ name: 'Entry Unpublished', value: 'entryUnpublished' },
					{ name: 'Entry Updated', value: 'entryUpdated' },
					{
						name: 'Release Deployed',
						value: 'releaseDeployed',
						description: 'Once for each environment',
					},
					{ name: 'Workflow Stage Changed', value: 'workflowStageChanged' },
				],
				default: ['entryPublished'],
				description: 'What to listen to',
			},
			...fields,
		],
	};

	methods = {
		credentialTest: { contentstackApiTest },
		loadOptions: {
			getBranches,
			getContentTypes,
			getEnvironments,
			getLocales,
			getWorkflows,
			getWorkflowStages,
		},
	};

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

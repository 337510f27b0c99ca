import type { INodeProperties } from 'n8n-workflow';

const custom = { show: { region: ['CUSTOM'] } };

/** The fields by which both credentials say where the stack lives. */
export const regionProperties: INodeProperties[] = [
	{
		displayName: 'Region',
		name: 'region',
		type: 'options',
		options: [
			{ name: 'AWS Australia', value: 'AU' },
			{ name: 'AWS Europe', value: 'EU' },
			{ name: 'AWS North America', value: 'NA' },
			{ name: 'Azure Europe', value: 'AZURE_EU' },
			{ name: 'Azure North America', value: 'AZURE_NA' },
			{ name: 'Custom', value: 'CUSTOM' },
			{ name: 'Google Cloud Europe', value: 'GCP_EU' },
			{ name: 'Google Cloud North America', value: 'GCP_NA' },
		],
		default: 'NA',
		description:
			'Where the stack lives. The address of the web app tells: eu-app.contentstack.com is AWS Europe, app.contentstack.com is AWS North America.',
	},
	{
		displayName: 'Management API URL',
		name: 'apiUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://api.contentstack.io',
		displayOptions: custom,
	},
	{
		displayName: 'Delivery API URL',
		name: 'cdnUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://cdn.contentstack.io',
		displayOptions: custom,
	},
	{
		displayName: 'Web App URL',
		name: 'appUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://app.contentstack.com',
		displayOptions: custom,
	},
];

/** The fields by which both credentials say which stack and branch, and how to read what is published and check who sends. */
export const stackProperties: INodeProperties[] = [
	{
		displayName: 'Branch',
		name: 'branch',
		type: 'string',
		default: 'main',
		description: 'UID of the branch or of an alias. Found in Settings → Branches.',
	},
	{
		displayName: 'Delivery Token',
		name: 'deliveryToken',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		description:
			'Optional, for reading what is published. Found in Settings → Tokens → Delivery Tokens.',
	},
	{
		displayName: 'Environment',
		name: 'environment',
		type: 'string',
		default: '',
		placeholder: 'e.g. production',
		description: 'The environment that the delivery token belongs to',
	},
	{
		displayName: 'Webhook Signing Secret',
		name: 'webhookSecret',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		description:
			'Optional, for webhooks with HMAC signing. Found in Administration → Security Configuration → HMAC Signing.',
	},
];

/** Where the stack's API key stands. */
export const apiKeyProperty: INodeProperties = {
	displayName: 'Stack API Key',
	name: 'apiKey',
	type: 'string',
	typeOptions: { password: true },
	default: '',
	required: true,
	description: 'Found in Settings → Stack. It begins with "blt".',
};

import type { INodeProperties } from 'n8n-workflow';

const filters: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	description:
		'What an event must be like for a run to start. What a delivery does not say and cannot be read passes.',
	options: [
		{
			displayName: 'Branch Name or ID',
			name: 'branch',
			type: 'options',
			typeOptions: { loadOptionsMethod: 'getBranches' },
			default: '',
			description:
				'The branch to listen to; that of the credential when empty. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		},
		{
			displayName: 'Content Type Names or IDs',
			name: 'contentTypes',
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: 'getContentTypes' },
			default: [],
			description:
				'Only entries of these content types. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		},
		{
			displayName: 'Environment Names or IDs',
			name: 'environments',
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: 'getEnvironments' },
			default: [],
			description:
				'Only what is published, unpublished or deployed in these environments. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		},
		{
			displayName: 'Locale Names or IDs',
			name: 'locales',
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: 'getLocales' },
			default: [],
			description:
				'Only these languages. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		},
		{
			displayName: 'Media Content Type Names or IDs',
			name: 'mediaContentTypes',
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: 'getContentTypes' },
			default: ['iconik_media'],
			description:
				'The content types of media entries: an entry that references one holds iconik media. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		},
		{
			displayName: 'Media Fields',
			name: 'mediaFields',
			type: 'string',
			default: '',
			placeholder: 'e.g. video_id',
			description:
				'UIDs of further fields that hold iconik asset IDs, with a comma between each. The field iconik_asset_id and what was picked are always recognised.',
		},
		{
			displayName: 'Only Entries with Iconik Media',
			name: 'onlyWithMedia',
			type: 'boolean',
			default: true,
			description: 'Whether to start only for entries that hold media from iconik',
		},
	],
};

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Accept Deliveries Without Signature',
			name: 'acceptUnsigned',
			type: 'boolean',
			default: false,
			description:
				'Whether the secret header is enough where a delivery has no signature, or one by HMAC for which the credential holds no webhook signing secret. A wrong signature is refused in any case.',
		},
		{
			displayName: 'Concise Payload',
			name: 'concise',
			type: 'boolean',
			default: false,
			description:
				'Whether Contentstack sends only what names an entry or asset, without its fields. Less travels; filters that need the fields read the entry.',
		},
		{
			displayName: 'Fields to Compare',
			name: 'comparedFields',
			type: 'string',
			default: '',
			placeholder: 'e.g. title, usage_rights.status',
			description:
				'Start for Entry Updated only when one of these fields differs from the version before. UIDs or paths, with a comma between each.',
		},
		{
			displayName: 'Ignore Own Changes',
			name: 'ignoreOwnChanges',
			type: 'boolean',
			default: false,
			description:
				"Whether to skip what was done with this node's credential, for example by another workflow. Deletions do not say who did them.",
		},
		{
			displayName: 'Name in Contentstack',
			name: 'title',
			type: 'string',
			default: '',
			placeholder: 'e.g. Placements to iconik',
			description:
				'How the webhook is called in Settings → Webhooks; by the name of the workflow when empty',
		},
		{
			displayName: 'Read Entry',
			name: 'readEntry',
			type: 'boolean',
			default: false,
			description:
				'Whether to read the entry as it is now, instead of giving it as it was when the event happened. Of stage changes it is always read.',
		},
		{
			displayName: 'Simplify',
			name: 'simplify',
			type: 'boolean',
			default: true,
			description:
				'Whether to return a simplified version of the entry or asset instead of the raw data',
		},
	],
};

/** All parameters of the trigger below its events. */
export const fields: INodeProperties[] = [
	{
		displayName: 'Workflow Name or ID',
		name: 'workflow',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getWorkflows' },
		default: '',
		description:
			'The workflow whose stages count. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		displayOptions: { show: { events: ['workflowStageChanged'] } },
	},
	{
		displayName: 'Stage Names or IDs',
		name: 'stages',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getWorkflowStages', loadOptionsDependsOn: ['workflow'] },
		default: [],
		description:
			'The stages that an entry must have reached; any when empty. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		displayOptions: { show: { events: ['workflowStageChanged'] } },
	},
	{
		displayName: 'Channels',
		name: 'channels',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. taxonomies.create, global_fields.update',
		description:
			'Any channels that Contentstack has, with a comma between each. The code view of a webhook in Settings → Webhooks shows them.',
		displayOptions: { show: { events: ['customChannel'] } },
	},
	filters,
	options,
];

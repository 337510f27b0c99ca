import type { INodeProperties } from 'n8n-workflow';

const show = { resource: ['asset'], operation: ['createOrUpdate'] };
const single = { show: { ...show, source: ['binary', 'text', 'url'] } };

export const description: INodeProperties[] = [
	{
		displayName: 'Source',
		name: 'source',
		type: 'options',
		options: [
			{
				name: 'Binary File',
				value: 'binary',
				description: 'A file that the item carries',
			},
			{
				name: 'List of Files',
				value: 'files',
				description:
					'Several files of one item, such as the poster and captions of a media package',
			},
			{
				name: 'Text',
				value: 'text',
				description: 'Text that becomes the file, such as captions',
			},
			{
				name: 'URL',
				value: 'url',
				description: 'An address that is fetched and passed on without being held in memory',
			},
		],
		default: 'files',
		displayOptions: { show },
	},
	{
		displayName: 'Files',
		name: 'files',
		type: 'json',
		default: '={{ [$json.poster, ...($json.captions ?? [])] }}',
		description:
			'Objects with key, fingerprint, file_name, mime_type and an address or text, as Get Media Package gives them',
		displayOptions: { show: { ...show, source: ['files'] } },
	},
	{
		displayName: 'URL',
		name: 'url',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. https://example.com/poster.jpg',
		displayOptions: { show: { ...show, source: ['url'] } },
	},
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		required: true,
		displayOptions: { show: { ...show, source: ['text'] } },
	},
	{
		displayName: 'Input Binary Field',
		name: 'binaryPropertyName',
		type: 'string',
		default: 'data',
		required: true,
		hint: 'The name of the input field containing the file data to be uploaded',
		displayOptions: { show: { ...show, source: ['binary'] } },
	},
	{
		displayName: 'File Name',
		name: 'fileName',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. poster.jpg',
		displayOptions: single,
	},
	{
		displayName: 'Key',
		name: 'key',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. iconik/{{ $json.asset_id }}/poster',
		description:
			'What this file is, the same for every version of it. The asset is found again by it; it is kept in the tags.',
		displayOptions: single,
	},
	{
		displayName: 'Fingerprint',
		name: 'fingerprint',
		type: 'string',
		default: '',
		placeholder: 'e.g. {{ $json.version_id }}',
		description:
			'Any text that changes exactly when the content does. Needed for a URL or binary file; text has its own.',
		displayOptions: single,
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: { show },
		options: [
			{
				displayName: 'Folder UID',
				name: 'folder',
				type: 'string',
				default: '',
				placeholder: 'e.g. blt1a2b3c4d5e6f7081',
				description: 'Where new assets go',
			},
			{
				displayName: 'MIME Type',
				name: 'mimeType',
				type: 'string',
				default: '',
				placeholder: 'e.g. image/jpeg',
				description: 'For a single file; what its source says when empty',
			},
			{
				displayName: 'Publish Locale Names or IDs',
				name: 'publishLocales',
				type: 'multiOptions',
				description:
					'Languages to publish in, none for the master language. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
				typeOptions: { loadOptionsMethod: 'getLocales' },
				default: [],
			},
			{
				displayName: 'Publish to Environment Names or IDs',
				name: 'publishEnvironments',
				type: 'multiOptions',
				description:
					'Where to publish the assets that are not live there in their present version. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
				typeOptions: { loadOptionsMethod: 'getEnvironments' },
				default: [],
			},
		],
	},
];

import type { INodeProperties } from 'n8n-workflow';

const show = { resource: ['review'], operation: ['request'] };
const shared = { ...show, shareKind: ['link', 'mail'] };

export const fields: INodeProperties[] = [
	{
		displayName: 'User Names or IDs',
		name: 'users',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getUsers' },
		default: [],
		description:
			'Who shall review. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		displayOptions: { show },
	},
	{
		displayName: 'Group Names or IDs',
		name: 'groups',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getGroups' },
		hint: 'An expression may give names, too',
		default: [],
		description:
			'Whose members shall review. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		displayOptions: { show },
	},
	{
		displayName: 'External Reviewers',
		name: 'externals',
		type: 'string',
		default: '',
		placeholder: 'e.g. legal@example.com, agency@example.com',
		description: 'E-mail addresses of people outside iconik, with commas between them',
		displayOptions: { show },
	},
	{
		displayName: 'Approvals Needed',
		name: 'minNumber',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 1,
		description: 'How many reviewers must approve',
		displayOptions: { show },
	},
	{
		displayName: 'Share',
		name: 'shareKind',
		type: 'options',
		options: [
			{
				name: 'Make a Link',
				value: 'link',
				description:
					'Anyone who has the link may watch, comment and approve; you send it on yourself',
			},
			{
				name: 'None',
				value: 'none',
				description: 'Reviewers open the asset in iconik',
			},
			{
				name: 'Send by Mail',
				value: 'mail',
				description: 'External reviewers get a mail with a link from iconik',
			},
		],
		default: 'none',
		description:
			'Whether people can review without an account. This opens the asset to the outside.',
		displayOptions: { show },
	},
	{
		displayName: 'Message',
		name: 'message',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		description: 'What the mail says',
		displayOptions: { show: { ...show, shareKind: ['mail'] } },
	},
	{
		displayName: 'Share Ends After Days',
		name: 'expiresDays',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 1825 },
		default: 14,
		displayOptions: { show: shared },
	},
	{
		displayName: 'Share Title',
		name: 'shareTitle',
		type: 'string',
		default: 'Review',
		displayOptions: { show: shared },
	},
];

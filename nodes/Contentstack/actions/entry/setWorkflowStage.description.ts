import type { INodeProperties } from 'n8n-workflow';
import { readLocaleField } from './entryData.fields';

const show = { resource: ['entry'], operation: ['setWorkflowStage'] };

export const description: INodeProperties[] = [
	{
		displayName: 'Stage Name or ID',
		name: 'stage',
		type: 'options',
		description:
			'The workflow stage to move the entry to. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		typeOptions: {
			loadOptionsMethod: 'getEntryStages',
			loadOptionsDependsOn: ['contentType.value'],
		},
		default: '',
		required: true,
		displayOptions: { show },
	},
	readLocaleField(show, 'Language whose stage is set: each has its own'),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: { show },
		options: [
			{
				displayName: 'Assigned Role Names or IDs',
				name: 'assignedRoles',
				type: 'multiOptions',
				description:
					'Roles that get the task. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
				typeOptions: { loadOptionsMethod: 'getRoles' },
				default: [],
			},
			{
				displayName: 'Assigned User Names or IDs',
				name: 'assignedUsers',
				type: 'multiOptions',
				description:
					'People who get the task. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
				typeOptions: { loadOptionsMethod: 'getUsers' },
				default: [],
			},
			{
				displayName: 'Comment',
				name: 'comment',
				type: 'string',
				typeOptions: { rows: 3 },
				default: '',
				description: 'What the next person reads with the stage change',
			},
			{
				displayName: 'Due Date',
				name: 'dueDate',
				type: 'dateTime',
				default: '',
				description: 'Day until which the task is to be done',
			},
			{
				displayName: 'Notify',
				name: 'notify',
				type: 'boolean',
				default: false,
				description: 'Whether the assigned people get an email',
			},
		],
	},
];

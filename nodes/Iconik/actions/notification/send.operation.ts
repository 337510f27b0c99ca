import { NodeOperationError, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';
import { groupIds } from '../../people/groupIds';
import { membersOf } from '../../people/groupMembers';
import { notify, type Notice } from '../../people/notify';
import { givenIds, givenText } from '../given';
import { locatedObject, objectFields } from '../objectFields';
import type { ItemOperation } from '../operation';

const show = { resource: ['notification'], operation: ['send'] };

export const description: INodeProperties[] = [
	{
		displayName: 'User Names or IDs',
		name: 'users',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getUsers' },
		default: [],
		description:
			'Who gets the message. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
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
			'The active members of these groups get the message as well. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		displayOptions: { show },
	},
	{
		displayName: 'Message',
		name: 'message',
		type: 'string',
		default: '',
		required: true,
		description: 'What the message says, in one line',
		displayOptions: { show },
	},
	...objectFields(show, { isOptional: false }),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show },
		options: [
			{
				displayName: 'Job ID',
				name: 'jobId',
				type: 'string',
				default: '',
				description:
					'The job that the message is about. Without one, a small finished job is made to carry the message: iconik is known to show messages of jobs.',
			},
			{
				displayName: 'Long Message',
				name: 'longMessage',
				type: 'string',
				typeOptions: { rows: 3 },
				default: '',
				description: 'What the mail says; the message when empty',
			},
		],
	},
];

interface Options {
	jobId?: string;
	longMessage?: string;
}

export const execute: ItemOperation = async function (iconik, index) {
	const short = givenText.call(this, 'message', index);
	const { jobId, longMessage } = this.getNodeParameter('options', index, {}) as Options;
	const users = givenIds.call(this, 'users', index);
	const given = givenIds.call(this, 'groups', index);
	const groups = await groupIds(iconik, this.getNode(), given);
	const recipients = await membersOf(iconik, users, groups);
	if (recipients.length === 0)
		throw new NodeOperationError(this.getNode(), 'There is nobody to send the message to', {
			itemIndex: index,
			description: 'Choose a user, or a group that has active members.',
		});
	const about = jobId ? ({ type: 'jobs', id: jobId } as const) : aboutOf.call(this, index);
	const outcomes = await notify(iconik, { recipients, short, long: longMessage || short, about });
	const failed = outcomes.flatMap((outcome, n) =>
		outcome.ok ? [] : [{ user_id: recipients[n], error: (outcome.error as Error).message }],
	);
	// Who has the message must not get it again by a repeated run, so only a complete failure is an error.
	if (failed.length === recipients.length)
		throw new NodeOperationError(this.getNode(), failed[0]?.error ?? '', { itemIndex: index });
	const sent = recipients.filter((_, n) => outcomes[n]?.ok === true);
	return { sent: sent.length, recipients: sent, failed };
};

function aboutOf(this: IExecuteFunctions, index: number): Notice['about'] {
	return locatedObject.call(this, index) as Notice['about'];
}

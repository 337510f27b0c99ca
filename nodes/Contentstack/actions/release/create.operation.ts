import type { INodeProperties } from 'n8n-workflow';
import { createRelease, ensureRelease } from '../../releases/namedRelease';
import { simplifiedRelease } from '../../releases/release';
import type { ItemOperation } from '../operation';

const show = { resource: ['release'], operation: ['create'] };

export const description: INodeProperties[] = [
	{
		displayName: 'Name',
		name: 'releaseName',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. Spring campaign',
		description: 'Name that editors see',
		displayOptions: { show },
	},
	{
		displayName: 'Description',
		name: 'releaseDescription',
		type: 'string',
		default: '',
		description: 'What it is for',
		displayOptions: { show },
	},
	{
		displayName: 'If There Is One of This Name',
		name: 'ifThere',
		type: 'options',
		options: [
			{ name: 'Make Another One', value: 'create' },
			{
				name: 'Use It',
				value: 'use',
				description: 'Of several the oldest; archived ones do not count',
			},
		],
		default: 'create',
		displayOptions: { show },
	},
];

/** Makes an empty release, or takes the one of the same name where that is chosen. Items that name the same one share it. */
export const execute: ItemOperation = async function (stack, index) {
	const name = String(this.getNodeParameter('releaseName', index));
	const description = String(this.getNodeParameter('releaseDescription', index, '') ?? '');
	if (this.getNodeParameter('ifThere', index, 'create') !== 'use')
		return {
			result: 'created',
			...simplifiedRelease(await createRelease(stack, name, description)),
		};
	const { release, isNew } = await stack.once(
		`release ${name}`,
		async () => await ensureRelease(stack, name, description),
	);
	return { result: isNew ? 'created' : 'already_there', ...simplifiedRelease(release) };
};

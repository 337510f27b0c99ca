import type { INodeProperties } from 'n8n-workflow';
import { nameOf, usersById } from '../../people/groupMembers';
import { notify } from '../../people/notify';
import { assetIdOf } from '../assetLocator';
import { givenIds, givenText } from '../given';
import { simplifyField } from '../limitFields';
import type { ItemOperation } from '../operation';
import { bodyOf, makeOnce, segmentOptions, segmentsPath, simplified } from './segments';
import type { SegmentOptions } from './segments';

const show = { resource: ['segment'], operation: ['createComment'] };

export const description: INodeProperties[] = [
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		required: true,
		description: 'What the comment says',
		displayOptions: { show },
	},
	{
		displayName: 'Mention User Names or IDs',
		name: 'mentions',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getUsers' },
		default: [],
		description:
			'These people are named before the text and get a message under the bell of iconik. The mentions that people type into comments cannot be made from outside. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		displayOptions: { show },
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show },
		options: [
			...segmentOptions,
			{
				displayName: 'Reply To',
				name: 'parentId',
				type: 'string',
				default: '',
				description: 'The ID of the comment that this one answers',
			},
			{
				displayName: 'Start (Milliseconds)',
				name: 'start',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 0,
				description: 'To which time of the media the comment belongs; to all of it when left out',
			},
		],
	},
	simplifyField(show),
];

interface Options extends SegmentOptions {
	parentId?: string;
	start?: number;
}

export const execute: ItemOperation = async function (iconik, index) {
	const path = segmentsPath.call(this, index);
	const options = this.getNodeParameter('options', index, {}) as Options;
	const text = givenText.call(this, 'text', index);
	const ids = [...new Set(givenIds.call(this, 'mentions', index))];
	const names = (await usersById(iconik, ids)).map((user) => `@${nameOf(user)}`);
	const { segment, isNew } = await makeOnce(iconik, path, {
		segment_type: 'COMMENT',
		segment_text: [...names, text].join(' '),
		...bodyOf(options.start, options),
		...(options.parentId && { parent_id: options.parentId }),
	});
	// The comment stands. That somebody could not be told must not make a repeated run comment again.
	const told = isNew
		? await notify(iconik, {
				recipients: ids,
				short: 'You were mentioned in a comment',
				long: text,
				about: { type: 'assets', id: assetIdOf.call(this, index) },
			}).catch(() => [])
		: [];
	const notified = ids.filter((_, n) => told[n]?.ok === true);
	const isSimple = this.getNodeParameter('simplify', index, true) === true;
	return { ...(isSimple ? simplified(segment) : segment), notified };
};

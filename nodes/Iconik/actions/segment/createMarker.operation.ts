import type { INodeProperties } from 'n8n-workflow';
import { givenText } from '../given';
import { simplifyField } from '../limitFields';
import type { ItemOperation } from '../operation';
import { bodyOf, makeOnce, segmentOptions, segmentsPath, simplified } from './segments';
import type { SegmentOptions } from './segments';

const show = { resource: ['segment'], operation: ['createMarker'] };

export const description: INodeProperties[] = [
	{
		displayName: 'Start (Milliseconds)',
		name: 'start',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		required: true,
		description: 'Which time of the media is marked',
		displayOptions: { show },
	},
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		default: '',
		description: 'What the marker says',
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
			{
				displayName: 'Color',
				name: 'color',
				type: 'color',
				default: '#ffcc00',
				description: 'The color of the marker on the time line',
			},
			...segmentOptions,
		],
	},
	simplifyField(show),
];

interface Options extends SegmentOptions {
	color?: string;
}

export const execute: ItemOperation = async function (iconik, index) {
	const options = this.getNodeParameter('options', index, {}) as Options;
	const { segment } = await makeOnce(iconik, segmentsPath.call(this, index), {
		segment_type: 'MARKER',
		segment_text: givenText.call(this, 'text', index),
		...bodyOf(this.getNodeParameter('start', index) as number, options),
		...(options.color && { segment_color: options.color }),
	});
	return this.getNodeParameter('simplify', index, true) === true ? simplified(segment) : segment;
};

import type { INodeProperties } from 'n8n-workflow';
import { byPage, collect } from '../../transport/paging';
import { limitFields, limitOf, simplifyField } from '../limitFields';
import type { ItemOperation } from '../operation';
import { segmentsPath, simplified, type Segment } from './segments';

const show = { resource: ['segment'], operation: ['getAll'] };
const LARGEST_PAGE = 500;
const DEEPEST = 10_000;

export const description: INodeProperties[] = [
	...limitFields(show),
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		displayOptions: { show },
		options: [
			{
				displayName: 'All Versions',
				name: 'allVersions',
				type: 'boolean',
				default: false,
				description: 'Whether to also return what belongs to older versions',
			},
			{
				displayName: 'Text',
				name: 'query',
				type: 'string',
				default: '',
				description: 'Only what holds this text',
			},
			{
				displayName: 'Type',
				name: 'segmentType',
				type: 'options',
				options: [
					{ name: 'Any', value: '' },
					{ name: 'Comment', value: 'COMMENT' },
					{ name: 'Generic', value: 'GENERIC' },
					{ name: 'Marker', value: 'MARKER' },
					{ name: 'Person', value: 'PERSON' },
					{ name: 'Quality Control', value: 'QC' },
					{ name: 'Scene', value: 'SCENE' },
					{ name: 'Tag', value: 'TAG' },
					{ name: 'Transcription', value: 'TRANSCRIPTION' },
				],
				default: '',
			},
			{
				displayName: 'Version ID',
				name: 'versionId',
				type: 'string',
				default: '',
				description: 'Only what belongs to this version',
			},
		],
	},
	simplifyField(show),
];

interface Filters {
	allVersions?: boolean;
	query?: string;
	segmentType?: string;
	versionId?: string;
}

export const execute: ItemOperation = async function (iconik, index) {
	const filters = this.getNodeParameter('filters', index, {}) as Filters;
	const { allVersions, query, segmentType, versionId } = filters;
	const limit = Math.min(limitOf.call(this, index), DEEPEST);
	const call = {
		path: segmentsPath.call(this, index),
		query: {
			...(segmentType && { segment_type: segmentType }),
			...(query && { query }),
			...(versionId && { version_id: versionId }),
			...(allVersions && { include_all_versions: true }),
		},
	};
	const perPage = Math.min(limit, LARGEST_PAGE);
	const found = await collect(byPage<Segment>(iconik, call, { perPage, limit }));
	return this.getNodeParameter('simplify', index, true) === true ? found.map(simplified) : found;
};

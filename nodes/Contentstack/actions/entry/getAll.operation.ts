import { type IDataObject, type INodeProperties, NodeOperationError } from 'n8n-workflow';
import { type Entry, entryPath, simplifiedEntry } from '../../entries/entry';
import { isRecord, parsedJson } from '../../schema/compounds';
import { readList } from '../../transport/paging';
import type { ItemOperation } from '../operation';
import { located } from './locators';

const show = { resource: ['entry'], operation: ['getAll'] };

export const description: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
		displayOptions: { show },
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { ...show, returnAll: [false] } },
	},
	{
		displayName: 'Query (JSON)',
		name: 'query',
		type: 'json',
		default: '{}',
		description:
			'Which entries, in Contentstack\'s query language, like {"iconik_state": "held"}. All when empty.',
		displayOptions: { show },
	},
	{
		displayName: 'Locale Name or ID',
		name: 'locale',
		type: 'options',
		description:
			'Language to read. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		typeOptions: { loadOptionsMethod: 'getLocalesOrMaster' },
		default: '',
		displayOptions: { show },
	},
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
		displayOptions: { show },
	},
];

/** Reads the entries of a content type that a query finds, page by page. */
export const execute: ItemOperation = async function (stack, index) {
	const query = parsedJson(this.getNodeParameter('query', index, '{}') || '{}');
	if (!isRecord(query))
		throw new NodeOperationError(this.getNode(), 'Query (JSON) is not a valid JSON object', {
			itemIndex: index,
			description: 'It must be one object, like {"iconik_state": "held"}.',
		});
	const locale = String(this.getNodeParameter('locale', index, '') ?? '');
	const isAll = this.getNodeParameter('returnAll', index) as boolean;
	const entries = await readList<Entry>(
		stack,
		entryPath(located(this, 'contentType', index)),
		'entries',
		{
			...(Object.keys(query).length > 0 && { query: JSON.stringify(query) }),
			include_publish_details: true,
			...(locale && { locale, include_fallback: true }),
		},
		isAll ? Infinity : (this.getNodeParameter('limit', index) as number),
	);
	return this.getNodeParameter('simplify', index, true)
		? entries.map(simplifiedEntry)
		: (entries as IDataObject[]);
};

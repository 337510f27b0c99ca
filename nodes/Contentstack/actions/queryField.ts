import {
	type IDataObject,
	type IDisplayOptions,
	type IExecuteFunctions,
	type INodeProperties,
	NodeOperationError,
} from 'n8n-workflow';
import { isRecord, parsedJson } from '../schema/compounds';

type Show = NonNullable<IDisplayOptions['show']>;

/** A query in the service's own language. */
export const queryField = (show: Show, things: string, example: string): INodeProperties => ({
	displayName: 'Query (JSON)',
	name: 'query',
	type: 'json',
	default: '{}',
	description: `Which ${things}, in Contentstack's query language, like ${example}. All when empty.`,
	displayOptions: { show },
});

/** An item's query as a call takes it; nothing for an empty one. Throws when it is not a JSON object. */
export function readQuery(context: IExecuteFunctions, index: number): IDataObject {
	const query = parsedJson(context.getNodeParameter('query', index, '{}') || '{}');
	if (isRecord(query)) return Object.keys(query).length > 0 ? { query: JSON.stringify(query) } : {};
	throw new NodeOperationError(context.getNode(), 'Query (JSON) is not a valid JSON object', {
		itemIndex: index,
		description: 'It must be one object, like {"title": "Launch"}.',
	});
}

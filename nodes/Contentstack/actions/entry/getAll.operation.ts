import { type IDataObject, type IExecuteFunctions, NodeOperationError } from 'n8n-workflow';
import { bothOf, type Condition, type Query, toQuery } from '../../entries/conditions';
import { type Entry, livePlaces, simplifiedEntry } from '../../entries/entry';
import { listEntries } from '../../entries/list';
import { publishedIn } from '../../entries/published';
import { resolveStage } from '../../entries/stages';
import { isRecord, parsedJson } from '../../schema/compounds';
import { readContentType } from '../../schema/contentType';
import { STAGE_PATH } from '../../schema/systemFields';
import type { Stack } from '../../transport/stack';
import { onBranch } from '../../transport/stackLists';
import { limitOf } from '../limitFields';
import type { ItemOperation } from '../operation';
import { localeOf } from './entryValues';
import { listOf, located } from './locators';

export { description } from './getAll.description';

interface Options {
	branch?: string;
	fields?: string[];
	includeFallback?: boolean;
	includePublishDetails?: boolean;
	includeReferences?: string[];
	includeSchema?: boolean;
	includeWorkflow?: boolean;
	sortBy?: string;
	sortDirection?: 'asc' | 'desc';
}

/** Reads the entries of a content type that the conditions and the query find. */
export const execute: ItemOperation = async function (ofCredential, index) {
	const options = this.getNodeParameter('options', index, {}) as Options;
	const stack = await onBranch(ofCredential, options.branch);
	const contentTypeUid = located(this, 'contentType', index);
	const query = bothOf(
		await conditionQuery(this, stack, contentTypeUid, index),
		jsonQuery(this, index),
	);
	const locale = await localeOf(this, stack, index);
	const isSimple = this.getNodeParameter('simplify', index, true) as boolean;
	const wantsPlaces = options.includePublishDetails ?? !isSimple;
	const isSifted = locale !== '' && options.includeFallback === false;
	const schema = options.includeSchema && (await readContentType(stack, contentTypeUid)).schema;
	const shaped = (entry: Entry): IDataObject => ({
		...(isSimple ? simplifiedEntry(entry) : (entry as IDataObject)),
		...(isSimple && wantsPlaces && { published: livePlaces(entry) as unknown as IDataObject[] }),
		...(schema && { schema: schema as unknown as IDataObject[] }),
	});
	const entries = await listEntries(stack, {
		contentTypeUid,
		qs: {
			...(Object.keys(query).length > 0 && { query: JSON.stringify(query) }),
			...(locale && { locale, ...(!isSifted && { include_fallback: true }) }),
			...(wantsPlaces && { include_publish_details: true }),
			...chosenParts(options, wantsPlaces),
		},
		limit: limitOf(this, index),
		keep: (entry) => (isSifted && entry.locale !== locale ? undefined : shaped(entry)),
		isSifted,
	});
	if (isSimple && wantsPlaces)
		for (const entry of entries)
			entry.published = await publishedIn(stack, livePlaces({ publish_details: entry.published }));
	return entries;
};

/** Sorting, chosen fields and what else is to be in the answer, as the call takes them. */
function chosenParts(options: Options, wantsPlaces: boolean): IDataObject {
	const fields = listOf(options.fields ?? []);
	const references = listOf(options.includeReferences ?? []);
	const marks = [
		'uid',
		'locale',
		...(wantsPlaces ? ['publish_details'] : []),
		...(options.includeWorkflow ? ['_workflow'] : []),
	];
	return {
		...(options.sortBy && { [options.sortDirection ?? 'asc']: options.sortBy }),
		...(options.includeWorkflow && { include_workflow: true }),
		...(references.length > 0 && { include: references }),
		...(fields.length > 0 && { only: { BASE: [...new Set([...marks, ...fields])] } }),
	};
}

async function conditionQuery(
	context: IExecuteFunctions,
	stack: Stack,
	contentTypeUid: string,
	index: number,
): Promise<Query> {
	const given = context.getNodeParameter('conditions.condition', index, []) as Condition[];
	if (given.length === 0) return {};
	const contentType = await readContentType(stack, contentTypeUid);
	const conditions = await Promise.all(
		given.map(async (condition) =>
			condition.field === STAGE_PATH && ['equals', 'notEquals'].includes(condition.operator)
				? {
						...condition,
						value: (await resolveStage(stack, contentTypeUid, String(condition.value))).uid,
					}
				: condition,
		),
	);
	const combine = context.getNodeParameter('combine', index, 'and') as 'and' | 'or';
	return toQuery(contentType, conditions, combine, (reason) => {
		throw new NodeOperationError(context.getNode(), reason, {
			itemIndex: index,
			description: 'Correct the condition, or open the node again if the content type has changed.',
		});
	});
}

function jsonQuery(context: IExecuteFunctions, index: number): Query {
	const query = parsedJson(context.getNodeParameter('query', index, '{}') || '{}');
	if (isRecord(query)) return query;
	throw new NodeOperationError(context.getNode(), 'Query (JSON) is not a valid JSON object', {
		itemIndex: index,
		description: 'It must be one object, like {"iconik_state": "held"}.',
	});
}

import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { ContentItem } from '../content/contentItem';
import type { Stack } from '../transport/stack';
import { assertLocales, masterLocaleOf } from '../transport/stackLists';
import { assetLocator } from './asset/assetLocator';
import { contentTypeLocator, entryLocator, located } from './entry/locators';

/** The fields that choose an entry in a language, or an asset, for these operations. */
export function contentItemFields(resource: string, operations: string[]): INodeProperties[] {
	const show = { resource: [resource], operation: operations };
	const ofEntries = { show: { ...show, itemType: ['entry'] } };
	return [
		{
			displayName: 'Item Type',
			name: 'itemType',
			type: 'options',
			options: [
				{ name: 'Asset', value: 'asset' },
				{ name: 'Entry', value: 'entry' },
			],
			default: 'entry',
			description: 'What this item of the workflow stands for',
			displayOptions: { show },
		},
		{ ...contentTypeLocator(resource, operations), displayOptions: ofEntries },
		{ ...entryLocator(operations), displayOptions: ofEntries },
		{
			...assetLocator(operations),
			displayOptions: { show: { ...show, itemType: ['asset'] } },
		},
		{
			displayName: 'Locale Name or ID',
			name: 'locale',
			type: 'options',
			description:
				'The language that is meant. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
			typeOptions: { loadOptionsMethod: 'getLocalesOrMaster' },
			default: '',
			displayOptions: ofEntries,
		},
	];
}

/** Which version goes out, for these operations. */
export const itemVersionField = (resource: string, operations: string[]): INodeProperties => ({
	displayName: 'Version',
	name: 'version',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 0,
	description: 'The exact version that is meant, 0 for the latest one',
	displayOptions: { show: { resource: [resource], operation: operations } },
});

/** The entry or asset that an item names. An asset goes by the master language. */
export async function readContentItem(
	context: IExecuteFunctions,
	stack: Stack,
	index: number,
): Promise<ContentItem> {
	const isEntry = context.getNodeParameter('itemType', index, 'entry') !== 'asset';
	const chosen = isEntry ? String(context.getNodeParameter('locale', index, '') ?? '') : '';
	if (chosen !== '') await assertLocales(stack, [chosen]);
	const locale = chosen || (await masterLocaleOf(stack));
	return isEntry
		? {
				contentType: located(context, 'contentType', index),
				uid: located(context, 'entry', index),
				locale,
			}
		: { uid: located(context, 'asset', index), locale };
}

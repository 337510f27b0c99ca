import { type IExecuteFunctions, type INodeProperties, NodeOperationError } from 'n8n-workflow';

const ENTRY_URL = 'https?://[^/]+/.*content-type/([^/?#]+).*';

/** The field that chooses a content type, for these operations of a resource. */
export function contentTypeLocator(resource: string, operations: string[]): INodeProperties {
	return {
		displayName: 'Content Type',
		name: 'contentType',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		displayOptions: { show: { resource: [resource], operation: operations } },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: 'searchContentTypes', searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. iconik_media',
			},
			{
				displayName: 'By URL',
				name: 'url',
				type: 'string',
				placeholder: 'e.g. https://app.contentstack.com/#!/stack/blt…/content-type/article/…',
				extractValue: { type: 'regex', regex: ENTRY_URL },
				validation: [
					{
						type: 'regex',
						properties: {
							regex: ENTRY_URL,
							errorMessage: 'Not the URL of a content type or entry',
						},
					},
				],
			},
		],
	};
}

const ENTRY_UID_URL = 'https?://[^/]+/.*/entry/([a-zA-Z0-9_]+).*';

/** The field that chooses an entry, for these operations. */
export function entryLocator(operations: string[]): INodeProperties {
	return {
		displayName: 'Entry',
		name: 'entry',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		displayOptions: { show: { resource: ['entry'], operation: operations } },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: 'searchEntries', searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. blt1a2b3c4d5e6f7081',
				hint: 'To use the entry of the step before, take {{ $json.uid }}',
			},
			{
				displayName: 'By URL',
				name: 'url',
				type: 'string',
				placeholder: 'e.g. https://app.contentstack.com/#!/stack/blt…/entry/blt…/edit',
				extractValue: { type: 'regex', regex: ENTRY_UID_URL },
				validation: [
					{
						type: 'regex',
						properties: { regex: ENTRY_UID_URL, errorMessage: 'Not the URL of an entry' },
					},
				],
			},
		],
	};
}

/** The UID that a locator holds for an item. Throws when it is empty. */
export function located(context: IExecuteFunctions, name: string, index: number): string {
	const uid = String(
		context.getNodeParameter(name, index, '', { extractValue: true }) ?? '',
	).trim();
	if (uid !== '') return uid;
	const what = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
	throw new NodeOperationError(context.getNode(), `No ${what} is given for this item`, {
		itemIndex: index,
		description: `Choose one from the list, or check the expression of the ${what}: it gave nothing.`,
	});
}

/** A list from a field where people choose several, or from an expression that gives a list or names with commas between. */
export function listOf(value: unknown): string[] {
	const list = Array.isArray(value) ? value : String(value ?? '').split(',');
	return list.map((item) => String(item).trim()).filter((item) => item !== '');
}

import { NodeOperationError, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';
import { readRows, type RowDefaults } from '../../placements/rows';
import type { Placement } from '../../placements/placement';
import type { ItemOperation } from '../operation';
import { entryFields, entryOf, fieldOf } from './fields';
import { recordOptions, recordWith, scopeOf } from './recording';

const show = { resource: ['placement'], operation: ['record'] };

export const description: INodeProperties[] = [
	...entryFields({ operation: ['record'] }),
	{
		displayName: 'Entry Title',
		name: 'entryTitle',
		type: 'string',
		default: '',
		placeholder: 'e.g. Spring campaign',
		description: 'What people in iconik read of the entry',
		displayOptions: { show },
	},
	{
		displayName: 'Page URL',
		name: 'pageUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://www.example.com/spring',
		displayOptions: { show },
	},
	{
		displayName: 'Placements',
		name: 'placements',
		type: 'json',
		typeOptions: { rows: 6 },
		default: '={{ $json.placements }}',
		required: true,
		description:
			'All that the entry uses now, as a list of objects with asset_id, field_path, locale, and environment or environments. An empty list takes away all that was recorded of the entry.',
		displayOptions: { show },
	},
	recordOptions('record'),
];

export const execute: ItemOperation = async function (iconik, index) {
	const field = await fieldOf.call(this, iconik, index);
	const entry = entryOf.call(this, index);
	const { locale = '', environment = '' } = scopeOf.call(this, index);
	const text = (name: string) => String(this.getNodeParameter(name, index, '') ?? '').trim();
	const wanted = rowsOf.call(this, index, {
		entry,
		title: text('entryTitle'),
		url: text('pageUrl'),
		locale,
		environment,
	});
	return await recordWith.call(this, iconik, index, { field, entry, wanted });
};

function rowsOf(
	this: IExecuteFunctions,
	index: number,
	defaults: RowDefaults,
): Map<string, Placement[]> {
	const given: unknown = this.getNodeParameter('placements', index, []);
	try {
		return readRows(typeof given === 'string' ? JSON.parse(given || '[]') : given, defaults);
	} catch (error) {
		throw new NodeOperationError(this.getNode(), (error as Error).message, {
			itemIndex: index,
			description:
				'Placements are a list of objects with asset_id, field_path, locale, and environment or environments. Nothing was written.',
		});
	}
}

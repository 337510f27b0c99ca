import { type INodeProperties, NodeOperationError } from 'n8n-workflow';
import { entryPath } from '../../entries/entry';
import { remove } from '../../transport/remove';
import { assertLocales } from '../../transport/stackLists';
import type { ItemOperation } from '../operation';
import { listOf, located } from './locators';

const show = { resource: ['entry'], operation: ['delete'] };

export const description: INodeProperties[] = [
	{
		displayName: 'What to Delete',
		name: 'deleteWhat',
		type: 'options',
		options: [
			{
				name: 'All Languages',
				value: 'all',
				description: 'The entry with all its versions',
			},
			{
				name: 'Chosen Languages',
				value: 'locales',
				description: "Only the entry's own versions in some languages",
			},
		],
		default: 'all',
		displayOptions: { show },
	},
	{
		displayName: 'Locale Names or IDs',
		name: 'locales',
		type: 'multiOptions',
		description:
			'Languages to delete the entry in. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		typeOptions: { loadOptionsMethod: 'getLocales' },
		default: [],
		displayOptions: { show: { ...show, deleteWhat: ['locales'] } },
	},
];

/** Deletes an entry, or its own versions in some languages. What is live goes down with it. */
export const execute: ItemOperation = async function (stack, index) {
	const path = entryPath(located(this, 'contentType', index), located(this, 'entry', index));
	if (this.getNodeParameter('deleteWhat', index, 'all') === 'all') {
		await remove(stack, path, { delete_all_localized: true });
		return { deleted: true };
	}
	const locales = listOf(this.getNodeParameter('locales', index, []));
	if (locales.length === 0)
		throw new NodeOperationError(this.getNode(), 'No language is chosen', {
			itemIndex: index,
			description: 'Choose at least one language, or delete the entry in all of them.',
		});
	await assertLocales(stack, locales);
	for (const locale of locales) await remove(stack, path, { locale });
	return { deleted: true };
};

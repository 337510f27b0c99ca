import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { listOf } from '../entry/locators';

/** What people write about an asset. */
export const assetFieldOptions: INodeProperties[] = [
	{
		displayName: 'Description',
		name: 'description',
		type: 'string',
		default: '',
		typeOptions: { rows: 2 },
		description: 'What the file shows',
	},
	{
		displayName: 'Folder UID',
		name: 'folder',
		type: 'string',
		default: '',
		placeholder: 'e.g. blt1a2b3c4d5e6f7081',
		description: 'The folder that the asset is in',
	},
	{
		displayName: 'Tags',
		name: 'tags',
		type: 'string',
		default: '',
		placeholder: 'e.g. poster, spring',
		description: 'A list, or words with commas between. They replace the ones that are there.',
	},
	{
		displayName: 'Title',
		name: 'title',
		type: 'string',
		default: '',
		description: 'How editors find the asset',
	},
];

/** The chosen fields as the API's JSON takes them. A field that was not added stays out. */
export function assetFieldsOf(chosen: IDataObject): IDataObject {
	return {
		...(chosen.title !== undefined && { title: String(chosen.title) }),
		...(chosen.description !== undefined && { description: String(chosen.description) }),
		...(chosen.tags !== undefined && { tags: listOf(chosen.tags) }),
		...(chosen.folder !== undefined && { parent_uid: String(chosen.folder) || null }),
	};
}

import type { IDataObject, INodeProperties } from 'n8n-workflow';

/** What can be said of a collection beside its title and place. */
export const collectionSettings: INodeProperties[] = [
	{
		displayName: 'Category',
		name: 'category',
		type: 'string',
		default: '',
		description: 'Decides which metadata views iconik offers for the collection',
	},
	{
		displayName: 'External ID',
		name: 'externalId',
		type: 'string',
		default: '',
		description: 'The ID of what it stands for elsewhere, such as the UID of a campaign entry',
	},
	{
		displayName: 'Status',
		name: 'status',
		type: 'options',
		options: [
			{ name: 'Active', value: 'ACTIVE' },
			{ name: 'Hidden', value: 'HIDDEN' },
		],
		default: 'ACTIVE',
	},
];

export interface CollectionSettings {
	category?: string;
	externalId?: string;
	status?: string;
}

/** The settings under iconik's own names, only those that were made. */
export function toCollectionBody({
	category,
	externalId,
	status,
}: CollectionSettings): IDataObject {
	return {
		...(category !== undefined && { category: category.trim() }),
		...(externalId !== undefined && { external_id: externalId.trim() }),
		...(status !== undefined && { status }),
	};
}

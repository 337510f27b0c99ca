import { NodeOperationError, type IDataObject, type INodeProperties } from 'n8n-workflow';
import { locatedId, parentLocator } from '../collectionLocator';
import type { ItemOperation } from '../operation';
import { explainMissing, PROJECTS } from './projects';

const show = { resource: ['project'], operation: ['create'] };

export const description: INodeProperties[] = [
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. Spring 2027',
		displayOptions: { show },
	},
	{
		displayName: 'Collection of the Project',
		name: 'place',
		type: 'options',
		options: [
			{ name: 'Existing Collection', value: 'existing' },
			{ name: 'New Collection', value: 'new' },
		],
		default: 'new',
		displayOptions: { show },
	},
	{
		...parentLocator('Where to put the new collection; at the top when empty'),
		displayOptions: { show: { ...show, place: ['new'] } },
	},
	{
		...parentLocator('The collection that becomes that of the project'),
		displayName: 'Collection',
		name: 'collectionId',
		required: true,
		displayOptions: { show: { ...show, place: ['existing'] } },
	},
];

export const execute: ItemOperation = async function (iconik, index) {
	const isNew = this.getNodeParameter('place', index, 'new') === 'new';
	const id = locatedId.call(this, isNew ? 'parentId' : 'collectionId', index);
	if (!isNew && id === '')
		throw new NodeOperationError(this.getNode(), 'The collection ID is missing', {
			description: 'Pick the collection that becomes that of the project.',
		});
	const name = (this.getNodeParameter('name', index) as string).trim();
	const place = id && (isNew ? { collection_parent_id: id } : { collection_id: id });
	return await explainMissing(
		this.getNode(),
		async () =>
			await iconik.request<IDataObject>({
				method: 'POST',
				path: PROJECTS,
				body: { name, ...(place || {}) },
			}),
	);
};

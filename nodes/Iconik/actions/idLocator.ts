import {
	NodeOperationError,
	type IDisplayOptions,
	type IExecuteFunctions,
	type INodeProperties,
} from 'n8n-workflow';
import { locatedId } from './collectionLocator';

interface Located {
	displayName: string;
	name: string;
	searchListMethod: string;
	show: IDisplayOptions['show'];
	description?: string;
	required?: boolean;
}

/** Picks something that has no page of its own in iconik: from a list, or by its ID. */
export const idLocator = ({ searchListMethod, show, ...field }: Located): INodeProperties => ({
	...field,
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: field.required ?? true,
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod, searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 2c5bfe1a-f149-11eb-a843-0a580a3db916',
		},
	],
	displayOptions: { show },
});

/** The ID of what must be picked. */
export function pickedId(
	this: IExecuteFunctions,
	name: string,
	itemIndex: number,
	what: string,
): string {
	const id = locatedId.call(this, name, itemIndex);
	if (id !== '') return id;
	throw new NodeOperationError(this.getNode(), `The ${what} ID is missing`, {
		itemIndex,
		description: `Pick a ${what}, or check the expression that gives the ID for this item.`,
	});
}

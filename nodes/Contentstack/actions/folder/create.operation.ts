import { type INodeProperties, NodeOperationError } from 'n8n-workflow';
import { ALL_FOLDERS, type Folder, simplifiedFolder } from '../../assets/folder';
import { createOnce } from '../../transport/create';
import { readList } from '../../transport/paging';
import type { ItemOperation } from '../operation';
import { uidLocator } from '../uidLocator';

const show = { resource: ['folder'], operation: ['create'] };

export const description: INodeProperties[] = [
	{
		displayName: 'Name',
		name: 'folderName',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. Posters',
		description: 'Name that editors see',
		displayOptions: { show },
	},
	uidLocator({
		name: 'parentFolder',
		displayName: 'Parent Folder',
		show,
		search: 'searchFolders',
		placeholder: 'e.g. blt1a2b3c4d5e6f7081',
		required: false,
		description: 'The folder that it is put into; none for the top. At most five deep.',
	}),
];

/** Makes a folder. One that an answer was lost of is found again by its name and place. */
export const execute: ItemOperation = async function (stack, index) {
	const name = String(this.getNodeParameter('folderName', index)).trim();
	if (name === '')
		throw new NodeOperationError(this.getNode(), 'This item has no name for the folder', {
			itemIndex: index,
			description: 'Check the expression in Name.',
		});
	const parent = this.getNodeParameter('parentFolder', index, '', { extractValue: true });
	const parentUid = typeof parent === 'string' ? parent.trim() : '';
	const folder = await createOnce<Folder>(
		stack,
		{
			method: 'POST',
			path: '/assets/folders',
			body: { asset: { name, ...(parentUid && { parent_uid: parentUid }) } },
		},
		async () => {
			const folders = await readList<Folder>(stack, '/assets', 'assets', ALL_FOLDERS);
			return folders.find((there) => there.name === name && (there.parent_uid ?? '') === parentUid);
		},
		({ asset }: { asset: Folder }) => asset,
	);
	return simplifiedFolder(folder);
};

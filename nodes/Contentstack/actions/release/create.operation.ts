import type { INodeProperties } from 'n8n-workflow';
import { type Release, releasePath, simplifiedRelease } from '../../releases/release';
import { createOnce } from '../../transport/create';
import { readList } from '../../transport/paging';
import type { ItemOperation } from '../operation';

const show = { resource: ['release'], operation: ['create'] };

export const description: INodeProperties[] = [
	{
		displayName: 'Name',
		name: 'releaseName',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. Spring campaign',
		description: 'Name that editors see',
		displayOptions: { show },
	},
	{
		displayName: 'Description',
		name: 'releaseDescription',
		type: 'string',
		default: '',
		description: 'What it is for',
		displayOptions: { show },
	},
];

/** Makes an empty release. One that an answer was lost of is found again: the empty one with this name and description. */
export const execute: ItemOperation = async function (stack, index) {
	const name = String(this.getNodeParameter('releaseName', index));
	const description = String(this.getNodeParameter('releaseDescription', index, '') ?? '');
	const body = { release: { name, description, locked: false, archived: false } };
	const release = await createOnce<Release>(
		stack,
		{ method: 'POST', path: releasePath(), body },
		async () => {
			const all = await readList<Release>(stack, releasePath(), 'releases');
			return all.find(
				(there) =>
					there.name === name &&
					(there.description ?? '') === description &&
					simplifiedRelease(there).items_count === 0,
			);
		},
		({ release: made }: { release: Release }) => made,
	);
	return simplifiedRelease(release);
};

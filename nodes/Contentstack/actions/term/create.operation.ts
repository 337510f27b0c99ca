import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { createOnce } from '../../transport/create';
import { located } from '../entry/locators';
import type { ItemOperation } from '../operation';
import { termPath } from './termPath';

const show = { resource: ['term'], operation: ['create'] };

export const description: INodeProperties[] = [
	{
		displayName: 'Term UID',
		name: 'termUid',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. documentary',
		description: 'What entries hold. It cannot be changed later.',
		displayOptions: { show },
	},
	{
		displayName: 'Name',
		name: 'termName',
		type: 'string',
		default: '',
		required: true,
		description: 'Name that editors see',
		displayOptions: { show },
	},
	{
		displayName: 'Parent Term UID',
		name: 'parentUid',
		type: 'string',
		default: '',
		description: 'The term that this one comes under; none for the top',
		displayOptions: { show },
	},
];

interface Term extends IDataObject {
	uid: string;
}

/** Makes a term. One that an answer was lost of is found again by its UID. */
export const execute: ItemOperation = async function (stack, index) {
	const taxonomy = located(this, 'taxonomy', index);
	const uid = String(this.getNodeParameter('termUid', index)).trim();
	const parent = String(this.getNodeParameter('parentUid', index, '') ?? '').trim();
	const name = String(this.getNodeParameter('termName', index));
	return await createOnce<Term>(
		stack,
		{
			method: 'POST',
			path: termPath(taxonomy),
			body: { term: { uid, name, ...(parent && { parent_uid: parent }) } },
		},
		async () => {
			const answer = await stack.attempt<{ term: Term }>({
				method: 'GET',
				path: termPath(taxonomy, uid),
			});
			return answer.ok ? answer.body.term : undefined;
		},
		({ term }: { term: Term }) => term,
	);
};

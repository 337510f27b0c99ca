import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { assetFacts, assetPath } from '../../media/asset';
import type { IconikClient } from '../../transport/client';
import { byPage, collect, type Listed } from '../../transport/paging';
import type { Asset } from '../../types';
import { assetIdOf } from '../assetLocator';
import { givenText } from '../given';
import { limitFields, limitOf, simplifyField } from '../limitFields';
import type { ItemOperation } from '../operation';

const show = { resource: ['relation'], operation: ['getAll'] };
const LARGEST_PAGE = 500;
const DEEPEST = 10_000;

export const description: INodeProperties[] = [
	{
		displayName: 'Relation Type Name or ID',
		name: 'typeFilter',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getRelationTypesOrAny' },
		default: '',
		description:
			'Only relations of this type, which then is named in the output. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		displayOptions: { show },
	},
	...limitFields(show),
	simplifyField(show),
];

type Related = Asset & IDataObject;

export const execute: ItemOperation = async function (iconik, index) {
	const path = `${assetPath(assetIdOf.call(this, index))}relations/` as const;
	const type = givenText.call(this, 'typeFilter', index);
	const limit = Math.min(limitOf.call(this, index), DEEPEST);
	const perPage = Math.min(limit, LARGEST_PAGE);
	const found = type
		? await listOfType(iconik, path, type)
		: await collect(byPage<Related>(iconik, { path }, { perPage, limit }));
	const isSimple = this.getNodeParameter('simplify', index, true) === true;
	return found.slice(0, limit).map((asset) => ({
		...(isSimple ? assetFacts(asset) : asset),
		...(type && { relation_type: type }),
	}));
};

/** The list of one type has no pages. */
async function listOfType(
	iconik: IconikClient,
	relations: `/API/${string}/`,
	type: string,
): Promise<Related[]> {
	const path = `${relations}${encodeURIComponent(type)}/` as const;
	return (await iconik.find<Listed<Related>>({ path }))?.objects ?? [];
}

import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { byLastId, collect } from '../../transport/paging';
import type { Share } from '../../types';
import { limitFields, limitOf, simplifyField } from '../limitFields';
import type { ItemOperation } from '../operation';
import { sharesPath } from './fields';
import { simplified } from './show';

const show = { resource: ['share'], operation: ['getAll'] };

export const description: INodeProperties[] = [...limitFields(show), simplifyField(show)];

export const execute: ItemOperation = async function (iconik, index) {
	const path = sharesPath.call(this, index);
	const limit = limitOf.call(this, index);
	const shares = await collect(
		byLastId<Share & IDataObject>(iconik, { path }, { perPage: 100, limit }),
	);
	return this.getNodeParameter('simplify', index, true) === true ? shares.map(simplified) : shares;
};

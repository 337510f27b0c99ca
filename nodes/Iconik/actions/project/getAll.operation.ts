import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { IconikClient } from '../../transport/client';
import type { Listed } from '../../transport/paging';
import { limitFields, limitOf } from '../limitFields';
import type { ItemOperation } from '../operation';
import { explainMissing, PROJECTS } from './projects';

export const description: INodeProperties[] = limitFields({
	resource: ['project'],
	operation: ['getAll'],
});

const PER_PAGE = 100;
const MOST_PAGES = 100;

export const execute: ItemOperation = async function (iconik, index) {
	const limit = limitOf.call(this, index);
	return await explainMissing(this.getNode(), async () => await listProjects(iconik, limit));
};

/** Here a 404 is no empty list: it means that the tenant has no projects at all. */
async function listProjects(iconik: IconikClient, limit: number): Promise<IDataObject[]> {
	const found: IDataObject[] = [];
	for (let page = 1; page <= MOST_PAGES && found.length < limit; page++) {
		const query = { page, per_page: PER_PAGE };
		const { objects, pages = 1 } = await iconik.request<Listed<IDataObject>>({
			path: PROJECTS,
			query,
		});
		found.push(...(objects ?? []));
		if (page >= pages || !objects?.length) break;
	}
	return found.slice(0, limit);
}

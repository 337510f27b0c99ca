import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { listExportLocations, listViews } from '../media/settings';
import { connect } from '../transport/client';
import { byPage, collect } from '../transport/paging';
import type { User } from '../types';

export {
	getConditionFields,
	getDeliveryFields,
	getFacets,
	getFieldsOfMetadataView,
	getFieldsOfViews,
	getRightsFields,
} from './fieldOptions';
export { getRelationTypes, getRelationTypesOrAny } from './relationTypes';

/** Dropdowns show no more than this; beyond it people type an ID. */
const MOST = 500;

export async function getViews(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return byName(await listViews(await connect(this)), ({ description }) => description);
}

export async function getViewsOrNone(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return [{ name: '[None]', value: '' }, ...(await getViews.call(this))];
}

export async function getExportLocations(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const found = byName(await listExportLocations(await connect(this)), ({ path }) => path);
	return [{ name: '[None]', value: '' }, ...found];
}

export async function getCollections(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const iconik = await connect(this);
	const path = '/API/assets/v1/collections/' as const;
	const query = { status: 'ACTIVE', sort: 'title,asc' };
	const found = byPage<{ id: string; title: string }>(
		iconik,
		{ path, query },
		{ perPage: 100, limit: MOST },
	);
	return (await collect(found)).map(({ id, title }) => ({ name: title, value: id }));
}

export async function getUsers(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const iconik = await connect(this);
	const path = '/API/users/v1/users/basic/' as const;
	const found = byPage<User>(iconik, { path }, { perPage: 100, limit: MOST });
	return (await collect(found)).map(({ id, first_name, last_name, email }) => ({
		name: [first_name, last_name].filter(Boolean).join(' ') || email || id,
		value: id,
		description: email ?? undefined,
	}));
}

export async function getGroups(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const path = '/API/users/v1/groups/basic/' as const;
	const found = byPage<{ id: string; name: string; description?: string | null }>(
		await connect(this),
		{ path },
		{ perPage: 100, limit: MOST },
	);
	return byName(await collect(found), ({ description }) => description);
}

function byName<T extends { id: string; name: string }>(
	found: readonly T[],
	description: (object: T) => string | null | undefined,
): INodePropertyOptions[] {
	return found
		.map((object) => ({
			name: object.name,
			value: object.id,
			description: description(object) ?? undefined,
		}))
		.sort((a, b) => a.name.localeCompare(b.name));
}

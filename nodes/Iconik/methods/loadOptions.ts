import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { listExportLocations, listViews, viewId } from '../media/settings';
import { connect } from '../transport/client';
import { byPage, collect } from '../transport/paging';
import type { MetadataView, User } from '../types';

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

export async function getFieldsOfViews(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	return await fieldsOf.call(this, this.getCurrentNodeParameter('metadataViews'));
}

export async function getRightsFields(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const fields = await fieldsOf.call(this, this.getCurrentNodeParameter('rightsView'));
	return [{ name: '[None]', value: '' }, ...fields];
}

export async function getDeliveryFields(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	return await fieldsOf.call(this, this.getCurrentNodeParameter('deliveryView'));
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

/** The fields of the chosen views, each once. Nothing while the choice is still an expression that cannot be read. */
async function fieldsOf(
	this: ILoadOptionsFunctions,
	chosen: unknown,
): Promise<INodePropertyOptions[]> {
	const given = (Array.isArray(chosen) ? chosen : [chosen]).filter(
		(view): view is string => typeof view === 'string' && view !== '' && !view.startsWith('='),
	);
	const iconik = await connect(this);
	const views = await Promise.all(
		given.map(async (view) => {
			const id = await viewId(iconik, this.getNode(), view);
			return await iconik.find<MetadataView>({ path: `/API/metadata/v1/views/${id}/` });
		}),
	);
	const fields = views.flatMap((view) => view?.view_fields ?? []);
	return (
		fields
			// A view may hold separators between its fields.
			.filter(({ name }, n) => {
				return name !== '__separator__' && fields.findIndex((field) => field.name === name) === n;
			})
			.map(({ name, label }) => ({ name: label || name, value: name }))
	);
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

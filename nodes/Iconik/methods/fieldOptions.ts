import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { fieldsOfView, listFields, viewPath } from '../media/metadataModel';
import { listViews } from '../media/settings';
import { connect } from '../transport/client';
import type { MetadataField, MetadataView } from '../types';

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

export async function getFieldsOfMetadataView(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	return await fieldsOf.call(this, this.getCurrentNodeParameter('metadataView'));
}

/** The fields of the view that a metadata condition names, or all fields of the tenant. */
export async function getConditionFields(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const view = this.getCurrentNodeParameter('&metadataView');
	if (view) return await fieldsOf.call(this, view);
	return (await listFields(await connect(this))).map(toOption);
}

/** What assets can be counted by: a few facts of theirs, and the metadata fields that iconik itself counts. */
export async function getFacets(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const counted = (await listFields(await connect(this)))
		.filter(({ use_as_facet }) => use_as_facet)
		.map((field) => ({ ...toOption(field), value: `metadata.${field.name}` }));
	return [
		{ name: 'Approval Status', value: 'approval_status' },
		{ name: 'Archive Status', value: 'archive_status' },
		{ name: 'Media Type', value: 'media_type' },
		{ name: 'Online', value: 'is_online' },
		{ name: 'Type', value: 'type' },
		...counted,
	];
}

/**
 * The fields of the chosen views, each once. A choice that is no view gives nothing: the editor sends an expression that cannot be
 * read yet as it stands, or as whatever text it makes of nothing.
 */
async function fieldsOf(
	this: ILoadOptionsFunctions,
	chosen: unknown,
): Promise<INodePropertyOptions[]> {
	const given = (Array.isArray(chosen) ? chosen : [chosen]).filter(
		(view): view is string => typeof view === 'string' && view !== '' && !view.startsWith('='),
	);
	if (given.length === 0) return [];
	const iconik = await connect(this);
	const chosenViews = (await listViews(iconik)).filter(
		({ id, name }) => given.includes(id) || given.includes(name),
	);
	const views = await Promise.all(
		chosenViews.map(async ({ id }) => await iconik.find<MetadataView>({ path: viewPath(id) })),
	);
	const fields = views.flatMap(fieldsOfView);
	return fields
		.filter(({ name }, n) => fields.findIndex((field) => field.name === name) === n)
		.map(toOption);
}

function toOption({ name, label }: MetadataField): INodePropertyOptions {
	return { name: label || name, value: name };
}

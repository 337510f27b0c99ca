import { NodeOperationError, type INode } from 'n8n-workflow';
import type { Call, IconikClient } from '../transport/client';
import type { Listed } from '../transport/paging';
import type { MetadataField, MetadataView } from '../types';
import { viewId } from './settings';

/** Some views have lines between their fields, listed as if they were fields. */
const SEPARATOR = '__separator__';
const FIELDS_PER_PAGE = 500;
const MOST_PAGES = 100;

export const viewPath = (id: string) =>
	`/API/metadata/v1/views/${encodeURIComponent(id)}/` as const;

/** The fields of a view without the lines between them. */
export function fieldsOfView(view: MetadataView | undefined): MetadataField[] {
	return (view?.view_fields ?? []).filter(({ name }) => name !== SEPARATOR);
}

/** A client lives as long as one run of the node: within it, many items share one reading of their view. */
const known = new WeakMap<IconikClient, Map<string, Promise<MetadataView>>>();

/** A view with its fields in full, given by its ID or name. One that does not exist is an error in plain words. */
export async function readView(
	iconik: IconikClient,
	node: INode,
	given: string,
): Promise<MetadataView> {
	const views = known.get(iconik) ?? new Map<string, Promise<MetadataView>>();
	known.set(iconik, views);
	const view = views.get(given) ?? readNow(iconik, node, given);
	views.set(given, view);
	return await view;
}

async function readNow(iconik: IconikClient, node: INode, given: string): Promise<MetadataView> {
	if (given.trim() === '')
		throw new NodeOperationError(node, 'The metadata view is missing', {
			description: 'Choose one, or check the expression that gives its name or ID.',
		});
	const path = viewPath(await viewId(iconik, node, given.trim()));
	const view = await iconik.find<MetadataView>({ path });
	if (view) return view;
	throw new NodeOperationError(node, `iconik has no metadata view "${given}"`, {
		description: 'It may have been deleted, or the user of the token may not see it.',
	});
}

/** Fields by their names, or all; iconik goes on from the last name received. */
export async function listFields(
	iconik: IconikClient,
	names?: readonly string[],
): Promise<MetadataField[]> {
	const all: MetadataField[] = [];
	const query: Call['query'] = { per_page: FIELDS_PER_PAGE };
	if (names) query.filter = names.join(',');
	for (let page = 0; page < MOST_PAGES; page++) {
		const path = '/API/metadata/v1/fields/' as const;
		const objects = (await iconik.find<Listed<MetadataField>>({ path, query }))?.objects ?? [];
		all.push(...objects);
		if (objects.length < FIELDS_PER_PAGE) break;
		query.last_field_name = objects.at(-1)?.name;
	}
	return all;
}

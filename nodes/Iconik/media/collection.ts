import type { IDataObject } from 'n8n-workflow';
import type { IconikClient } from '../transport/client';

export interface Collection {
	id: string;
	title?: string | null;
	external_id?: string | null;
	parent_id?: string | null;
	category?: string | null;
	status?: string | null;
	date_created?: string | null;
}

export type WireCollection = Collection & IDataObject;

export const COLLECTIONS = '/API/assets/v1/collections/' as const;

/** The address of one collection in the API. */
export const collectionPath = (id: string) => `${COLLECTIONS}${encodeURIComponent(id)}/` as const;

/** The facts of a collection that a workflow asks for most. */
export function collectionFacts(iconik: IconikClient, collection: WireCollection): IDataObject {
	const { id, title, external_id, parent_id, status, category } = collection;
	return {
		id,
		title: title ?? '',
		external_id: external_id ?? null,
		parent_id: parent_id ?? null,
		status: status ?? 'ACTIVE',
		category: category ?? null,
		project_id: collection.project_id ?? null,
		date_created: collection.date_created ?? null,
		date_modified: collection.date_modified ?? null,
		url: collectionPage(iconik, id),
	};
}

/** The address of its page in iconik. */
export const collectionPage = (iconik: IconikClient, id: string) =>
	`${iconik.origin}/collection/${id}`;

import { NodeOperationError, type INode } from 'n8n-workflow';
import type { IconikClient } from '../transport/client';
import { byLastId, collect, type Listed } from '../transport/paging';
import type { ExportLocation, MetadataView } from '../types';

const KEPT_MS = 10 * 60 * 1000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

interface Kept {
	until: number;
	value: Promise<unknown>;
}

/** What administrators set up changes rarely, so it is read once for many assets and executions. */
const kept = new Map<string, Kept>();

async function keep<T>(key: string, read: () => Promise<T>): Promise<T> {
	const known = kept.get(key);
	if (known && known.until > Date.now()) return (await known.value) as T;
	const value = read();
	kept.set(key, { until: Date.now() + KEPT_MS, value });
	// What failed once must be asked for again.
	value.catch(() => kept.delete(key));
	return await value;
}

/** All metadata views of the tenant; iconik lists them in one go. */
export async function listViews(iconik: IconikClient): Promise<MetadataView[]> {
	const path = '/API/metadata/v1/views/' as const;
	return (await iconik.find<Listed<MetadataView>>({ path }))?.objects ?? [];
}

export async function listExportLocations(iconik: IconikClient): Promise<ExportLocation[]> {
	const path = '/API/files/v1/export_locations/' as const;
	return await collect(byLastId<ExportLocation>(iconik, { path }, { perPage: 100 }));
}

/** The ID of a view that is given by ID or by name. An ID is taken as it is, without a call. */
export async function viewId(iconik: IconikClient, node: INode, given: string): Promise<string> {
	if (given === '' || UUID.test(given)) return given;
	const views = await keep(`${iconik.origin} ${iconik.appId} views`, () => listViews(iconik));
	return pick(node, views, given, 'metadata view').id;
}

/** The export location that is given by ID or by name. */
export async function exportLocation(
	iconik: IconikClient,
	node: INode,
	given: string,
): Promise<ExportLocation> {
	const locations = await keep(`${iconik.origin} ${iconik.appId} export locations`, () =>
		listExportLocations(iconik),
	);
	return pick(node, locations, given, 'export location');
}

function pick<T extends { id: string; name: string }>(
	node: INode,
	all: readonly T[],
	given: string,
	kind: string,
): T {
	const found = all.find(({ id, name }) => id === given || name === given);
	if (found) return found;
	const names = all.map(({ name }) => name).join(', ');
	throw new NodeOperationError(node, `iconik has no ${kind} "${given}"`, {
		description: names ? `There are: ${names}` : `There is no ${kind} yet.`,
	});
}

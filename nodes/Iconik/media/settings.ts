import { NodeOperationError, type INode } from 'n8n-workflow';
import { BriefMemory } from '../../../lib/briefMemory';
import type { IconikClient } from '../transport/client';
import { byLastId, collect, type Listed } from '../transport/paging';
import type { ExportLocation, MetadataView } from '../types';

const KEPT_MS = 10 * 60 * 1000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What administrators set up changes rarely, so it is read once for many assets and executions. */
const kept = new BriefMemory<unknown>(KEPT_MS);

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
	const found = await pick(iconik, node, given, 'metadata view', listViews);
	return found.id;
}

/** The export location that is given by ID or by name. */
export async function exportLocation(
	iconik: IconikClient,
	node: INode,
	given: string,
): Promise<ExportLocation> {
	return await pick(iconik, node, given, 'export location', listExportLocations);
}

/** One that is not in the list as kept may have been made since, so the list is read anew before it counts as missing. */
async function pick<T extends { id: string; name: string }>(
	iconik: IconikClient,
	node: INode,
	given: string,
	kind: string,
	list: (iconik: IconikClient) => Promise<T[]>,
): Promise<T> {
	const key = `${iconik.origin} ${iconik.appId} ${kind}`;
	const isGiven = ({ id, name }: T) => id === given || name === given;
	const read = async () => await list(iconik);
	const recent = kept.recent(key);
	let all = (await (recent ?? kept.renew(key, read))) as T[];
	if (recent && !all.some(isGiven)) all = (await kept.renew(key, read)) as T[];
	const found = all.find(isGiven);
	if (found) return found;
	const names = all.map(({ name }) => name).join(', ');
	throw new NodeOperationError(node, `iconik has no ${kind} "${given}"`, {
		description: names ? `There are: ${names}` : `There is no ${kind} yet.`,
	});
}

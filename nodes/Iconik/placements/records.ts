import { NodeOperationError, type INode } from 'n8n-workflow';
import { sideBySide } from '../../../lib/batches';
import { findAssets } from '../media/assetSearch';
import { recall, remember } from '../media/madeAssets';
import { fieldsOfView, readView } from '../media/metadataModel';
import { asList, flatten } from '../media/metadataValues';
import type { IconikClient } from '../transport/client';
import { collect } from '../transport/paging';
import { equals, escaped } from '../transport/searchTerms';
import type { MetadataValues, MetadataView } from '../types';
import { differenceOf, type Difference, type Scope } from './difference';
import { entryName, fromText, type EntryKey, type Placement } from './placement';

/** The metadata field of assets that holds the placements. */
export interface PlacementField {
	viewId: string;
	name: string;
}

const WIDTH = 5;

/** The field that is given by the name or ID of its view and its own name. It must be there and hold several values. */
export async function placementField(
	iconik: IconikClient,
	node: INode,
	given: string,
	name: string,
): Promise<PlacementField> {
	const refuse = (message: string, detail = '') =>
		new NodeOperationError(node, message, {
			description: `Placements are kept in a field of the type Text that holds several values. Make it once with the operation Create View of the resource Metadata: view "${given}", field "${name}", type Text, List switched on. ${detail}`,
		});
	let view: MetadataView;
	try {
		view = await readView(iconik, node, given);
	} catch (error) {
		if (!(error instanceof NodeOperationError)) return await Promise.reject(error);
		throw refuse(error.message, error.description ?? '');
	}
	const field = fieldsOfView(view).find((one) => one.name === name);
	if (!field) throw refuse(`The metadata view "${view.name}" has no field "${name}"`);
	if (field.multi === false) throw refuse(`The metadata field "${name}" holds one value only`);
	return { viewId: view.id, name };
}

const valuesPath = (assetId: string, field: PlacementField) =>
	`/API/metadata/v1/assets/${encodeURIComponent(assetId)}/views/${field.viewId}/` as const;

/** The texts in the field of an asset as they are now; an untouched asset is a 404 and has none. */
async function textsOf(
	iconik: IconikClient,
	field: PlacementField,
	assetId: string,
): Promise<string[]> {
	const path = valuesPath(assetId, field);
	return asList(flatten(await iconik.find<MetadataValues>({ path }))[field.name]);
}

/** All placements of an asset as they are now. */
export async function placementsOf(
	iconik: IconikClient,
	field: PlacementField,
	assetId: string,
): Promise<Placement[]> {
	return (await textsOf(iconik, field, assetId)).flatMap((text) => fromText(text) ?? []);
}

const memoryKey = (iconik: IconikClient, entry: EntryKey) =>
	[iconik.origin, iconik.appId, 'placements', entryName(entry)].join('\n');

/**
 * The assets that may hold placements of an entry: by iconik's search, which lags, and by what this process recorded a moment ago.
 * Each has to be read before it counts.
 */
export async function assetsOfEntry(
	iconik: IconikClient,
	field: PlacementField,
	entry: EntryKey,
): Promise<string[]> {
	const terms = [equals(`metadata.${field.name}`, escaped(entry.entryUid))];
	const hits = await collect(findAssets(iconik, { terms, fields: ['id'] }));
	const recent = recall(memoryKey(iconik, entry))?.split(',') ?? [];
	return [...new Set([...hits.map(({ id }) => id), ...recent])].filter((id) => id !== '');
}

export interface AssetChange extends Pick<
	Difference,
	'added' | 'updated' | 'removed' | 'unchanged'
> {
	assetId: string;
	error?: Error;
}

export interface Recording {
	entry: EntryKey;
	scope: Scope;
	/** What the entry uses now, by asset. */
	wanted: Map<string, Placement[]>;
	/** Assets that the entry is known to have used, should the search not know them yet. */
	previous: string[];
}

/**
 * Brings the placements of one entry in line with what it uses, on all assets that it uses or used. One failing asset does not stop the
 * others. Values are appended and deleted one by one, so that recordings of other entries at the same moment lose nothing.
 */
export async function recordPlacements(
	iconik: IconikClient,
	field: PlacementField,
	{ entry, scope, wanted, previous }: Recording,
): Promise<AssetChange[]> {
	const before = await assetsOfEntry(iconik, field, entry);
	const ids = [...new Set([...wanted.keys(), ...before, ...previous])];
	const memory = memoryKey(iconik, entry);
	// Told before anything is written: after a broken recording, the next one must find them all again.
	remember(memory, ids.join(','));
	const outcomes = await sideBySide(ids, WIDTH, async (assetId) => {
		const texts = await textsOf(iconik, field, assetId);
		const change = differenceOf(texts, wanted.get(assetId) ?? [], entry, scope);
		await write(iconik, field, assetId, 'append', change.append);
		await write(iconik, field, assetId, 'delete', change.remove);
		return change;
	});
	const stillUsed = ids.filter((_, n) => !outcomes[n]?.ok || outcomes[n].value.remains);
	remember(memory, stillUsed.join(','));
	return outcomes.map((outcome, n) => {
		const assetId = ids[n] as string;
		if (!outcome.ok) return { assetId, ...NOTHING, error: outcome.error as Error };
		const { added, updated, removed, unchanged } = outcome.value;
		return { assetId, added, updated, removed, unchanged };
	});
}

const NOTHING = { added: 0, updated: 0, removed: 0, unchanged: 0 };

async function write(
	iconik: IconikClient,
	field: PlacementField,
	assetId: string,
	mode: 'append' | 'delete',
	texts: readonly string[],
): Promise<void> {
	if (texts.length === 0) return;
	const field_values = texts.map((value) => ({ value }));
	const body = { metadata_values: { [field.name]: { field_values, mode } } };
	await iconik.request({ method: 'PUT', path: valuesPath(assetId, field), body });
}

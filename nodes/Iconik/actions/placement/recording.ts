import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeProperties,
} from 'n8n-workflow';
import { inTurn } from '../../media/inTurn';
import type { Scope } from '../../placements/difference';
import { entryName, type EntryKey, type Placement } from '../../placements/placement';
import { recordPlacements, type AssetChange, type PlacementField } from '../../placements/records';
import type { IconikClient } from '../../transport/client';
import { listOf } from '../given';

/** What Record and Clear have in common: which part of an entry they are about, and where it was before. */
export const recordOptions = (operation: string): INodeProperties => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	displayOptions: { show: { resource: ['placement'], operation: [operation] } },
	options: [
		{
			displayName: 'Only in Environment',
			name: 'environment',
			type: 'string',
			default: '',
			placeholder: 'e.g. production',
			description: 'Leaves alone what is recorded of the entry in other environments',
		},
		{
			displayName: 'Only in Locale',
			name: 'locale',
			type: 'string',
			default: '',
			placeholder: 'e.g. en-us',
			description: 'Leaves alone what is recorded of the entry in other locales',
		},
		{
			displayName: 'Previously Used Asset IDs',
			name: 'previousAssets',
			type: 'string',
			default: '',
			description:
				'IDs of assets that the entry used before, with commas between them or as a list. The search of iconik finds them by itself, but learns of a recording only after some seconds.',
		},
	],
});

interface Options extends Scope {
	previousAssets?: unknown;
}

function optionsOf(this: IExecuteFunctions, index: number): Options {
	return this.getNodeParameter('options', index, {}) as Options;
}

export function scopeOf(this: IExecuteFunctions, index: number): Scope {
	const { locale, environment } = optionsOf.call(this, index);
	return { locale: locale?.trim(), environment: environment?.trim() };
}

/** Records of one entry wait for each other: two at once would each miss what the other has just written. */
export async function recordWith(
	this: IExecuteFunctions,
	iconik: IconikClient,
	index: number,
	{
		field,
		entry,
		wanted,
	}: { field: PlacementField; entry: EntryKey; wanted: Map<string, Placement[]> },
): Promise<IDataObject> {
	const previous = listOf(optionsOf.call(this, index).previousAssets);
	const scope = scopeOf.call(this, index);
	const turn = [iconik.origin, iconik.appId, 'record', entryName(entry)].join('\n');
	const changes = await inTurn(
		turn,
		async () => await recordPlacements(iconik, field, { entry, scope, wanted, previous }),
	);
	assertAllWritten.call(this, index, changes);
	return summary(entry, changes);
}

function assertAllWritten(this: IExecuteFunctions, index: number, changes: AssetChange[]): void {
	const failed = changes.filter(({ error }) => error !== undefined);
	const [first] = failed;
	if (!first?.error) return;
	const ids = failed.map(({ assetId }) => assetId).join(', ');
	const advice = (first.error as NodeOperationError).description ?? '';
	throw new NodeOperationError(
		this.getNode(),
		`The placements of ${failed.length} of ${changes.length} assets could not be written: ${first.error.message}`,
		{
			itemIndex: index,
			description: `The others are written; running this again writes what is missing. Assets: ${ids}. ${advice}`,
		},
	);
}

function summary(entry: EntryKey, changes: AssetChange[]): IDataObject {
	const total = (of: (change: AssetChange) => number) =>
		changes.reduce((sum, change) => sum + of(change), 0);
	const isChanged = ({ added, updated, removed }: AssetChange) => added + updated + removed > 0;
	return {
		entry_uid: entry.entryUid,
		content_type: entry.contentType,
		added: total(({ added }) => added),
		updated: total(({ updated }) => updated),
		removed: total(({ removed }) => removed),
		unchanged: total(({ unchanged }) => unchanged),
		assets: changes.filter(isChanged).map(({ assetId, added, updated, removed }) => ({
			asset_id: assetId,
			added,
			updated,
			removed,
		})),
	};
}

import type { IDataObject } from 'n8n-workflow';
import { sideBySide } from '../../../lib/batches';
import { findAssets } from '../media/assetSearch';
import { asList } from '../media/metadataValues';
import { readRights } from '../media/rights';
import { selectVersion } from '../media/selectVersion';
import { readIfThere } from '../media/assetKey';
import type { IconikClient } from '../transport/client';
import { collect } from '../transport/paging';
import { equals, oneOf } from '../transport/searchTerms';
import type { SearchDocument } from '../types';
import { fromText, type Placement } from './placement';
import type { PlacementField } from './records';
import { entriesIn } from './usage';

export interface ReportQuery {
	iconik: IconikClient;
	field: PlacementField;
	/** Further conditions on the assets. */
	terms: IDataObject[];
	limit: number;
}

/** An asset that is used, as the search index knows it. */
export interface UsedAsset {
	document: SearchDocument;
	placements: Placement[];
	entries: number;
}

const FIELDS = ['id', 'title', 'media_type', 'metadata'];
const WIDTH = 10;

const active = equals('status', 'ACTIVE');

/** Assets that no entry uses. */
export async function unusedAssets({
	iconik,
	field,
	terms,
	limit,
}: ReportQuery): Promise<SearchDocument[]> {
	const isUnused = { name: `metadata.${field.name}`, missing: true };
	const search = { terms: [active, isUnused, ...terms], fields: ['id', 'title', 'media_type'] };
	return await collect(findAssets(iconik, search, { limit }));
}

/** All assets that some entry uses, the most used first. */
export async function usedAssets({ iconik, field, terms }: ReportQuery): Promise<UsedAsset[]> {
	const isUsed = { name: `metadata.${field.name}`, exists: true };
	const used: UsedAsset[] = [];
	for await (const document of findAssets(iconik, {
		terms: [active, isUsed, ...terms],
		fields: FIELDS,
	})) {
		const texts = asList(document.metadata?.[field.name]);
		const placements = texts.flatMap((text) => fromText(text) ?? []);
		const entries = entriesIn(placements);
		if (placements.length > 0) used.push({ document, placements, entries });
	}
	return used.sort(
		(a, b) =>
			b.entries - a.entries ||
			b.placements.length - a.placements.length ||
			a.document.id.localeCompare(b.document.id),
	);
}

/** Used assets whose rights have ended or end within so many days, the soonest first. */
export async function expiringAssets(
	query: ReportQuery,
	expiryField: string,
	expiringWithinDays: number,
): Promise<Array<UsedAsset & { expires: string; status: string }>> {
	const fields = { starts: '', expires: expiryField, holder: '', territories: '', notes: '' };
	const found = (await usedAssets(query)).flatMap((asset) => {
		const values = asset.document.metadata ?? {};
		const { rights } = readRights(values, fields, { now: Date.now(), expiringWithinDays });
		const { expires, status } = rights;
		const isEnding = status === 'expired' || status === 'expiring';
		return isEnding && expires ? [{ ...asset, expires, status }] : [];
	});
	return found.sort((a, b) => a.expires.localeCompare(b.expires)).slice(0, query.limit);
}

/**
 * Used assets none of whose versions is approved. The search tells which latest versions are approved; of the others each version's
 * own review is read, because an older, approved version may rightly be live.
 */
export async function unapprovedAssets(
	query: ReportQuery,
): Promise<Array<UsedAsset & { approval: string }>> {
	const { iconik, field, terms } = query;
	const isUsed = { name: `metadata.${field.name}`, exists: true };
	const approvedTerms = [active, isUsed, oneOf('approval_status', ['APPROVED']), ...terms];
	const [used, approved] = await Promise.all([
		usedAssets(query),
		collect(findAssets(iconik, { terms: approvedTerms, fields: ['id'] })),
	]);
	const approvedIds = new Set(approved.map(({ id }) => id));
	const doubtful = used.filter(({ document }) => !approvedIds.has(document.id));
	const outcomes = await sideBySide(doubtful, WIDTH, async (one) => {
		const asset = await readIfThere(iconik, one.document.id);
		if (!asset) return undefined;
		const { version, approval } = await selectVersion(iconik, asset, { kind: 'latestApproved' });
		return version ? undefined : { ...one, approval };
	});
	const failed = outcomes.find((outcome) => !outcome.ok);
	if (failed && !failed.ok) return await Promise.reject(failed.error);
	return outcomes
		.flatMap((outcome) => (outcome.ok && outcome.value ? [outcome.value] : []))
		.slice(0, query.limit);
}

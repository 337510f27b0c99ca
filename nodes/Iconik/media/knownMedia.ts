import { isSame } from '../../../lib/comparison';
import type { IconikClient } from '../transport/client';
import type { Asset, SearchDocument } from '../types';
import { holdReasons } from './holdReasons';
import { asList, asText, choose, flattenLists } from './metadataValues';
import { readRights, type RightsFields, type RightsReading } from './rights';
import { selectVersion } from './selectVersion';
import { newestFirst } from './versions';

/** The fields of the search index that are compared. */
export const COMPARED_FIELDS = [
	'title',
	'description',
	'type',
	'status',
	'is_blocked',
	'warning',
	'approval_status',
	'versions',
	'media_type',
	'duration_milliseconds',
	'metadata',
];

/** What another system says of an asset. */
export interface KnownMedia {
	assetId: string;
	/** Empty when it does not say which version it shows. */
	versionId: string;
	/** Whether it counts as usable there: approved, not blocked, with rights. */
	isUsable: boolean;
	/** Facts in the words of the media package. Only those that are given are compared. */
	facts: Record<string, unknown>;
}

/** What the facts are made of, the same for all assets. */
export interface Comparing {
	descriptionField: string;
	/** Names of the fields that go into `metadata`; `undefined` when no view was chosen. */
	metadataFields: string[] | undefined;
	/** Absent when usage rights are not looked after. */
	rights?: { fields: RightsFields; expiringWithinDays: number };
	now: number;
}

export interface Difference {
	/** `missing`, `usable`, `version`, or the names of facts. */
	differences: string[];
	/** Why it is not usable now; empty when it is. */
	reasons: string[];
}

/**
 * What of an asset is another than elsewhere, as far as its index document tells. Reviews of older versions are read only where such
 * a version is shown as usable and the latest one is not approved: the index knows the latest one's alone.
 */
export async function differencesOf(
	iconik: IconikClient,
	known: KnownMedia,
	document: SearchDocument | undefined,
	comparing: Comparing,
): Promise<Difference> {
	if (!document)
		return {
			differences: known.isUsable ? ['missing'] : [],
			reasons: ['The search of iconik does not know the asset'],
		};
	const rights = rightsOf(document, comparing);
	const { version, isLatest, approval } = await versionToShow(iconik, known, document);
	const reasons = holdReasons({
		package: {
			status: document.status === 'DELETED' ? 'DELETED' : 'ACTIVE',
			type: document.type ?? 'ASSET',
			version_id: version?.id ?? null,
			version_number: version?.version_number ?? null,
			approval_status: approval,
			is_blocked: document.is_blocked === true,
			warning: document.warning ?? null,
			delivery: { strategy: 'none', url: null, expires: null, reason: null },
		},
		version,
		wantsApproved: true,
		rights,
		wantsDelivery: false,
	});
	const isUsable = reasons.length === 0;
	const differences = isUsable === known.isUsable ? [] : ['usable'];
	if (!isUsable || !version) return { differences, reasons };
	if (version.id !== known.versionId) return { differences: [...differences, 'version'], reasons };
	const facts = factsOf(document, rights, comparing, isLatest);
	return { differences: [...differences, ...changedFacts(known.facts, facts)], reasons };
}

async function versionToShow(iconik: IconikClient, known: KnownMedia, document: SearchDocument) {
	const [latest, ...older] = newestFirst(document.versions);
	const approval = document.approval_status ?? 'N/A';
	if (latest && approval === 'APPROVED') return { version: latest, approval, isLatest: true };
	const showsOlder = older.some(({ id }) => id === known.versionId);
	if (!known.isUsable || !showsOlder) return { version: undefined, approval, isLatest: false };
	const asset: Asset = { id: document.id, versions: older };
	const selected = await selectVersion(iconik, asset, { kind: 'latestApproved' });
	return { ...selected, isLatest: false };
}

function rightsOf(document: SearchDocument, { rights, now }: Comparing): RightsReading | undefined {
	if (!rights) return undefined;
	const { fields, expiringWithinDays } = rights;
	return readRights(flattenLists(document.metadata), fields, { now, expiringWithinDays });
}

/** The metadata and the description belong to a version; the index holds those of the latest. */
function factsOf(
	document: SearchDocument,
	reading: RightsReading | undefined,
	{ metadataFields, descriptionField }: Comparing,
	isLatest: boolean,
): Record<string, unknown> {
	const always = {
		title: document.title ?? '',
		media_type: document.media_type,
		// A subclip's comes from the times that it was cut at, which the index need not tell.
		...(document.type !== 'SUBCLIP' && { duration_milliseconds: document.duration_milliseconds }),
		...(reading && { rights: comparableRights({ ...reading.rights }) }),
	};
	if (!isLatest || !metadataFields) return always;
	const metadata = choose(flattenLists(document.metadata), metadataFields);
	return {
		...always,
		description: asText(metadata[descriptionField]) ?? document.description,
		metadata: comparableMetadata(metadata),
	};
}

function changedFacts(known: Record<string, unknown>, present: Record<string, unknown>): string[] {
	const comparable: Record<string, (value: unknown) => unknown> = {
		rights: (value) => comparableRights((value ?? {}) as Record<string, unknown>),
		metadata: (value) => comparableMetadata((value ?? {}) as Record<string, unknown>),
	};
	return Object.keys(present).filter(
		(name) =>
			name in known &&
			!isSame(comparable[name] ? comparable[name](known[name]) : known[name], present[name]),
	);
}

/** Dates may come with a time of day, territories in any order. */
function comparableRights(rights: Record<string, unknown>): Record<string, unknown> {
	const day = (value: unknown) => (value ? String(value).slice(0, 10) : null);
	return {
		status: rights.status ?? 'missing',
		starts: day(rights.starts),
		expires: day(rights.expires),
		holder: rights.holder || null,
		territories: asList(rights.territories).sort(),
		notes: rights.notes || null,
	};
}

/** Other systems keep values as text, so numbers and lists are compared as such, and fields without a value not at all. */
function comparableMetadata(metadata: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(metadata).flatMap(([name, value]) => {
			const text = asText(value);
			return text === null ? [] : [[name, text]];
		}),
	);
}

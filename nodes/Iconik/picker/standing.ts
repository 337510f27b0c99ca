import { assetPath } from '../media/asset';
import { flatten } from '../media/metadataValues';
import type { RightsReading } from '../media/rights';
import { readDocuments } from '../media/searchDocuments';
import { selectVersion, type SelectedVersion } from '../media/selectVersion';
import type { Asset, MetadataValues } from '../types';
import { ITEM_FIELDS, reasonsAgainst, rightsIn, type IndexedAsset } from './item';
import { areInScope } from './places';
import type { Wanted } from './request';
import type { Serving } from './serving';

/** How an asset stands right now, read by its ID, so that the delay of iconik's search does not touch it. */
export interface Standing {
	asset: Asset;
	/** `undefined` when the search does not know the asset yet. */
	document: IndexedAsset | undefined;
	/** The wanted version, or the latest approved one. */
	selected: SelectedVersion;
	rights: RightsReading | undefined;
	holdReasons: string[];
	/** Whether the scope forbids it for want of approval. */
	isUnapproved: boolean;
}

/** The index documents of several assets, with one call, for `readStanding`. */
export async function indexDocuments(
	{ iconik }: Serving,
	ids: readonly string[],
): Promise<Map<string, IndexedAsset>> {
	return (await readDocuments(iconik, ids, ITEM_FIELDS)) as Map<string, IndexedAsset>;
}

/**
 * Reads one asset: where it lies, which version would be used, its approval and rights. Three calls for an asset in its normal state.
 * `undefined` for what does not exist, is deleted, or lies outside the scope: who asks cannot tell which.
 */
export async function readStanding(
	serving: Serving,
	wanted: Wanted,
	documents: Promise<Map<string, IndexedAsset>>,
): Promise<Standing | undefined> {
	const standing = await readInScope(serving, wanted, documents);
	if (!standing) serving.miss();
	return standing;
}

async function readInScope(
	serving: Serving,
	{ id, versionId }: Wanted,
	documents: Promise<Map<string, IndexedAsset>>,
): Promise<Standing | undefined> {
	const { iconik, setUp } = serving;
	const { scope } = setUp;
	const [asset, document] = await Promise.all([
		iconik.find<Asset & { in_collections?: string[] | null }>({
			path: assetPath(id),
			query: { include_collections: true },
		}),
		documents.then((found) => found.get(id)),
	]);
	if (!asset || asset.status === 'DELETED') return undefined;
	if (scope.mediaTypes.length > 0 && !scope.mediaTypes.includes(document?.media_type ?? ''))
		return undefined;
	if (!(await areInScope(iconik, scope, asset.in_collections ?? []))) return undefined;
	const [selected, rights] = await Promise.all([
		selectVersion(
			iconik,
			asset,
			versionId === undefined ? { kind: 'latestApproved' } : { kind: 'specific', versionId },
		),
		readRightsOf(serving, asset),
	]);
	const wantsApproved = versionId === undefined;
	return {
		asset,
		document,
		selected,
		rights,
		holdReasons: reasonsAgainst({ asset, selected, rights, wantsApproved }),
		isUnapproved: scope.approvedOnly && (!selected.version || selected.approval !== 'APPROVED'),
	};
}

async function readRightsOf(
	{ iconik, setUp, viewId, now }: Serving,
	asset: Asset,
): Promise<RightsReading | undefined> {
	if (!viewId) return undefined;
	const values = await iconik.find<MetadataValues>({
		path: `/API/metadata/v1/assets/${asset.id}/views/${viewId}/`,
		query: asset.type === 'SUBCLIP' ? { check_if_subclip: true } : undefined,
	});
	return rightsIn(flatten(values), setUp.scope, now);
}

import type { PickerItem } from '../../../lib/pickerProtocol';
import type { UsageRights } from '../../../lib/mediaPackage';
import { toInstant } from '../media/dates';
import { holdReasons } from '../media/holdReasons';
import { bestProxy } from '../media/publicProxy';
import { NO_RIGHTS, readRights, type RightsReading } from '../media/rights';
import type { SelectedVersion } from '../media/selectVersion';
import type { ApprovalStatus, Asset, SearchDocument } from '../types';
import type { PickerScope } from './scope';

/** The document of an asset in the search index: what lists show of it, in as much as iconik's index holds it. */
export type IndexedAsset = SearchDocument &
	Asset & {
		approval_status?: ApprovalStatus | null;
		date_created?: string | null;
		date_modified?: string | null;
		versions_number?: number | null;
	};

/** The fields of the index that the grid needs; `metadata` is narrowed to the view of the usage rights. */
export const ITEM_FIELDS = [
	'title',
	'description',
	'type',
	'status',
	'is_blocked',
	'warning',
	'media_type',
	'duration_milliseconds',
	'approval_status',
	'date_created',
	'date_modified',
	'keyframes',
	'proxies',
	'versions',
	'versions_number',
	'custom_poster',
	'custom_keyframe',
	'metadata',
];

export interface ItemFacts {
	asset: Asset;
	document: IndexedAsset | undefined;
	selected: SelectedVersion;
	/** Absent when usage rights are not looked at. */
	rights: RightsReading | undefined;
	posterUrl: string | null;
	/** `null`: not looked at. */
	captions: string[] | null;
	wantsApproved: boolean;
}

/** One asset as the grid shows it, with the reasons against its use. */
export function toItem({
	asset,
	document,
	selected,
	rights,
	posterUrl,
	captions,
	wantsApproved,
}: ItemFacts): PickerItem {
	const created = toInstant(document?.date_created);
	const resolution = bestProxy(document?.proxies ?? [])?.resolution;
	const { status, starts, expires }: UsageRights = rights?.rights ?? NO_RIGHTS;
	return {
		id: asset.id,
		title: asset.title ?? '',
		mediaType: document?.media_type ?? null,
		durationMs: document?.duration_milliseconds ?? null,
		width: resolution?.width ?? null,
		height: resolution?.height ?? null,
		createdAt: created === undefined ? null : new Date(created).toISOString(),
		posterUrl,
		approval: selected.approval,
		rights: { status, starts, expires },
		captions,
		versions: document?.versions_number ?? asset.versions?.length ?? 1,
		holdReasons: reasonsAgainst({ asset, selected, rights, wantsApproved }),
	};
}

/** Why this version must not be used, in the words that all of this package's nodes use. */
export function reasonsAgainst({
	asset,
	selected: { version, approval },
	rights,
	wantsApproved,
}: Pick<ItemFacts, 'asset' | 'selected' | 'rights' | 'wantsApproved'>): string[] {
	return holdReasons({
		package: {
			status: asset.status === 'DELETED' ? 'DELETED' : 'ACTIVE',
			type: asset.type ?? 'ASSET',
			version_id: version?.id ?? null,
			version_number: version?.version_number ?? null,
			approval_status: approval,
			is_blocked: asset.is_blocked === true,
			warning: asset.warning || null,
			delivery: { strategy: 'none', url: null, expires: null, reason: null },
		},
		version,
		wantsApproved,
		rights,
		wantsDelivery: false,
	});
}

/** The usage rights that some metadata holds. */
export function rightsIn(
	metadata: Record<string, unknown>,
	{ rightsFields, expiringWithinDays }: PickerScope,
	now: number,
): RightsReading {
	return readRights(metadata, rightsFields, { now, expiringWithinDays });
}

/** Landscape, portrait or square: of the media or else of its picture, which has the same shape. */
export function orientationOf(
	document: IndexedAsset,
): 'landscape' | 'portrait' | 'square' | undefined {
	const shapes = [
		bestProxy(document.proxies ?? [])?.resolution,
		...(document.keyframes ?? [])
			.filter(({ type }) => type !== 'KEYFRAME_MAP')
			.map(({ resolution }) => resolution),
	];
	const shape = shapes.find((found) => !!found?.width && !!found.height);
	if (!shape?.width || !shape.height) return undefined;
	const ratio = shape.width / shape.height;
	if (ratio > 1.05) return 'landscape';
	return ratio < 0.95 ? 'portrait' : 'square';
}

import { NodeOperationError, type INode } from 'n8n-workflow';
import { fingerprint } from '../../../lib/fingerprint';
import type { MediaPackage } from '../../../lib/mediaPackage';
import type { IconikClient } from '../transport/client';
import type { Asset, SearchDocument } from '../types';
import { AssetReader } from './assetReader';
import type { PackageChoices } from './choices';
import { Links } from './delivery';
import { holdReasons, rightsReasons } from './holdReasons';
import { asText, choose } from './metadataValues';
import { bestProxy, noLink } from './publicProxy';
import { NO_RIGHTS, readRights, type RightsReading } from './rights';
import { selectVersion } from './selectVersion';

/** The fields of the search index that a media package is made from. */
export const DOCUMENT_FIELDS = [
	'media_type',
	'duration_milliseconds',
	'description',
	'keyframes',
	'proxies',
];

export interface PackageContext {
	iconik: IconikClient;
	node: INode;
	/** The index document of the asset, read together with those of other assets. */
	document: Promise<SearchDocument | undefined>;
	now: number;
}

/**
 * Reads the media package of one asset: what does not depend on each other side by side, what the choices do not need not at all.
 * Six reads at most for an asset in its normal state, the search for its index document included. One more for each metadata view
 * beyond the first, each caption file whose text is wanted, each older version that must be asked for its approval, votes that
 * reviewers gave without a request, keyframes that the index does not know yet, and a share beside a public proxy.
 * @throws NodeApiError when iconik fails, or when the asset is gone and that shall not give a package
 */
export async function readMediaPackage(
	context: PackageContext,
	choices: PackageChoices,
): Promise<MediaPackage> {
	const { iconik, node } = context;
	const path = `/API/assets/v1/assets/${encodeURIComponent(choices.assetId)}/` as const;
	const [asset, document] = await Promise.all([
		choices.deletedIsPackage ? iconik.find<Asset>({ path }) : iconik.request<Asset>({ path }),
		context.document,
	]);
	if (asset && asset.status !== 'DELETED')
		return await packageOf({ ...context, asset, document }, choices);
	if (choices.deletedIsPackage) return deletedPackage(iconik, choices.assetId, asset);
	throw new NodeOperationError(node, `The asset ${choices.assetId} was deleted in iconik`, {
		description: 'Restore it in iconik, or let the operation return a package for deleted assets.',
	});
}

async function packageOf(
	context: Omit<PackageContext, 'document'> & {
		asset: Asset;
		document: SearchDocument | undefined;
	},
	choices: PackageChoices,
): Promise<MediaPackage> {
	const { iconik, asset, document, now } = context;
	const { rights: rightsChoice, delivery: deliveryChoice } = choices;
	const selected = await selectVersion(iconik, asset, choices.version);
	const reader = new AssetReader({ ...context, selected });
	const source = await reader.source();
	const rightsRead = readRightsOf(reader, rightsChoice, now);
	const links = new Links({
		...context,
		version: selected.version,
		source,
		shareTerms: choices.shareTerms,
		// What must not be shown gets no address that the whole world can open.
		makesLinks: async () => choices.makesLinks && rightsReasons(await rightsRead).length === 0,
		proxies: async () => await reader.proxies(),
		metadata: async (viewId) => await reader.assetMetadata(viewId),
	});
	const [reading, metadata, poster, captions, delivery, preview] = await Promise.all([
		rightsRead,
		reader.metadata(choices.viewIds),
		choices.poster ? reader.poster() : null,
		reader.captions(choices.captions, choices.languages),
		links.delivery(deliveryChoice),
		links.preview(choices.preview),
	]);
	const proxy = bestProxy(await reader.knownProxies());
	const facts: Omit<MediaPackage, 'hold_reasons' | 'fingerprint'> = {
		...identity(iconik, asset),
		version_id: selected.version?.id ?? null,
		version_number: selected.version?.version_number ?? null,
		is_latest_version: selected.isLatest,
		description: asText(metadata[choices.descriptionField]) ?? document?.description ?? null,
		media_type: document?.media_type ?? null,
		duration_milliseconds: durationOf(asset, document),
		width: proxy?.resolution?.width ?? null,
		height: proxy?.resolution?.height ?? null,
		size_bytes: proxy?.size ?? null,
		status: 'ACTIVE',
		approval_status: selected.approval,
		rights: reading?.rights ?? NO_RIGHTS,
		metadata: choose(metadata, choices.fields),
		poster,
		captions,
		preview,
		delivery,
	};
	const reasons = holdReasons({
		package: facts,
		version: selected.version,
		wantsApproved: choices.version.kind === 'latestApproved',
		rights: reading,
		wantsDelivery: deliveryChoice.strategy !== 'none',
	});
	return sealed({ ...facts, hold_reasons: reasons });
}

/** `undefined` when no rights were asked for. */
async function readRightsOf(
	reader: AssetReader,
	choice: PackageChoices['rights'],
	now: number,
): Promise<RightsReading | undefined> {
	if (!choice) return undefined;
	const { viewId, fields, expiringWithinDays } = choice;
	return readRights(await reader.assetMetadata(viewId), fields, { now, expiringWithinDays });
}

function identity(iconik: IconikClient, asset: Asset) {
	return {
		asset_id: asset.id,
		title: asset.title ?? '',
		type: asset.type ?? 'ASSET',
		is_blocked: asset.is_blocked === true,
		warning: asset.warning || null,
		web_url: `${iconik.origin}/asset/${asset.id}`,
	};
}

function durationOf(asset: Asset, document: SearchDocument | undefined): number | null {
	const { time_start_milliseconds: start, time_end_milliseconds: end } = asset;
	if (asset.type === 'SUBCLIP' && start != null && end != null) return end - start;
	return document?.duration_milliseconds ?? null;
}

function deletedPackage(iconik: IconikClient, id: string, asset: Asset | undefined): MediaPackage {
	const gone = noLink('The asset was deleted in iconik');
	return sealed({
		...identity(iconik, asset ?? { id }),
		version_id: null,
		version_number: null,
		is_latest_version: false,
		description: null,
		media_type: null,
		duration_milliseconds: null,
		width: null,
		height: null,
		size_bytes: null,
		status: 'DELETED',
		approval_status: 'N/A',
		rights: NO_RIGHTS,
		metadata: {},
		poster: null,
		captions: [],
		preview: gone,
		delivery: gone,
		hold_reasons: ['The asset was deleted in iconik'],
	});
}

const NOT_LASTING = ['poster', 'captions', 'preview', 'delivery', 'is_latest_version'];

/**
 * Adds the fingerprint: over everything that a page could show, but not over addresses that are signed or expire, nor over whether a
 * newer version waits, nor over the text of captions, which their own fingerprint stands for.
 */
function sealed(facts: Omit<MediaPackage, 'fingerprint'>): MediaPackage {
	const { poster, captions, preview, delivery } = facts;
	const file = (found: MediaPackage['poster']) => found && [found.key, found.fingerprint];
	const link = ({ strategy, url, reason }: MediaPackage['delivery']) => [
		strategy,
		strategy === 'share' ? url !== null : url,
		reason,
	];
	const lasting = Object.entries(facts).filter(([key]) => !NOT_LASTING.includes(key));
	const content = [
		Object.fromEntries(lasting),
		file(poster),
		captions.map(file),
		link(preview),
		link(delivery),
	];
	return { ...facts, fingerprint: fingerprint(content) };
}

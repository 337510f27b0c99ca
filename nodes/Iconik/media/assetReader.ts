import type { MediaFile } from '../../../lib/mediaPackage';
import type { IconikClient } from '../transport/client';
import { byLastId, collect } from '../transport/paging';
import type { Asset, Keyframe, MetadataValues, Proxy, SearchDocument } from '../types';
import {
	captionFile,
	inLanguages,
	listSubtitles,
	readCaptions,
	type MediaSource,
} from './captions';
import { flatten } from './metadataValues';
import { pickPoster, posterFile } from './poster';
import { listProxies } from './publicProxy';
import type { SelectedVersion } from './selectVersion';
import { newestFirst } from './versions';

type Values = Record<string, unknown>;

interface ReaderContext {
	iconik: IconikClient;
	asset: Asset;
	document: SearchDocument | undefined;
	selected: SelectedVersion;
}

/** Reads what belongs to the chosen version of an asset, each thing at most once. */
export class AssetReader {
	private readonly views = new Map<string, Promise<Values>>();
	private from: Promise<MediaSource | undefined> | undefined;
	private proxyList: Promise<Proxy[]> | undefined;

	constructor(private readonly context: ReaderContext) {}

	/** Where the media files are: at the version itself, for a subclip at the version of the parent that it was cut from. */
	async source(): Promise<MediaSource | undefined> {
		this.from ??= this.findSource();
		return await this.from;
	}

	async proxies(): Promise<Proxy[]> {
		this.proxyList ??= this.source().then(async (source) =>
			source ? await listProxies(this.context.iconik, source) : [],
		);
		return await this.proxyList;
	}

	/** The proxies as read for a link, else as the search index knows them. */
	async knownProxies(): Promise<Proxy[]> {
		return this.proxyList ? await this.proxyList : this.indexed(this.context.document?.proxies);
	}

	/** The flat values of a view as they are now: rights and links belong to the asset, whatever the version. */
	async assetMetadata(viewId: string): Promise<Values> {
		const { asset } = this.context;
		const path = `/API/metadata/v1/assets/${asset.id}/views/${viewId}/` as const;
		return await this.once(path, async () => {
			const query = asset.type === 'SUBCLIP' ? { check_if_subclip: true } : undefined;
			return await this.context.iconik.find<MetadataValues>({ path, query });
		});
	}

	/** The flat values of several views together. An older version has values of its own, or else those of the asset. */
	async metadata(viewIds: readonly string[]): Promise<Values> {
		const values = await Promise.all(viewIds.map(async (id) => await this.versionMetadata(id)));
		return Object.assign({}, ...values) as Values;
	}

	async poster(): Promise<MediaFile | null> {
		const { iconik, asset, document, selected } = this.context;
		const versionId = selected.version?.id;
		if (versionId === undefined) return null;
		const indexed = this.indexed(document?.keyframes);
		const isChosenKnown =
			!asset.custom_poster || indexed.some(({ id }) => id === asset.custom_poster);
		let keyframe = isChosenKnown ? pickPoster(asset, indexed) : undefined;
		if (!keyframe) {
			const path = `/API/files/v1/assets/${asset.id}/versions/${versionId}/keyframes/` as const;
			const listed = await collect(byLastId<Keyframe>(iconik, { path }, { perPage: 100 }));
			keyframe = pickPoster(asset, listed);
		}
		return keyframe ? posterFile(asset, versionId, keyframe) : null;
	}

	async captions(
		want: 'none' | 'list' | 'text',
		languages: readonly string[],
	): Promise<MediaFile[]> {
		const { iconik, asset } = this.context;
		const source = await this.source();
		if (want === 'none' || !source) return [];
		const subtitles = inLanguages(await listSubtitles(iconik, source), languages);
		const files = await Promise.all(
			subtitles.map(async (subtitle) => {
				const text = want === 'text' ? await readCaptions(iconik, source, subtitle) : null;
				return captionFile(asset, source.versionId, subtitle, text);
			}),
		);
		return files.filter(({ key }, n) => files.findIndex((file) => file.key === key) === n);
	}

	private async versionMetadata(viewId: string): Promise<Values> {
		const { asset, selected, iconik } = this.context;
		const { version, isLatest } = selected;
		if (!version || isLatest || asset.type === 'SUBCLIP') return await this.assetMetadata(viewId);
		const path =
			`/API/metadata/v1/assets/${asset.id}/versions/${version.id}/views/${viewId}/` as const;
		const own = await this.once(path, async () => await iconik.find<MetadataValues>({ path }));
		return Object.keys(own).length > 0 ? own : await this.assetMetadata(viewId);
	}

	private async once(
		key: string,
		read: () => Promise<MetadataValues | undefined>,
	): Promise<Values> {
		const known = this.views.get(key);
		if (known) return await known;
		const values = read().then(flatten);
		this.views.set(key, values);
		return await values;
	}

	/** What the index knows for certain to belong to this version: it says so, or the asset has no other version. */
	private indexed<T extends { version_id?: string | null }>(found: T[] | null | undefined): T[] {
		const { asset, selected } = this.context;
		const isOnly = asset.versions?.length === 1;
		return (found ?? []).filter(({ version_id }) =>
			version_id ? version_id === selected.version?.id : isOnly && !!selected.version,
		);
	}

	private async findSource(): Promise<MediaSource | undefined> {
		const { iconik, asset, selected } = this.context;
		if (!selected.version) return undefined;
		if (asset.type !== 'SUBCLIP' || !asset.original_asset_id)
			return {
				assetId: asset.id,
				versionId: selected.version.id,
				isLatest: selected.isLatest,
			};
		const assetId = asset.original_asset_id;
		if (asset.original_version_id)
			return { assetId, versionId: asset.original_version_id, isLatest: false };
		const path = `/API/assets/v1/assets/${assetId}/` as const;
		const parent = await iconik.find<Asset>({ path });
		const latest = newestFirst(parent?.versions)[0];
		return latest && { assetId, versionId: latest.id, isLatest: true };
	}
}

import type { INode } from 'n8n-workflow';
import type { MediaLink } from '../../../lib/mediaPackage';
import type { IconikClient } from '../transport/client';
import { hasStatus } from '../transport/errors';
import type { Asset, AssetVersion, Proxy } from '../types';
import { cdnAddress, isSigned, isWebAddress } from './addresses';
import type { MediaSource } from './captions';
import { asList } from './metadataValues';
import { noLink, publicProxyLink } from './publicProxy';
import { exportLocation } from './settings';
import { presentShareLink, shareLink, type ShareTerms } from './share';

export type DeliveryChoice =
	| { strategy: 'none' | 'public_proxy' | 'share' }
	| { strategy: 'cdn'; baseUrl: string; location: string; template: string }
	| { strategy: 'metadata'; viewId: string; field: string };

/** What links are made from. The readers are called only where a strategy needs them, and at most once. */
export interface LinkSources {
	iconik: IconikClient;
	node: INode;
	asset: Asset;
	version: AssetVersion | undefined;
	source: MediaSource | undefined;
	shareTerms: ShareTerms;
	/** Whether a link that is not there yet may be made. */
	makesLinks: () => Promise<boolean>;
	now: number;
	proxies: () => Promise<Proxy[]>;
	metadata: (viewId: string) => Promise<Record<string, unknown>>;
}

/** The links of one asset. A share or public proxy that both delivery and preview want is made once. */
export class Links {
	private share: Promise<MediaLink> | undefined;
	private proxy: Promise<MediaLink> | undefined;

	constructor(private readonly sources: LinkSources) {}

	async delivery(choice: DeliveryChoice): Promise<MediaLink> {
		if (choice.strategy === 'none') return noLink('No delivery link was asked for');
		const obstacle = this.obstacle();
		if (obstacle) return noLink(obstacle);
		if (choice.strategy === 'cdn') return await this.fromCdn(choice);
		if (choice.strategy === 'metadata') return await this.fromMetadata(choice);
		return await this.fromIconik(choice.strategy);
	}

	async preview(strategy: 'none' | 'public_proxy' | 'share'): Promise<MediaLink> {
		if (strategy === 'none') return noLink('No preview link was asked for');
		const obstacle = this.obstacle();
		return obstacle ? noLink(obstacle) : await this.fromIconik(strategy);
	}

	private obstacle(): string | undefined {
		const { asset, version } = this.sources;
		if (asset.is_blocked) return 'The asset is blocked in iconik';
		if (!version) return 'There is no version to link to';
		return asset.type === 'PLACEHOLDER' ? 'A placeholder has no media' : undefined;
	}

	private async fromIconik(strategy: 'public_proxy' | 'share'): Promise<MediaLink> {
		const { iconik, asset, source, proxies, shareTerms, makesLinks, now } = this.sources;
		const makes = await makesLinks();
		if (strategy === 'share') {
			this.share ??= refusedIsNone(
				makes
					? shareLink(iconik, asset.id, shareTerms, now)
					: presentShareLink(iconik, asset.id, shareTerms, now),
				'iconik does not allow to share this asset: the sharing of links may be switched off, or the role of the token is missing',
			);
			return await this.share;
		}
		if (!source) return noLink('There is no version to link to');
		this.proxy ??= proxies().then(
			async (found) =>
				await refusedIsNone(
					publicProxyLink(iconik, asset, source, found, makes),
					'iconik does not allow to make the proxy public: the role of the token may be missing',
				),
		);
		return await this.proxy;
	}

	private async fromCdn(choice: Extract<DeliveryChoice, { strategy: 'cdn' }>): Promise<MediaLink> {
		const { iconik, node, asset, version } = this.sources;
		const { baseUrl, location, template } = choice;
		if (!isWebAddress(baseUrl)) return noLink('The CDN base URL is not a web address');
		const path = location ? (await exportLocation(iconik, node, location)).path : '';
		const made = cdnAddress(baseUrl, path ?? '', template, {
			asset_id: asset.id,
			version_id: version?.id,
			version_number: version?.version_number,
			title: asset.title,
			external_id: asset.external_id,
		});
		if ('missing' in made) return noLink(`The file name needs {${made.missing}}, which is empty`);
		return { strategy: 'cdn', url: made.url, expires: null, reason: null };
	}

	private async fromMetadata(
		choice: Extract<DeliveryChoice, { strategy: 'metadata' }>,
	): Promise<MediaLink> {
		const values = await this.sources.metadata(choice.viewId);
		const url = asList(values[choice.field])[0];
		if (!url) return noLink(`The metadata field ${choice.field} is empty`);
		if (!isWebAddress(url)) return noLink(`${choice.field} does not hold a web address`);
		if (isSigned(url)) return noLink(`${choice.field} holds a signed address, which will end`);
		return { strategy: 'metadata', url, expires: null, reason: null };
	}
}

async function refusedIsNone(link: Promise<MediaLink>, reason: string): Promise<MediaLink> {
	return await link.catch((error: unknown) => {
		if (hasStatus(error, 403)) return noLink(reason);
		return Promise.reject(error);
	});
}

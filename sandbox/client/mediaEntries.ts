import type { Services } from './services';

/** An entry of the content type `iconik_media`, as the APIs answer it. */
export interface MediaEntry {
	uid: string;
	_version: number;
	title: string;
	iconik_asset_id: string;
	iconik_version_id?: string;
	iconik_version_number?: number;
	iconik_state?: 'ready' | 'held' | 'withdrawn' | null;
	iconik_hold_reason?: string | null;
	poster?: { uid: string; url: string } | null;
	preview_url?: string | null;
	delivery_url?: string | null;
	usage_rights?: { status?: string; expires?: string | null };
	captions?: Array<{ language: string; file?: { uid: string; url: string } }>;
	publish_details?: unknown;
	[field: string]: unknown;
}

const PATH = '/content_types/iconik_media/entries';

/** The published media entry of an asset, as a website gets it from the Delivery API, or `undefined`. */
export async function liveEntry(
	{ contentstack, connections }: Services,
	assetId: string,
): Promise<MediaEntry | undefined> {
	const { environment } = connections.contentstack;
	return await first(contentstack.delivery, { environment, query: byAsset(assetId) });
}

/** The saved media entry of an asset, published or not, or `undefined`. */
export async function savedEntry(
	{ contentstack }: Services,
	assetId: string,
): Promise<MediaEntry | undefined> {
	return await first(contentstack.management, { query: byAsset(assetId) });
}

const byAsset = (assetId: string) => JSON.stringify({ iconik_asset_id: assetId });

async function first(
	api: Services['contentstack']['delivery'],
	params: Record<string, string>,
): Promise<MediaEntry | undefined> {
	const { status, data } = await api.get<{ entries?: MediaEntry[] }>(PATH, { params });
	if (status !== 200) throw new Error(`Contentstack answered ${status}: ${JSON.stringify(data)}`);
	return data.entries?.[0];
}

import { until } from '../n8n/instance';
import type { Services } from './services';

/** What a new video is to be like. */
export interface NewVideo {
	title: string;
	collectionId: string;
	/** Approved unless this is `false`. */
	isApproved?: boolean;
	/** YYYY-MM-DD; far ahead when absent. */
	rightsExpire?: string;
}

const FAR_AHEAD = '2099-12-31';
const INDEXED_WITHIN_MS = 10_000;

/** Somebody makes a collection, inside another one where that is given. Gives its ID. */
export async function newCollection(
	{ iconik }: Services,
	title: string,
	parentId?: string,
): Promise<string> {
	const { status, data } = await iconik.api.post<{ id: string }>('/assets/v1/collections/', {
		title,
		...(parentId && { parent_id: parentId }),
	});
	if (status !== 201) throw new Error(`iconik answered ${status}: ${JSON.stringify(data)}`);
	return data.id;
}

/** Somebody uploads a video with its usage rights into a collection; a reviewer approves it. Gives its ID. */
export async function newVideo(
	{ iconik: { control } }: Services,
	{ title, collectionId, isApproved = true, rightsExpire = FAR_AHEAD }: NewVideo,
): Promise<string> {
	const { asset_id } = await control.act<{ asset_id: string }>('create-asset', {
		title,
		collection_id: collectionId,
	});
	const values = { RightsStart: '2020-01-01', RightsExpiry: rightsExpire };
	await control.act('update-metadata', { asset_id, values });
	if (isApproved) await control.act('approve', { asset_id });
	return asset_id;
}

/** Waits until iconik's search finds so many assets in a collection and below it. */
export async function untilFound(
	{ iconik }: Services,
	collectionId: string,
	count: number,
): Promise<void> {
	await until(`${count} assets are found`, INDEXED_WITHIN_MS, async () => {
		const { data } = await iconik.api.post<{ total: number }>('/search/v1/search/', {
			doc_types: ['assets'],
			filter: {
				operator: 'AND',
				terms: [{ name: 'ancestor_collections', value_in: [collectionId] }],
			},
		});
		return data.total === count ? true : undefined;
	});
}

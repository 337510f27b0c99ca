import { NodeApiError, sleep, type IDataObject } from 'n8n-workflow';
import type { IconikClient } from '../transport/client';
import { mayHaveLanded } from '../transport/errors';
import type { Asset } from '../types';
import { findByKey, valuesOf, type AssetKey } from './assetKey';
import { writeValues } from './metadataWrite';

const TRIES = 3;
/** After a call that broke off, the search is asked again and again: it learns of a new asset with a delay. */
const LOOK_AGAIN_MS = [1000, 2000, 3000, 4000];

/** Makes an asset that carries the key. */
export async function makeWithKey(
	...[iconik, key, body, collectionId, tell]: Parameters<typeof makeOnce>
): Promise<Asset & IDataObject> {
	const made = await makeOnce(iconik, key, body, collectionId, tell);
	await writeKey(iconik, made.id, key);
	return made;
}

/** An asset that a broken call has made all the same is found and taken, as far as its key was part of that call. */
async function makeOnce(
	iconik: IconikClient,
	key: AssetKey,
	body: IDataObject,
	collectionId: string,
	tell: (id: string) => void,
): Promise<Asset & IDataObject> {
	for (let attempt = 1; ; attempt++) {
		try {
			const made = await iconik.request<Asset & IDataObject>({
				method: 'POST',
				path: '/API/assets/v1/assets/',
				query: collectionId ? { assign_to_collection: true, apply_collection_acls: true } : {},
				body: {
					...body,
					...(key.kind === 'externalId' && { external_id: key.value }),
					...(collectionId && { collection_id: collectionId }),
				},
			});
			// Told before anything else can fail, so that a repetition does not make a second one.
			tell(made.id);
			return { ...made, ...(collectionId && { in_collections: [collectionId] }) };
		} catch (error) {
			const landed = mayHaveLanded(error) ? await lookAgain(iconik, key, collectionId) : undefined;
			if (landed) return landed;
			if (attempt >= TRIES || !mayHaveLanded(error))
				throw new NodeApiError((error as NodeApiError).node, error as never);
		}
	}
}

/** Writes the value of a metadata key where it is missing. Tells whether it was. */
export async function writeKey(
	iconik: IconikClient,
	assetId: string,
	key: AssetKey,
): Promise<boolean> {
	if (key.kind === 'externalId') return false;
	if ((await valuesOf(iconik, assetId, key)).includes(key.value)) return false;
	const values = { [key.field]: [key.value] };
	await writeValues(iconik, { type: 'assets', id: assetId }, key.viewId, values, 'overwrite');
	return true;
}

async function lookAgain(
	iconik: IconikClient,
	key: AssetKey,
	collectionId: string,
): Promise<(Asset & IDataObject) | undefined> {
	for (const pause of LOOK_AGAIN_MS) {
		await sleep(pause);
		const found = await findByKey(iconik, key, collectionId);
		if (found) return found.asset;
	}
	return undefined;
}

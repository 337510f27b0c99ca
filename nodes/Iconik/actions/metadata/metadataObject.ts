import type { IExecuteFunctions } from 'n8n-workflow';
import { assetPath } from '../../media/asset';
import type { MetadataObject } from '../../media/metadataWrite';
import type { IconikClient } from '../../transport/client';
import { assetIdOf } from '../assetLocator';
import { locatedObject } from '../objectFields';

/** The asset or collection whose metadata an item is about. */
export function metadataObject(this: IExecuteFunctions, index: number): MetadataObject {
	return locatedObject.call(this, index) ?? { type: 'assets', id: assetIdOf.call(this, index) };
}

/** Fails with iconik's words when the object does not exist. */
export async function readObject(
	iconik: IconikClient,
	{ type, id }: MetadataObject,
): Promise<void> {
	const collectionPath = `/API/assets/v1/collections/${encodeURIComponent(id)}/` as const;
	await iconik.request({ path: type === 'assets' ? assetPath(id) : collectionPath });
}

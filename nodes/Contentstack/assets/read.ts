import type { IDataObject } from 'n8n-workflow';
import type { Stack } from '../transport/stack';
import { assetPath, type FullAsset, simplifiedAsset } from './assetView';

/** One asset as it is, with where it is live and how large its picture is. */
export async function readAsset(stack: Stack, uid: string): Promise<FullAsset> {
	const { asset } = await stack.request<{ asset: FullAsset }>({
		method: 'GET',
		path: assetPath(uid),
		qs: { include_publish_details: true, include_dimension: true },
	});
	return asset;
}

/** The asset as it goes out: cut down, or as the service gave it. */
export function assetAnswer(stack: Stack, asset: FullAsset, simplify: boolean): IDataObject {
	return simplify ? simplifiedAsset(stack.connection, asset) : ({ ...asset } as IDataObject);
}

import { type IExecuteFunctions, NodeOperationError, sleep } from 'n8n-workflow';
import { isNotFound, mayHaveLanded } from '../transport/failure';
import type { Stack } from '../transport/stack';
import { type Asset, findAssets } from './asset';
import { type AssetFile, fingerprintTag, tagsFor } from './assetFile';
import { UPLOAD_TIMEOUT_MS, uploadBody } from './uploadBody';

const CREATE_ATTEMPTS = 3;
const LOOKS = 3;
const LOOK_PAUSE_MS = 1000;

export interface SavedAsset {
	result: 'created' | 'replaced' | 'unchanged';
	asset: Asset;
}

/** Uploads a file, replaces the content of the asset that it is already, or leaves that alone when the content is the same. */
export async function saveAsset(
	context: IExecuteFunctions,
	stack: Stack,
	file: AssetFile,
	present: Asset | undefined,
	folder: string,
): Promise<SavedAsset> {
	if (!present) return await createAsset(context, stack, file, folder);
	if (present.tags?.includes(fingerprintTag(file.fingerprint)))
		return { result: 'unchanged', asset: present };
	return { result: 'replaced', asset: await replaceAsset(context, stack, file, present) };
}

/** A create has no key against repetition: after one that may have been carried out, the asset is looked for first. */
async function createAsset(
	context: IExecuteFunctions,
	stack: Stack,
	file: AssetFile,
	folder: string,
): Promise<SavedAsset> {
	for (let attempt = 1; ; attempt++) {
		const answer = await stack.attempt<{ asset: Asset }>({
			method: 'POST',
			path: '/assets',
			upload: async () =>
				await uploadBody(context, file, {
					'asset[title]': file.fileName,
					'asset[tags]': tagsFor(file).join(','),
					...(folder && { 'asset[parent_uid]': folder }),
				}),
			timeoutMs: UPLOAD_TIMEOUT_MS,
		});
		if (answer.ok) return { result: 'created', asset: answer.body.asset };
		if (!mayHaveLanded(answer.failure)) throw stack.errorFor(answer.failure);
		const found = await lookAgain(stack, file);
		if (found) return await saveFound(context, stack, file, found);
		if (attempt >= CREATE_ATTEMPTS) throw stack.errorFor(answer.failure);
	}
}

async function saveFound(
	context: IExecuteFunctions,
	stack: Stack,
	file: AssetFile,
	found: Asset,
): Promise<SavedAsset> {
	const saved = await saveAsset(context, stack, file, found, '');
	return saved.result === 'unchanged' ? { ...saved, result: 'created' } : saved;
}

async function lookAgain(stack: Stack, { key }: AssetFile): Promise<Asset | undefined> {
	for (let look = 1; ; look++) {
		const found = (await findAssets(stack, [key])).get(key)?.[0];
		if (found || look >= LOOKS) return found;
		await sleep(LOOK_PAUSE_MS);
	}
}

async function replaceAsset(
	context: IExecuteFunctions,
	stack: Stack,
	file: AssetFile,
	{ uid, tags: present }: Asset,
): Promise<Asset> {
	const tags = tagsFor(file, present);
	const path = `/assets/${uid}`;
	const answer = await stack.attempt<{ asset: Asset }>({
		method: 'PUT',
		path,
		upload: async () => await uploadBody(context, file, { 'asset[tags]': tags.join(',') }),
		timeoutMs: UPLOAD_TIMEOUT_MS,
	});
	if (!answer.ok) {
		if (!isNotFound(answer.failure)) throw stack.errorFor(answer.failure);
		throw new NodeOperationError(context.getNode(), `The asset ${uid} was deleted meanwhile`, {
			description: 'Run this step again: it uploads the file anew.',
		});
	}
	const { asset } = answer.body;
	if (asset.tags?.includes(fingerprintTag(file.fingerprint))) return asset;
	// The documentation names tags for uploads of new files only: written by themselves where the replacement left them out.
	const tagged = await stack.request<{ asset: Asset }>({
		method: 'PUT',
		path,
		body: { asset: { tags } },
	});
	return tagged.asset;
}

import type { IDataObject } from 'n8n-workflow';
import { type Asset, findAssets } from '../../assets/asset';
import type { AssetFile } from '../../assets/assetFile';
import { asQueued, publishAsset } from '../../assets/publish';
import { saveAsset, type SavedAsset } from '../../assets/save';
import { resolveEnvironments } from '../../transport/stackLists';
import { inTurn, type Operation, readTasks, runSideBySide } from '../operation';
import { type AssetTask, readAssetTask } from './assetTask';

export { description } from './createOrUpdate.description';

/**
 * Finds the assets of all items with one query for every 50 files, then uploads what is new, replaces what changed and leaves the
 * rest alone. Files with the same key are worked one after the other.
 */
export const execute: Operation = async function (stack, itemCount) {
	const { tasks, outcomes } = await readTasks(
		this,
		itemCount,
		async (index) => await readAssetTask(this, stack, index),
	);
	const keys = tasks.flatMap(({ files }) => files.map(({ key }) => key));
	const present = new Map<string, Promise<SavedAsset | undefined>>();

	const save = async (task: AssetTask, file: AssetFile): Promise<IDataObject> => {
		const found = await stack.once('assets by key', async () => await findAssets(stack, keys));
		const same = found.get(file.key) ?? [];
		const before = present.get(file.key) ?? Promise.resolve(undefined);
		const work = before.then(async (saved) => {
			const done = await saveAsset(this, stack, file, saved?.asset ?? same[0], task.folder);
			// The answer to an upload does not tell where the asset is live: the present version is nowhere yet.
			const environments = await resolveEnvironments(stack, task.environments);
			const queued = await publishAsset(stack, done.asset, environments, task.locales);
			// The next item with this file need not queue it again.
			return { ...done, asset: asQueued(done.asset, queued, task.locales), queued };
		});
		present.set(
			file.key,
			work.catch(async () => await before),
		);
		const { result, asset, queued } = await work;
		return answer(file, result, asset, queued, same.slice(1));
	};

	await runSideBySide(this, tasks, async (task) => {
		await inTurn(this, [task], outcomes, async () => {
			const uploads = task.files.filter(({ source }) => source);
			const done = await Promise.allSettled(uploads.map(async (file) => await save(task, file)));
			const failed = done.find((upload) => upload.status === 'rejected');
			if (failed) return await Promise.reject(failed.reason as Error);
			return {
				files: done.flatMap((upload) => (upload.status === 'fulfilled' ? [upload.value] : [])),
				skipped: task.files.filter(({ source }) => !source).map(skipped),
			};
		});
	});
	return outcomes;
};

function answer(
	{ key, role, language, closedCaptions }: AssetFile,
	result: SavedAsset['result'],
	{ uid, url, filename, _version }: Asset,
	queued: string[],
	duplicates: Asset[],
): IDataObject {
	return {
		key,
		role,
		language,
		closed_captions: closedCaptions,
		uid,
		url,
		file_name: filename,
		version: _version,
		result,
		publish_queued: queued,
		...(duplicates.length > 0 && { duplicates: duplicates.map((asset) => asset.uid) }),
	};
}

function skipped({ key, role, language }: AssetFile): IDataObject {
	return { key, role, language, reason: 'There is neither an address nor text to upload' };
}

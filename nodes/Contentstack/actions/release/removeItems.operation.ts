import type { INodeProperties } from 'n8n-workflow';
import {
	isSameItem,
	MOST_ITEMS,
	readItems,
	releaseItem,
	releasePath,
} from '../../releases/release';
import { contentItemFields } from '../contentItemFields';
import { inBatches } from '../inBatches';
import type { Operation } from '../operation';
import { byRelease, releaseAnswer } from './releaseTask';

export const description: INodeProperties[] = contentItemFields('release', ['removeItems']);

/** Takes the entries and assets of all items out of their releases, 25 with a call. */
export const execute: Operation = async function (stack, itemCount) {
	return await byRelease(this, stack, itemCount, async (release, tasks, outcomes) => {
		const there = await readItems(stack, release);
		const pieces = tasks.flatMap(({ index, item, version, action }) => {
			const wanted = releaseItem(item, version, action);
			const found = there.find((one) => isSameItem(one, wanted));
			if (found) return [{ index, item: found }];
			outcomes[index] = { ok: true, value: releaseAnswer('not_in_release', release, wanted) };
			return [];
		});
		await inBatches(this, pieces, MOST_ITEMS, outcomes, async (batch) => {
			const items = [...new Set(batch.map(({ item }) => item))];
			await stack.request({
				method: 'DELETE',
				path: `${releasePath(release)}/items`,
				body: { items },
			});
			return ({ item }) => releaseAnswer('removed', release, item);
		});
	});
};

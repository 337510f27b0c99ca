import { type INodeProperties, NodeOperationError } from 'n8n-workflow';
import { itemKey, readPresent } from '../../content/contentItem';
import {
	isSameItem,
	MOST_ITEMS,
	readItems,
	type ReleaseItem,
	releaseItem,
	releasePath,
} from '../../releases/release';
import { createOnce } from '../../transport/create';
import { contentItemFields, itemVersionField } from '../contentItemFields';
import { inBatches } from '../inBatches';
import type { Operation } from '../operation';
import { releaseActionField } from './releaseActionField';
import { byRelease, releaseAnswer } from './releaseTask';

const show = { resource: ['release'], operation: ['addItems'] };

export const description: INodeProperties[] = [
	...contentItemFields('release', ['addItems']),
	itemVersionField('release', ['addItems']),
	releaseActionField(show, 'What the deployment does with it'),
];

/**
 * Puts the entries and assets of all items into their releases, 25 with a call. What a release holds already gets the new version;
 * what it holds in this version already is left alone.
 */
export const execute: Operation = async function (stack, itemCount) {
	return await byRelease(this, stack, itemCount, async (release, tasks, outcomes) => {
		const latest = await readPresent(
			stack,
			tasks.filter(({ version }) => version === 0).map(({ item }) => item),
		);
		const there = await readItems(stack, release);
		const pieces = tasks.flatMap(({ index, item, version, action }) => {
			const number = version || latest.get(itemKey(item))?.version;
			if (number !== undefined) return [{ index, item: releaseItem(item, number, action) }];
			const error = new NodeOperationError(this.getNode(), `"${item.uid}" was not found`, {
				itemIndex: index,
				description: 'Check the UID, the content type, the locale and the branch.',
			});
			outcomes[index] = { ok: false, error };
			return [];
		});
		if (pieces.length < tasks.length && !this.continueOnFail()) return;
		const due = pieces.filter(({ index, item }) => {
			const isIn = holds(there, item);
			if (isIn)
				outcomes[index] = { ok: true, value: releaseAnswer('already_there', release, item) };
			return !isIn;
		});
		await inBatches(this, due, MOST_ITEMS, outcomes, async (batch) => {
			const items = distinct(batch.map(({ item }) => item));
			await createOnce(
				stack,
				{ method: 'POST', path: `${releasePath(release)}/items`, body: { items } },
				async () => {
					const now = await readItems(stack, release);
					return items.every((item) => holds(now, item)) ? true : undefined;
				},
				() => true,
			);
			return ({ item }) => releaseAnswer('added', release, item);
		});
	});
};

/** Whether the item is among them in this very version, for the same action. */
function holds(items: ReleaseItem[], item: ReleaseItem): boolean {
	return items.some(
		(one) => isSameItem(one, item) && one.version === item.version && one.action === item.action,
	);
}

/** The last of those that are the same: a release holds each once. */
function distinct(items: ReleaseItem[]): ReleaseItem[] {
	return items.filter((item, n) => !items.slice(n + 1).some((later) => isSameItem(item, later)));
}

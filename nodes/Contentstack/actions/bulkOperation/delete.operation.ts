import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { groupsOf } from '../../../../lib/groups';
import { itemKey } from '../../content/contentItem';
import { requestOnce } from '../../transport/requestOnce';
import { contentItemFields, readContentItem } from '../contentItemFields';
import { inBatches } from '../inBatches';
import { type Operation, readTasks } from '../operation';
import { sizeField, sizeOf } from './bulkFields';

const MOST_DELETED = 100;
const show = { resource: ['bulkOperation'], operation: ['delete'] };

export const description: INodeProperties[] = [
	...contentItemFields('bulkOperation', ['delete']),
	sizeField(show, MOST_DELETED),
];

/** Deletes the entries and assets of all items, several with a call. It is not tried again where the first try may have done it. */
export const execute: Operation = async function (stack, itemCount) {
	const { tasks, outcomes } = await readTasks(this, itemCount, async (index) => ({
		index,
		item: await readContentItem(this, stack, index),
	}));
	const chains = groupsOf(tasks, ({ item }) => itemKey(item));
	const first = chains.flatMap(([task]) => (task ? [task] : []));
	await inBatches(this, first, sizeOf(this, MOST_DELETED), outcomes, async (batch) => {
		const items = batch.map(({ item }) => item);
		const entries = items.flatMap(({ contentType, uid, locale }): IDataObject[] =>
			contentType === undefined ? [] : [{ uid, content_type: contentType, locale }],
		);
		const assets = items.flatMap(({ contentType, uid }) =>
			contentType === undefined ? [{ uid }] : [],
		);
		await requestOnce(
			stack,
			{ method: 'POST', path: '/bulk/delete', body: { entries, assets } },
			'they were deleted',
			'Run it again with those that are still there.',
		);
		return ({ item: { contentType, uid, locale } }) => ({
			deleted: true,
			uid,
			content_type: contentType ?? null,
			locale,
		});
	});
	for (const [task, ...same] of chains) {
		const outcome = task && outcomes[task.index];
		if (outcome) for (const { index } of same) outcomes[index] = outcome;
	}
	return outcomes;
};

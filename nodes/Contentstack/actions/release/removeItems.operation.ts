import type { INodeProperties } from 'n8n-workflow';
import {
	isSameItem,
	MOST_ITEMS,
	readItems,
	type ReleaseItem,
	releaseItem,
	releasePath,
} from '../../releases/release';
import { contentItemFields } from '../contentItemFields';
import { inBatches } from '../inBatches';
import type { Operation } from '../operation';
import { presentRelease } from './releaseLocator';
import { byRelease, releaseAnswer } from './releaseTask';

const show = { resource: ['release'], operation: ['removeItems'] };

export const description: INodeProperties[] = [
	...contentItemFields('release', ['removeItems']),
	{
		displayName: 'In All Languages',
		name: 'allLanguages',
		type: 'boolean',
		default: false,
		description: 'Whether the entry is taken out in every language in which the release holds it',
		displayOptions: { show: { ...show, itemType: ['entry'] } },
	},
];

/** Takes the entries and assets of all items out of their releases, 25 with a call. A release that is not there holds nothing. */
export const execute: Operation = async function (stack, itemCount) {
	return await byRelease(
		this,
		stack,
		itemCount,
		async (release, tasks, outcomes) => {
			const there = release === '' ? [] : await readItems(stack, release);
			const pieces = tasks.flatMap(({ index, item, version, action }) => {
				const wanted = releaseItem(item, version, action);
				const isAll = this.getNodeParameter('allLanguages', index, false) === true;
				const found = there.filter((one) =>
					isSameItem(one, isAll ? inLanguageOf(one, wanted) : wanted),
				);
				if (found.length > 0) return found.map((one) => ({ index, item: one }));
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
		},
		async (context, _stack, index) => (await presentRelease(context, stack, index)) ?? '',
	);
};

const inLanguageOf = ({ locale }: ReleaseItem, item: ReleaseItem) => ({ ...item, locale });

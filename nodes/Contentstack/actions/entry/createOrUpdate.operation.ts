import type { INodeProperties } from 'n8n-workflow';
import type { Outcome } from '../../../../lib/batches';
import { groupsOf } from '../../../../lib/groups';
import { compareEntry } from '../../entries/compare';
import type { Entry } from '../../entries/entry';
import { findEntries } from '../../entries/find';
import { type Saved, saveEntry } from '../../entries/save';
import { simplifyField } from '../limitFields';
import { inTurn, notBegun, type Operation, type Result, runSideBySide } from '../operation';
import { dataFields, writeLocaleField } from './entryData.fields';
import { answerOf, comparisonAnswer, readTask, type Task } from './entryTask';
import { changedMeanwhile, onlyIfVersionOf, onlyIfVersionOption } from './onlyIfVersion';

const show = { resource: ['entry'], operation: ['createOrUpdate'] };

export const description: INodeProperties[] = [
	{
		displayName: 'Match Field Name or ID',
		name: 'matchField',
		type: 'options',
		description:
			'The field by which the entry is found. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		typeOptions: {
			loadOptionsMethod: 'getMatchFields',
			loadOptionsDependsOn: ['contentType.value'],
		},
		default: 'iconik_asset_id',
		required: true,
		displayOptions: { show },
	},
	{
		displayName: 'Match Value',
		name: 'matchValue',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. {{ $json.asset_id }}',
		description: 'What stands in the match field. A new entry gets it too.',
		displayOptions: { show },
	},
	...dataFields(show),
	writeLocaleField(show),
	simplifyField(show),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: { show },
		options: [
			{
				displayName: 'Only Compare',
				name: 'onlyCompare',
				type: 'boolean',
				default: false,
				description:
					'Whether nothing is written: the output says would_create, would_update or unchanged, and which fields differ',
			},
			onlyIfVersionOption,
		],
	},
];

/**
 * Looks all items up with a query for every 50 of them, compares, and writes what differs. Items with the same match value are
 * worked one after the other, so that the second sees what the first wrote.
 */
export const execute: Operation = async function (stack, itemCount) {
	const indexes = Array.from({ length: itemCount }, (_, index) => index);
	const tasks = await runSideBySide(
		this,
		indexes,
		async (index) => await readTask(this, stack, index),
	);
	const outcomes = tasks.map((task): Outcome<Result> => (task.ok ? notBegun(this) : task));
	if (tasks.some(({ ok }) => !ok) && !this.continueOnFail()) return outcomes;

	const sound = tasks.flatMap((task) => (task.ok ? [task.value] : []));
	const sameEntry = groupsOf(sound, (task) => `${searchKey(task)}\n${task.match.value}`);
	await runSideBySide(this, sameEntry, async (chain) => {
		let saved: Saved | undefined;
		await inTurn(this, chain, outcomes, async (task) => {
			const expected = onlyIfVersionOf(this, task.index);
			const matches = expected === undefined ? await matchesOf(task) : await matchesNow(task);
			const { _version: version = 0 } = matches[0] ?? {};
			if (expected !== undefined && version !== expected)
				return changedMeanwhile(task.contentType.uid, matches[0], expected);
			if (task.onlyCompare)
				return await comparisonAnswer(stack, task, await compareEntry(stack, task, matches));
			saved = await saveEntry(stack, task, saved ? [after(saved)] : matches);
			return await answerOf(stack, task, saved);
		});
	});
	return outcomes;

	async function matchesOf(task: Task): Promise<Entry[]> {
		const key = searchKey(task);
		const found = await stack.once(
			`search ${key}`,
			async () =>
				await findEntries(stack, {
					contentTypeUid: task.contentType.uid,
					field: task.match.field,
					values: sound.filter((other) => searchKey(other) === key).map(({ match }) => match.value),
					locale: task.locale,
				}),
		);
		return found.get(String(task.match.value)) ?? [];
	}

	/** What is there at this moment, for those who must not write over anybody. */
	async function matchesNow({ contentType, match, locale }: Task): Promise<Entry[]> {
		const { field, value } = match;
		const search = { contentTypeUid: contentType.uid, field, values: [value], locale };
		return (await findEntries(stack, search)).get(String(value)) ?? [];
	}
};

/** Items that one query can look up together. */
function searchKey({ contentType, match, locale }: Task): string {
	return [contentType.uid, match.field, locale].join('\n');
}

/** The entry as it is now. The answer to a save does not tell where the entry is live, and saving does not change it. */
function after({ entry, before }: Saved): Entry {
	return { ...entry, publish_details: before?.publish_details ?? [] };
}

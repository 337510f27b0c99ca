import { type IDataObject, type IExecuteFunctions, NodeOperationError } from 'n8n-workflow';
import type { Outcome } from '../../../../lib/batches';
import { groupsOf } from '../../../../lib/groups';
import { type MediaEntries, readMediaEntries } from '../../entries/mediaEntries';
import { readHolders } from '../../entries/mediaHolders';
import { placementRows, placesOf, shownAssets, surroundingsOf } from '../../entries/placements';
import { readContentType } from '../../schema/contentType';
import type { MediaMarks } from '../../schema/mediaWalk';
import type { Stack } from '../../transport/stack';
import { assertLocales, localesOf } from '../../transport/stackLists';
import { notBegun, type Operation, type Result, runSideBySide } from '../operation';
import { listOf, located } from './locators';

export { description } from './getMediaPlacements.description';

/** What an item asks for. */
interface Task {
	index: number;
	contentTypeUid: string;
	/** `undefined` for all entries of the content type. */
	entryUid: string | undefined;
	/** Empty for all languages. */
	locales: string[];
	marks: MediaMarks;
	onlyLive: boolean;
	wantsUnresolved: boolean;
}

/** Works items that ask for the same kind of entries together: a hundred entries are one read in each language. */
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
	const alike = groupsOf(sound, ({ index, entryUid, ...rest }) =>
		JSON.stringify([rest, entryUid === undefined ? index : '']),
	);
	const results = await runSideBySide(
		this,
		alike,
		async (group) => await rowsByEntry(stack, group),
	);
	for (const [at, group] of alike.entries()) {
		const result = results[at] as Outcome<Map<string, IDataObject[]>>;
		for (const task of group)
			outcomes[task.index] = result.ok ? outcomeOf(this, task, result.value) : result;
	}
	return outcomes;
};

async function readTask(context: IExecuteFunctions, stack: Stack, index: number): Promise<Task> {
	const options = context.getNodeParameter('options', index, {}) as IDataObject;
	const locales = listOf(options.locales ?? []);
	if (locales.length > 0) await assertLocales(stack, locales);
	return {
		index,
		contentTypeUid: located(context, 'contentType', index),
		entryUid:
			context.getNodeParameter('lookAt', index, 'entry') === 'all'
				? undefined
				: located(context, 'entry', index),
		locales,
		marks: {
			contentTypes: listOf(context.getNodeParameter('mediaContentTypes', index, [])),
			fields: listOf(context.getNodeParameter('assetIdFields', index, '')),
		},
		onlyLive: options.onlyLive === true,
		wantsUnresolved: options.includeUnresolved === true,
	};
}

/** The rows of each entry that was found, by its UID. */
async function rowsByEntry(stack: Stack, group: Task[]): Promise<Map<string, IDataObject[]>> {
	const { contentTypeUid, locales: chosen, marks, onlyLive, wantsUnresolved } = group[0] as Task;
	const uids = group.flatMap(({ entryUid }) => entryUid ?? []);
	const contentType = await readContentType(stack, contentTypeUid);
	const locales = chosen.length > 0 ? chosen : (await localesOf(stack)).map(({ code }) => code);
	const holders = await readHolders(
		stack,
		contentType,
		uids.length > 0 ? uids : undefined,
		locales,
		marks,
	);
	const media = new Map<string, MediaEntries>();
	for (const inLocale of groupsOf(holders, ({ locale }) => locale)) {
		const locale = inLocale[0]?.locale ?? '';
		const references = inLocale.flatMap(({ uses }) => uses).filter((use) => use.kind === 'entry');
		media.set(locale, await readMediaEntries(stack, references, locale, marks));
	}
	const surroundings = await surroundingsOf(stack);
	const rows = new Map<string, IDataObject[]>();
	for (const versions of groupsOf(holders, ({ uid }) => uid)) {
		const own = chosen.length > 0 ? undefined : new Set(versions.map(({ locale }) => locale));
		const found = versions.flatMap((holder) => {
			const places = placesOf(holder, own, surroundings.locales);

			const known = media.get(holder.locale) ?? new Map();
			const shown = shownAssets(holder, known, wantsUnresolved);
			const all = placementRows(stack, contentType, holder, places, surroundings, shown);
			return onlyLive ? all.filter(isLive) : all;
		});
		rows.set(versions[0]?.uid ?? '', found);
	}
	return rows;
}

function isLive({ environments }: IDataObject): boolean {
	return Array.isArray(environments) && environments.length > 0;
}

function outcomeOf(
	context: IExecuteFunctions,
	{ index, contentTypeUid, entryUid, locales }: Task,
	rows: Map<string, IDataObject[]>,
): Outcome<Result> {
	if (entryUid === undefined) return { ok: true, value: [...rows.values()].flat() };
	const found = rows.get(entryUid);
	if (found) return { ok: true, value: found };
	const where = locales.length > 0 ? ` with a version in ${locales.join(', ')}` : '';
	return {
		ok: false,
		error: new NodeOperationError(
			context.getNode(),
			`There is no entry ${entryUid} of ${contentTypeUid}${where}`,
			{ itemIndex: index, description: 'Check the UID, the content type and the branch.' },
		),
	};
}

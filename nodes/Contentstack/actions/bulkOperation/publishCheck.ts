import { type IExecuteFunctions, NodeOperationError } from 'n8n-workflow';
import type { Outcome } from '../../../../lib/batches';
import { itemKey, type PresentItem, readPresent } from '../../content/contentItem';
import { liveIn, planPublish, type Target } from '../../entries/publishPlan';
import { USAGE_FIELD } from '../../schema/mediaContentType';
import type { Stack } from '../../transport/stack';
import { runSideBySide } from '../operation';
import type { Task } from './bulkTask';

/** What publishing an item would do, place by place. */
export interface Checked {
	result: Target['kind'];
	/** The exact version that was looked at; `undefined` where the entry follows another language's. */
	version?: number;
	targets: Target[];
}

/**
 * Looks at all items with a query for every 50, and decides for each what may be done. One that must not go live in one of its places
 * is left out as a whole: a bulk call has the same places for all that it holds.
 */
export async function checkTogether(
	context: IExecuteFunctions,
	stack: Stack,
	tasks: Task[],
): Promise<Array<Outcome<Checked>>> {
	const items = tasks.map(({ item }) => item).filter(({ uid }) => uid !== '');
	return await runSideBySide(context, tasks, async (task) => {
		if (task.item.uid === '') return { result: 'publish', targets: [] };
		const present = await stack.once(
			'what is live of a bulk call',
			async () => await readPresent(stack, items),
		);
		const found = present.get(itemKey(task.item));
		if (!found) throw notThere(context, task);
		const targets = await targetsOf(stack, task, found);
		const isOwnLocale = found.record.locale === task.item.locale;
		const version = task.version ?? (isOwnLocale ? found.version : undefined);
		return { result: overall(targets), ...(version !== undefined && { version }), targets };
	});
}

async function targetsOf(
	stack: Stack,
	{ item, version, ownAuthor, targets: { environments, locales } }: Task,
	{ version: latest, live, record }: PresentItem,
): Promise<Target[]> {
	const places = environments.flatMap((environment) =>
		locales.map((locale) => ({ environment, locale })),
	);
	if (item.contentType !== undefined)
		return await planPublish(
			stack,
			{
				contentTypeUid: item.contentType,
				entryUid: item.uid,
				...(version !== undefined && { version }),
				...(ownAuthor !== undefined && { ownAuthor }),
				allowDrafts: false,
				allowOlder: false,
				quietFields: [USAGE_FIELD],
			},
			record.locale,
			new Map(locales.map((locale) => [locale, record])),
			places,
		);
	// Nobody drafts an asset: its latest version is the file that pages are to show.
	return places.map(({ environment, locale }) => {
		const liveVersion = liveIn(live, environment, locale)?.version ?? 0;
		const kind = liveVersion === latest ? 'already_live' : 'publish';
		return { environment, locale, source: locale, version: latest, liveVersion, kind, drafts: [] };
	});
}

/** What keeps an item back counts before what is due, and that before what is done. */
function overall(targets: Target[]): Target['kind'] {
	const order: Array<Target['kind']> = ['draft_found', 'newer_live', 'publish'];
	return order.find((kind) => targets.some((target) => target.kind === kind)) ?? 'already_live';
}

function notThere(context: IExecuteFunctions, { index, item }: Task): NodeOperationError {
	const what = item.contentType === undefined ? 'asset' : `entry of ${item.contentType}`;
	return new NodeOperationError(context.getNode(), `There is no ${what} ${item.uid}`, {
		itemIndex: index,
		description: 'It may have been deleted, or be on another branch.',
	});
}

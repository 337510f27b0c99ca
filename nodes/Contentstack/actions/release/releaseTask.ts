import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Outcome } from '../../../../lib/batches';
import { groupsOf } from '../../../../lib/groups';
import type { ContentItem } from '../../content/contentItem';
import type { ReleaseItem } from '../../releases/release';
import type { Stack } from '../../transport/stack';
import { readContentItem } from '../contentItemFields';
import { readTasks, type Result, runSideBySide } from '../operation';
import { releaseOf } from './releaseLocator';

/** What one item of the workflow asks of a release. */
export interface ReleaseTask {
	index: number;
	release: string;
	item: ContentItem;
	/** 0 for the latest. */
	version: number;
	action: string;
}

/**
 * Reads what all items ask for and works each release for itself, the releases side by side. One outcome an item.
 * @param work notes the outcomes of its tasks
 * @param find the UID of the release that an item names
 */
export async function byRelease(
	context: IExecuteFunctions,
	stack: Stack,
	itemCount: number,
	work: (release: string, tasks: ReleaseTask[], outcomes: Array<Outcome<Result>>) => Promise<void>,
	find = releaseOf,
): Promise<Array<Outcome<Result>>> {
	const { tasks, outcomes } = await readTasks(context, itemCount, async (index) => ({
		index,
		release: await find(context, stack, index),
		item: await readContentItem(context, stack, index),
		version: Number(context.getNodeParameter('version', index, 0)) || 0,
		action: String(context.getNodeParameter('releaseAction', index, 'publish')),
	}));
	const releases = groupsOf<ReleaseTask>(tasks, ({ release }) => release);
	const done = await runSideBySide(context, releases, async (group) => {
		await work((group[0] as ReleaseTask).release, group, outcomes);
	});
	done.forEach((outcome, n) => {
		if (outcome.ok) return;
		for (const { index } of releases[n] ?? []) outcomes[index] = outcome;
	});
	return outcomes;
}

/** What an item gets out: what was done with it in the release. */
export function releaseAnswer(result: string, release: string, item: ReleaseItem): IDataObject {
	return { result, release, ...item };
}

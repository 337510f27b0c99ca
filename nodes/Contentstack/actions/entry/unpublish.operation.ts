import type { INodeProperties } from 'n8n-workflow';
import { type Entry, livePlaces } from '../../entries/entry';
import { calls, namesOf, type Place, queue } from '../../entries/publishCalls';
import { liveIn, readEntryIn } from '../../entries/publishPlan';
import { LONGEST_WAIT_MS } from '../../entries/waitUntilLive';
import { until } from '../../transport/until';
import type { ItemOperation } from '../operation';
import { readPublishTargets, UNPUBLISH } from '../publishTargets';
import { unpublishTargetFields } from '../publishTargets.fields';
import { located } from './locators';
import { changedMeanwhile, onlyIfVersionOf, onlyIfVersionOption } from './onlyIfVersion';

export const description: INodeProperties[] = unpublishTargetFields(
	{ resource: ['entry'], operation: ['unpublish'] },
	[onlyIfVersionOption],
);

/** Takes an entry down from the chosen places where it is live. Nothing is written where it is not. */
export const execute: ItemOperation = async function (stack, index) {
	const request = {
		contentTypeUid: located(this, 'contentType', index),
		entryUid: located(this, 'entry', index),
		allowDrafts: false,
		allowOlder: false,
	};
	const targets = await readPublishTargets(this, stack, index, UNPUBLISH);
	const { environments, locales, scheduledAt, waitUntilDone } = targets;
	const places = environments.flatMap((environment) =>
		locales.map((locale) => ({ environment, locale })),
	);
	const liveOf = (entry: Entry): Place[] => {
		const live = livePlaces(entry);
		return places.filter(({ environment, locale }) => liveIn(live, environment, locale));
	};
	const entry = await readEntryIn(stack, request);
	const expected = onlyIfVersionOf(this, index);
	if (expected !== undefined && entry._version !== expected)
		return changedMeanwhile(request.contentTypeUid, entry, expected);
	const due = liveOf(entry);
	for (const call of calls(due, () => '')) {
		await queue(stack, 'unpublish', request, call, {
			locale: call[0]?.locale,
			...(scheduledAt && { scheduled_at: scheduledAt }),
		});
	}
	const isDown =
		waitUntilDone && due.length > 0
			? await until(
					async () => liveOf(await readEntryIn(stack, request)).length === 0,
					LONGEST_WAIT_MS,
				)
			: false;
	return {
		result: due.length === 0 ? 'not_live' : isDown ? 'taken_down' : 'queued',
		uid: request.entryUid,
		content_type: request.contentTypeUid,
		...namesOf(due),
		scheduled_at: scheduledAt ?? null,
	};
};

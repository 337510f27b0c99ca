import type { INodeProperties } from 'n8n-workflow';
import { livePlaces } from '../../entries/entry';
import { calls, namesOf, type Place, queue } from '../../entries/publishCalls';
import { liveIn, readEntryIn } from '../../entries/publishPlan';
import { LONGEST_WAIT_MS } from '../../entries/waitUntilLive';
import { until } from '../../transport/until';
import type { ItemOperation } from '../operation';
import { readPublishTargets, UNPUBLISH } from '../publishTargets';
import { unpublishTargetFields } from '../publishTargets.fields';
import { located } from './locators';

export const description: INodeProperties[] = unpublishTargetFields({
	resource: ['entry'],
	operation: ['unpublish'],
});

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
	const stillLive = async (): Promise<Place[]> => {
		const live = livePlaces(await readEntryIn(stack, request));
		return places.filter(({ environment, locale }) => liveIn(live, environment, locale));
	};
	const due = await stillLive();
	for (const call of calls(due, () => '')) {
		await queue(stack, 'unpublish', request, call, {
			locale: call[0]?.locale,
			...(scheduledAt && { scheduled_at: scheduledAt }),
		});
	}
	const isDown =
		waitUntilDone && due.length > 0
			? await until(async () => (await stillLive()).length === 0, LONGEST_WAIT_MS)
			: false;
	return {
		result: due.length === 0 ? 'not_live' : isDown ? 'taken_down' : 'queued',
		uid: request.entryUid,
		content_type: request.contentTypeUid,
		...namesOf(due),
		scheduled_at: scheduledAt ?? null,
	};
};

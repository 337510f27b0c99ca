import type { INodeProperties } from 'n8n-workflow';
import { itemKey, readPresent } from '../../content/contentItem';
import { liveIn } from '../../entries/publishPlan';
import { LONGEST_WAIT_MS } from '../../entries/waitUntilLive';
import { contentItemOf, readItems, releasePath } from '../../releases/release';
import type { Stack } from '../../transport/stack';
import { until } from '../../transport/until';
import type { ItemOperation } from '../operation';
import { OWN_LOCALES, type PublishTargets, readPublishTargets } from '../publishTargets';
import { ownLocaleTargetFields } from '../publishTargets.fields';
import { releaseActionField } from './releaseActionField';
import { releaseOf } from './releaseLocator';

const show = { resource: ['release'], operation: ['deploy'] };

export const description: INodeProperties[] = [
	releaseActionField(show, 'Whether the items go live or are taken down'),
	...ownLocaleTargetFields(show),
];

/** Queues all that a release holds for going live, or for being taken down, in the chosen places. */
export const execute: ItemOperation = async function (stack, index) {
	const uid = await releaseOf(this, stack, index);
	const targets = await readPublishTargets(this, stack, index, OWN_LOCALES);
	const { environments, locales, scheduledAt, waitUntilDone } = targets;
	const action = String(this.getNodeParameter('releaseAction', index, 'publish'));
	const names = environments.map(({ name }) => name);
	await stack.request({
		method: 'POST',
		path: `${releasePath(uid)}/deploy`,
		body: {
			release: {
				environments: names,
				...(locales.length > 0 && { locales }),
				...(scheduledAt && { scheduledAt }),
				action,
			},
		},
		repeatable: true,
	});
	const isDone =
		waitUntilDone && (await until(await checkFor(stack, uid, targets, action), LONGEST_WAIT_MS));
	const done = action === 'publish' ? 'live' : 'taken_down';
	return {
		result: isDone ? done : 'queued',
		uid,
		action,
		environments: names,
		locales,
		scheduled_at: scheduledAt ?? null,
	};
};

/** Asks whether every item has got where the deployment takes it. */
async function checkFor(
	stack: Stack,
	uid: string,
	{ environments, locales }: PublishTargets,
	action: string,
): Promise<() => Promise<boolean>> {
	const items = await readItems(stack, uid);
	return async () => {
		const present = await readPresent(stack, items.map(contentItemOf));
		return items.every((item) =>
			environments.every((environment) =>
				(locales.length > 0 ? locales : [item.locale]).every((locale) => {
					const live = present.get(itemKey(contentItemOf(item)))?.live ?? [];
					const version = liveIn(live, environment, locale)?.version;
					return action === 'publish' ? version === item.version : version === undefined;
				}),
			),
		);
	};
}

import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { assetPage, type FullAsset } from '../../assets/assetView';
import { liveVersion, queueAsset } from '../../assets/places';
import { readAsset } from '../../assets/read';
import { namesOf, type Place } from '../../entries/publishCalls';
import { LONGEST_WAIT_MS } from '../../entries/waitUntilLive';
import type { Stack } from '../../transport/stack';
import { until } from '../../transport/until';
import { located } from '../entry/locators';
import { PUBLISH, readPublishTargets, UNPUBLISH } from '../publishTargets';

/** Publishing and taking down are the same work with another goal. */
interface Goal {
	action: 'publish' | 'unpublish';
	/** The version that shall be live; `undefined` for none. */
	version?: number;
	/** What to call it when it is so already, and when it has become so. */
	already: string;
	done: string;
}

/** Brings an asset to its goal in the places where it is not there yet, and says what that came to. */
export async function moveAsset(
	context: IExecuteFunctions,
	stack: Stack,
	index: number,
	goalFor: (asset: FullAsset) => Goal,
): Promise<IDataObject> {
	const uid = located(context, 'asset', index);
	const asset = await readAsset(stack, uid);
	const { action, version, already, done } = goalFor(asset);
	const nothing = action === 'publish' ? PUBLISH : UNPUBLISH;
	const targets = await readPublishTargets(context, stack, index, nothing);
	const { environments, locales, scheduledAt, waitUntilDone } = targets;
	const isThere = (present: FullAsset) => (place: Place) => liveVersion(present, place) === version;
	const due = environments
		.flatMap((environment) => locales.map((locale) => ({ environment, locale })))
		.filter((place) => !isThere(asset)(place));
	await queueAsset(stack, action, uid, due, {
		...(version !== undefined && { version }),
		...(scheduledAt && { scheduled_at: scheduledAt }),
	});
	const isDone =
		waitUntilDone && due.length > 0
			? await until(async () => due.every(isThere(await readAsset(stack, uid))), LONGEST_WAIT_MS)
			: false;
	return {
		result: due.length === 0 ? already : isDone ? done : 'queued',
		uid,
		version: version ?? null,
		...namesOf(due),
		scheduled_at: scheduledAt ?? null,
		cms_url: assetPage(stack.connection, uid),
	};
}

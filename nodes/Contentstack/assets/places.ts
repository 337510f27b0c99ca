import type { IDataObject } from 'n8n-workflow';
import { livePlaces } from '../entries/entry';
import { calls, namesOf, type Place } from '../entries/publishCalls';
import { liveIn } from '../entries/publishPlan';
import type { Stack } from '../transport/stack';
import type { Asset } from './asset';
import { assetPath } from './assetView';

/** Which version of an asset is live in a place; none is `undefined`. */
export function liveVersion(asset: Asset, { environment, locale }: Place): number | undefined {
	return liveIn(livePlaces({ ...asset }), environment, locale)?.version;
}

/**
 * Queues an asset for going live or for being taken down, with as few calls as these places take. Doing it twice does no harm.
 * @param rest `version` and `scheduled_at`, as the call takes them
 */
export async function queueAsset(
	stack: Stack,
	action: 'publish' | 'unpublish',
	uid: string,
	places: Place[],
	rest: IDataObject,
): Promise<void> {
	for (const call of calls(places, () => '')) {
		await stack.request({
			method: 'POST',
			path: `${assetPath(uid)}/${action}`,
			body: { asset: namesOf(call), ...rest },
			repeatable: true,
		});
	}
}

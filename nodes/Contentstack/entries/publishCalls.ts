import type { IDataObject } from 'n8n-workflow';
import { groupsOf } from '../../../lib/groups';
import type { Stack } from '../transport/stack';
import type { Environment } from '../transport/stackLists';
import { entryPath } from './entry';

/** One place to publish to or to take down from. */
export interface Place {
	environment: Environment;
	locale: string;
}

/**
 * Puts places together into as few calls as say the same: each call goes to every one of its environments in every one of its
 * languages.
 */
export function calls<P extends Place>(places: P[], key: (place: P) => string): P[][] {
	return groupsOf(places, key).flatMap((group) => {
		const byLocale = groupsOf(group, ({ locale }) => locale);
		return groupsOf(byLocale, (ofLocale) =>
			ofLocale
				.map(({ environment }) => environment.uid)
				.sort()
				.join(),
		).map((sameEnvironments) => sameEnvironments.flat());
	});
}

/** The distinct names of the environments and languages of some places. */
export function namesOf(places: Place[]): { environments: string[]; locales: string[] } {
	return {
		environments: [...new Set(places.map(({ environment }) => environment.name))],
		locales: [...new Set(places.map(({ locale }) => locale))],
	};
}

/**
 * Queues an entry for going live or for being taken down. Doing it twice does no harm: the second finds it done.
 * @param rest `version`, `locale` (of the version) and `scheduled_at`, as the call takes them
 */
export async function queue(
	stack: Stack,
	action: 'publish' | 'unpublish',
	entry: { contentTypeUid: string; entryUid: string },
	places: Place[],
	rest: IDataObject,
): Promise<void> {
	await stack.request({
		method: 'POST',
		path: `${entryPath(entry.contentTypeUid, entry.entryUid)}/${action}`,
		body: { entry: namesOf(places), ...rest },
		repeatable: true,
	});
}

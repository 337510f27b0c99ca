import type { IDataObject } from 'n8n-workflow';
import type { Stack } from '../transport/stack';
import { environmentsOf } from '../transport/stackLists';
import type { LivePlace } from './entry';

/** Where something is live, as an output tells it: environments by name. Without a place no list is read. */
export async function publishedIn(stack: Stack, live: LivePlace[]): Promise<IDataObject[]> {
	const environments = live.length > 0 ? await environmentsOf(stack) : [];
	return live.map(({ environment, locale, version, time }) => ({
		environment: environments.find(({ uid }) => uid === environment)?.name ?? environment,
		environment_uid: environment,
		locale,
		version,
		time: time ?? null,
	}));
}

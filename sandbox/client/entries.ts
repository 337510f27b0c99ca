import { until } from '../n8n/instance';
import type { Services } from './services';

/** An entry of any content type, as the Content Management API answers it. */
export interface SavedEntry {
	uid: string;
	_version: number;
	title: string;
	tags?: string[];
	publish_details?: Array<{ environment: string; locale: string; version: number }>;
	[field: string]: unknown;
}

const LIVE_WITHIN_MS = 10_000;

/** An editor creates an entry and publishes it to these environments, none for a mere draft. Returns once it is live there. */
export async function createByHand(
	services: Services,
	contentType: string,
	fields: Record<string, unknown>,
	environments: string[],
): Promise<SavedEntry> {
	const { control } = services.contentstack;
	const { uid } = await control.act<SavedEntry>('create-entry', { contentType, fields });
	if (environments.length > 0)
		await control.act('publish-entry', { contentType, uid, environments });
	return await until(`"${String(fields.title)}" is live`, LIVE_WITHIN_MS, async () => {
		const entry = await savedByUid(services, contentType, uid);
		return entry.publish_details?.length === environments.length ? entry : undefined;
	});
}

/** An entry as it is saved, with where it is live. */
export async function savedByUid(
	{ contentstack }: Services,
	contentType: string,
	uid: string,
): Promise<SavedEntry> {
	const { status, data } = await contentstack.management.get<{ entry: SavedEntry }>(
		`/content_types/${contentType}/entries/${uid}`,
		{ params: { include_publish_details: true } },
	);
	if (status !== 200) throw new Error(`Contentstack answered ${status}: ${JSON.stringify(data)}`);
	return data.entry;
}

/** The versions of an entry that are live, smallest first: one for each environment and language. */
export async function liveVersions(
	services: Services,
	contentType: string,
	uid: string,
): Promise<number[]> {
	const { publish_details: places } = await savedByUid(services, contentType, uid);
	return (places ?? []).map(({ version }) => version).sort((a, b) => a - b);
}

/** The published entry as a website gets it from the Delivery API, or `undefined`. */
export async function liveByUid(
	{ contentstack, connections }: Services,
	contentType: string,
	uid: string,
): Promise<SavedEntry | undefined> {
	const { status, data } = await contentstack.delivery.get<{ entry?: SavedEntry }>(
		`/content_types/${contentType}/entries/${uid}`,
		{ params: { environment: connections.contentstack.environment } },
	);
	return status === 200 ? data.entry : undefined;
}

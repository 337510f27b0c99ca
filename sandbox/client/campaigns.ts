import type { Services } from './services';

/** A campaign of the demo stack, as far as onlookers use it. */
export interface Campaign {
	uid: string;
	_version: number;
	title: string;
	iconik_collection_id?: string | null;
	iconik_collection_url?: string | null;
}

export interface LibraryCollection {
	id: string;
	title: string;
	external_id: string | null;
	parent_id: string | null;
	status: string;
	/** Each field's value; a list only where it holds several. */
	metadata: Record<string, unknown>;
}

/** An editor creates a campaign. */
export async function createCampaign(
	{ contentstack }: Services,
	fields: Record<string, unknown>,
): Promise<Campaign> {
	return await contentstack.control.act('create-entry', { contentType: 'campaign', fields });
}

/** An editor saves a campaign with these fields changed. */
export async function saveCampaign(
	{ contentstack }: Services,
	uid: string,
	fields: Record<string, unknown>,
): Promise<void> {
	await contentstack.control.act('save-entry', { contentType: 'campaign', uid, fields });
}

/** A campaign as it was saved last. */
export async function readCampaign({ contentstack }: Services, uid: string): Promise<Campaign> {
	const path = `/content_types/campaign/entries/${uid}`;
	const { status, data } = await contentstack.management.get<{ entry: Campaign }>(path);
	if (status !== 200) throw new Error(`Contentstack answered ${status}: ${JSON.stringify(data)}`);
	return data.entry;
}

/** The collections of a campaign that are not deleted, the top first. */
export async function treeOf({ iconik }: Services, uid: string): Promise<LibraryCollection[]> {
	const { collections } = await iconik.control.state<{ collections: LibraryCollection[] }>();
	const own = collections.filter(
		({ external_id, status }) =>
			status !== 'DELETED' && (external_id === uid || external_id?.startsWith(`${uid}/`)),
	);
	return own
		.sort((a, b) => Number(b.external_id === uid) - Number(a.external_id === uid))
		.map((one) => ({ ...one, metadata: singled(one.metadata) }));
}

function singled(metadata: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(metadata).map(([name, value]) => [
			name,
			Array.isArray(value) && value.length === 1 ? (value[0] as unknown) : value,
		]),
	);
}

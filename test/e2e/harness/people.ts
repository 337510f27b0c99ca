import { createByHand, savedByUid, type SavedEntry } from '../../../sandbox/client/entries';
import { FILM_PAGE, reference } from '../../../sandbox/client/filmPages';
import type { Services } from '../../../sandbox/client/services';
import { until } from '../../../sandbox/n8n/instance';

/** Media of the library with the media entry that carries it. */
export interface Film {
	asset_id: string;
	version_id: string;
	title: string;
}

const INDEXED_WITHIN_MS = 10_000;

const VIEWS = {
	Editorial: { Description: 'text', Campaign: 'string' },
	'Usage rights': {
		RightsStart: 'date',
		RightsExpiry: 'date',
		RightsHolder: 'string',
		Territories: 'tag_cloud',
		UsageNotes: 'text',
	},
};

/** The metadata views that the templates read, in an iconik that has none. */
export async function installViews({ iconik: { api } }: Services): Promise<void> {
	for (const [name, fields] of Object.entries(VIEWS)) {
		for (const [field, field_type] of Object.entries(fields))
			await api.post('/metadata/v1/fields/', { name: field, label: field, field_type });
		const view_fields = Object.keys(fields).map((field) => ({ name: field }));
		const { status } = await api.post('/metadata/v1/views/', { name, view_fields });
		if (status !== 201) throw new Error(`iconik answered ${status} to the view ${name}`);
	}
}

/** What people do in iconik and in Contentstack, on films and on the pages that show them. */
export class People {
	constructor(private readonly services: Services) {}

	/** An approved film with a poster and rights. */
	async film(title: string): Promise<Film> {
		const made = await this.inIconik<Omit<Film, 'title'>>('create-asset', { title });
		const { asset_id } = made;
		await this.inIconik('update-metadata', {
			asset_id,
			values: { Description: `About ${title}`, RightsExpiry: '2099-12-31', RightsHolder: 'Halden' },
		});
		await this.inIconik('approve', { asset_id });
		return { ...made, title };
	}

	/** Returns once iconik's search knows of all that was done there. */
	async settled(): Promise<void> {
		await until('the search of iconik is up to date', INDEXED_WITHIN_MS, async () => {
			type State = { assets: Array<{ is_indexed: boolean }> };
			const { assets } = await this.services.iconik.control.state<State>();
			return assets.every(({ is_indexed }) => is_indexed) ? true : undefined;
		});
	}

	caption = async ({ asset_id }: Film, language: string) =>
		await this.inIconik('add-subtitle', { asset_id, language });
	describe = async ({ asset_id }: Film, Description: string) =>
		await this.inIconik('update-metadata', { asset_id, values: { Description } });
	holder = async ({ asset_id }: Film, RightsHolder: string) =>
		await this.inIconik('update-metadata', { asset_id, values: { RightsHolder } });
	endRights = async ({ asset_id }: Film) =>
		await this.inIconik('update-metadata', { asset_id, values: { RightsExpiry: '2020-01-31' } });
	rename = async ({ asset_id }: Film, title: string) =>
		await this.inIconik('edit-title', { asset_id, title });
	approve = async ({ asset_id }: Film) => await this.inIconik('approve', { asset_id });
	revoke = async ({ asset_id }: Film) => await this.inIconik('revoke-approval', { asset_id });
	revokeFirst = async ({ asset_id, version_id }: Film) =>
		await this.inIconik('revoke-approval', { asset_id, version_id });
	revise = async ({ asset_id }: Film) => await this.inIconik('add-version', { asset_id });
	discard = async ({ asset_id }: Film) => await this.inIconik('delete-asset', { asset_id });
	block = async ({ asset_id }: Film) => await this.inIconik('block', { asset_id });

	/** A page that is live and shows these media entries: the first as its hero, the others as clips. */
	async page(title: string, ...media: SavedEntry[]): Promise<SavedEntry> {
		const fields = { title, url: `/${title.toLowerCase().replace(/\W+/g, '-')}`, ...shown(media) };
		return await createByHand(this.services, FILM_PAGE, fields, ['production']);
	}

	/** The page shows other media from now on, and is published. */
	async showInstead(page: SavedEntry, ...media: SavedEntry[]): Promise<void> {
		await this.onPage('save-entry', page, { fields: shown(media) });
		await this.onPage('publish-entry', page, { environments: ['production'] });
	}

	unpublish = async (page: SavedEntry) =>
		await this.onPage('unpublish-entry', page, { environments: ['production'] });
	remove = async (page: SavedEntry) => await this.onPage('delete-entry', page, {});

	/** An editor tags a media entry and does not publish it. */
	draft = async ({ uid }: SavedEntry) =>
		await this.services.contentstack.control.act('save-entry', {
			contentType: 'iconik_media',
			uid,
			fields: { tags: ['draft'] },
		});
	/** An editor publishes a media entry as it was saved last. */
	publish = async ({ uid }: SavedEntry) => {
		const { _version } = await savedByUid(this.services, 'iconik_media', uid);
		await this.services.contentstack.control.act('publish-entry', {
			contentType: 'iconik_media',
			uid,
			environments: ['production'],
			version: _version,
		});
	};

	private async inIconik<T>(action: string, input: Record<string, unknown>): Promise<T> {
		return await this.services.iconik.control.act<T>(action, input);
	}

	private async onPage(action: string, { uid }: SavedEntry, more: object): Promise<void> {
		await this.services.contentstack.control.act(action, {
			contentType: FILM_PAGE,
			uid,
			...more,
		});
	}
}

function shown([hero, ...clips]: SavedEntry[]) {
	return {
		hero: hero ? reference(hero) : [],
		clips: clips.map((clip) => ({ video: reference(clip) })),
	};
}

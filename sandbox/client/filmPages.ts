import { createByHand, type SavedEntry } from './entries';
import type { Services } from './services';

/** Pages that show media entries: one as their hero, others as clips. */
export const FILM_PAGE = 'film_page';

const FIELD = { multiple: false, mandatory: false, unique: false, non_localizable: false };
const video = (uid: string, display_name: string) => ({
	...FIELD,
	uid,
	display_name,
	data_type: 'reference',
	reference_to: ['iconik_media'],
	field_metadata: { ref_multiple: false, ref_multiple_content_types: true },
});

/** Makes the content type of the pages, unless it is there. It refers to `iconik_media`, which the set-up makes. */
export async function installFilmPages({ contentstack: { management } }: Services): Promise<void> {
	const { status } = await management.get(`/content_types/${FILM_PAGE}`);
	if (status === 200) return;
	const text = { ...FIELD, data_type: 'text' };
	const clips = { ...FIELD, uid: 'clips', display_name: 'Clips', data_type: 'group' };
	const content_type = {
		uid: FILM_PAGE,
		title: 'Film page',
		options: {
			is_page: true,
			singleton: false,
			title: 'title',
			url_pattern: '/:title',
			url_prefix: '/',
		},
		schema: [
			{ ...text, uid: 'title', display_name: 'Title', mandatory: true, unique: true },
			{ ...text, uid: 'url', display_name: 'URL', field_metadata: { _default: true } },
			video('hero', 'Hero'),
			{ ...clips, multiple: true, schema: [video('video', 'Video')] },
		],
	};
	const made = await management.post('/content_types', { content_type });
	if (made.status !== 201) throw new Error(`Contentstack answered ${made.status}`);
}

/** A published media entry for an asset, as an editor would make it. */
export async function createMediaEntry(
	services: Services,
	{ id, title }: { id: string; title: string },
): Promise<SavedEntry> {
	const fields = { title, iconik_asset_id: id, iconik_state: 'ready' };
	return await createByHand(services, 'iconik_media', fields, ['production']);
}

/** What a reference field holds for a media entry. */
export function reference({ uid }: { uid: string }) {
	return [{ uid, _content_type_uid: 'iconik_media' }];
}

/** What iconik keeps of an asset's placements, in alphabetical order. */
export async function placementsOf({ iconik }: Services, assetId: string): Promise<string[]> {
	type State = { assets: Array<{ id: string; metadata: Record<string, unknown> }> };
	const { assets } = await iconik.control.state<State>();
	const values = assets.find(({ id }) => id === assetId)?.metadata.cms_placements ?? [];
	return ([values].flat() as string[]).sort();
}

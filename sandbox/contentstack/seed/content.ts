import { createAsset } from '../assets/save';
import { fileOf } from '../assets/upload';
import { effectiveFields } from '../entries/content';
import { createEntry } from '../entries/save';
import { updateEntry } from '../entries/save';
import type { Service } from '../service';
import type { Asset, Branch, ContentType, Entry, Environment, Fields } from '../state';
import { stillPng } from './still';

/** Entries and stills of the main branch. Some are live, one has a draft ahead of its live version, one is in a second language. */
export function seedContent(service: Service): void {
	const { stack } = service;
	const branch = stack.branches.get('main') as Branch;
	const [ann = '', ben = ''] = stack.users.map(({ uid }) => uid);
	const [production, staging] = stack.environments as [Environment, Environment];
	const make = (type: string, fields: Fields): Entry =>
		createEntry(service, branch, branch.contentTypes.get(type) as ContentType, 'en-us', fields, ann)
			.entry;
	const still = (name: string, shade: number): Asset => {
		const asset = createAsset(
			service,
			branch,
			{ file: fileOf(name, 'image/png', stillPng(shade)), fields: {} },
			ben,
		);
		for (const { uid } of [production, staging]) publishAsset(service, asset, uid, ben);
		return asset;
	};
	const live = (entry: Entry, places: Environment[], locale = 'en-us') => {
		for (const { uid } of places) publish(service, branch, entry, uid, locale, ben);
	};

	const harbour = make('media', {
		title: 'Harbour at dawn',
		video_id: 'harbour-01',
		still: still('harbour.png', 90).uid,
	});
	const workshop = make('media', {
		title: 'In the workshop',
		video_id: 'workshop-07',
		still: still('workshop.png', 150).uid,
	});
	live(harbour, [production, staging]);
	live(workshop, [staging]);

	const home = make('page', {
		title: 'Home',
		url: '/',
		seo: { meta_title: 'Film & Story', meta_description: 'Films about people who make things' },
		blocks: [
			{
				hero: {
					headline: 'Made by hand',
					image: still('hero.png', 200).uid,
					video: [ref(harbour)],
				},
			},
			{ gallery: { heading: 'New films', items: [ref(harbour), ref(workshop)] } },
			{ quote: { words: 'Slow is smooth.', speaker: 'Ida' } },
		],
	});
	live(home, [production, staging]);
	live(make('page', { title: 'About us', url: '/about-us', blocks: [] }), [production]);

	const story = make('article', {
		title: 'The last boatbuilder',
		url: '/stories/the-last-boatbuilder',
		summary: 'Three months beside a slipway.',
		published_on: '2026-03-02',
		body: paragraphs(['He has built forty boats.', 'This one is the last.']),
		media: [ref(harbour)],
	});
	live(story, [production]);
	updateEntry(
		service,
		branch,
		story,
		'de-de',
		{ title: 'Der letzte Bootsbauer', summary: 'Drei Monate an der Helling.' },
		ann,
	);
	updateEntry(
		service,
		branch,
		story,
		'en-us',
		{ summary: 'Three months beside a slipway, one winter.' },
		ann,
	);

	make('article', {
		title: 'Night shift',
		url: '/stories/night-shift',
		body: paragraphs(['A draft.']),
	});
	make('campaign', {
		title: 'Spring season',
		kind: 'season',
		starts: '2026-03-01',
		ends: '2026-05-31',
		pages: [ref(home), ref(story)],
	});
}

function ref({ uid, contentType }: Entry): Fields {
	return { uid, _content_type_uid: contentType };
}

function paragraphs(texts: string[]): Fields {
	const children = texts.map((text, index) => ({
		type: 'p',
		uid: `p${index}`,
		attrs: {},
		children: [{ text }],
	}));
	return { type: 'doc', uid: 'doc0', attrs: {}, children };
}

/** Puts the newest version live at once: a seed has no time to wait. */
function publish(
	{ stack }: Service,
	branch: Branch,
	entry: Entry,
	environment: string,
	locale: string,
	user: string,
): void {
	const version = entry.localized.get(locale)?.versions.at(-1);
	const type = branch.contentTypes.get(entry.contentType);
	if (!version || !type) return;
	const fields = structuredClone(effectiveFields(stack, entry, locale, version, type.schema));
	entry.publications.push({
		environment,
		locale,
		version: version.number,
		time: stack.createdAt,
		user,
		content: { locale, fields, updatedAt: version.updatedAt, updatedBy: version.updatedBy },
	});
}

function publishAsset({ stack }: Service, asset: Asset, environment: string, user: string): void {
	asset.publications.push({
		environment,
		locale: stack.masterLocale,
		version: 1,
		time: stack.createdAt,
		user,
	});
}

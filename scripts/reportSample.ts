/** Rows as Get Report gives them, of a library that has something of everything. `today` is a day such as `2026-03-02`. */
export function sampleRows(today: string): Array<Record<string, unknown>> {
	return FILMS.flatMap((film, n) => {
		const used = row(film, n, today);
		const end = film.ends === undefined ? undefined : dayAfter(today, film.ends);
		return [
			{ ...used, report: film.pages.length > 0 ? 'mostUsed' : 'unused' },
			...(film.review ? [{ ...used, report: 'usedUnapproved', approval_status: film.review }] : []),
			...(end
				? [
						{
							...used,
							report: 'expiring',
							rights_expire: end,
							rights_status: end < today ? 'expired' : 'expiring',
						},
					]
				: []),
			...(film.missing
				? [{ ...used, report: 'missingCaptions', missing_captions: film.missing }]
				: []),
		];
	});
}

interface Film {
	title: string;
	kind: 'audio' | 'image' | 'video';
	pages: string[];
	ends?: number;
	review?: string;
	missing?: string[];
}

const FILMS: Film[] = [
	{
		title: 'Summit Film 2026',
		kind: 'video',
		pages: ['Summit', 'Home', 'Spring campaign', 'Stories', 'About us', 'Press'],
		ends: 5,
	},
	{
		title: 'Ridge Jacket, Ember Red',
		kind: 'image',
		pages: ['Jackets', 'Spring campaign', 'Home', 'Sale'],
		review: 'REQUESTED',
	},
	{
		title: 'How the Trail Shoe Is Made',
		kind: 'video',
		pages: ['Shoes', 'Stories', 'Repair'],
		missing: ['fr'],
	},
	{ title: 'Camp by the Lake', kind: 'image', pages: ['Stories', 'Home', 'Tents'], ends: -12 },
	{
		title: 'Jonas Runs the Night Race',
		kind: 'video',
		pages: ['Stories', 'Running'],
		ends: 21,
		missing: ['de', 'fr'],
	},
	{ title: 'Wash Down Right', kind: 'video', pages: ['Repair', 'Care'], ends: 26 },
	{ title: 'Ingrid, Portrait', kind: 'image', pages: ['Stories'], review: 'N/A', ends: 44 },
	{ title: 'Wind Over the Pass', kind: 'audio', pages: ['Podcast'], missing: ['en'] },
	{ title: 'Sharpen Your Crampons', kind: 'video', pages: ['Care'], ends: 28 },
	...[
		'Glacier, Morning',
		'Rope Team at Dusk',
		'Boot Room',
		'Snow Test, Take 3',
		'Lake Panorama',
		'Founders, Archive',
		'Tent, Inside',
	].map((title): Film => ({ title, kind: 'image', pages: [] })),
];

const PLACES = [
	['production', 'en-us'],
	['production', 'de-de'],
	['staging', 'en-us'],
] as const;

function row({ title, kind, pages }: Film, n: number, today: string): Record<string, unknown> {
	const placements = pages.flatMap((page, at) =>
		PLACES.slice(0, ((n + at) % PLACES.length) + 1).map(([environment, locale]) => ({
			title: page,
			url: `https://www.example.com/${page.toLowerCase().replace(/ /g, '-')}`,
			field_path: 'hero.video',
			entry_uid: `blt${page}`,
			locale,
			environment,
			since: dayAfter(today, -(at * 47 + n * 23 + 3)),
		})),
	);
	return {
		asset_id: `asset-${n}`,
		title,
		media_type: kind,
		web_url: `https://app.iconik.io/asset/asset-${n}`,
		entries: pages.length,
		since: placements.map(({ since }) => since).sort()[0] ?? null,
		placements,
		placements_count: placements.length,
	};
}

function dayAfter(day: string, days: number): string {
	return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

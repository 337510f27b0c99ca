import type { Asset, MediaType } from '../model';

/** How the review of a version stands. `direct` is an approval that nobody had asked for; `partly` has one of two that are needed. */
export type ReviewState =
	'none' | 'requested' | 'approved' | 'rejected' | 'mixed' | 'direct' | 'partly';
export type RightsState = 'valid' | 'expiring' | 'expired' | 'pending' | 'missing' | 'endless';

export interface LibraryEntry {
	/** The seed's own name of the asset; its ids are made from it. */
	key: string;
	title: string;
	description: string;
	collection: string;
	media: MediaType;
	/** The reviews of its versions, oldest first. */
	reviews: ReviewState[];
	rights: RightsState;
	captions: Array<'en' | 'de' | 'fr'>;
	campaign: string;
	seconds?: number;
	type?: Asset['type'];
	proxy?: 'ready' | 'transcoding' | 'none';
	more?: Partial<Asset>;
	/** The key of the asset that a subclip is cut from. */
	cutFrom?: string;
}

type Row = [
	key: string,
	title: string,
	description: string,
	reviews: ReviewState[],
	rights: RightsState,
	captions: LibraryEntry['captions'],
	seconds: number,
];

const videos = (collection: string, campaign: string, rows: Row[]): LibraryEntry[] =>
	rows.map(([key, title, description, reviews, rights, captions, seconds]) => ({
		...{ key, title, description, collection, campaign, reviews, rights, captions, seconds },
		media: 'video' as const,
	}));

const spring: LibraryEntry[] = videos('spring-2027', 'Spring 2027', [
	[
		'summit-film',
		'Above the Treeline – Hero Film',
		'Two climbers, one ridge, first light. The ninety-second hero film of the spring campaign.',
		['none', 'requested'],
		'valid',
		['en', 'de', 'fr'],
		92,
	],
	[
		'summit-cutdown',
		'Above the Treeline – 30s Cutdown',
		'The half-minute version of the hero film for pre-roll.',
		['approved'],
		'valid',
		['en', 'de'],
		30,
	],
	[
		'summit-teaser',
		'Above the Treeline – Teaser',
		'Fifteen seconds of fog and footsteps.',
		['approved', 'approved', 'requested'],
		'valid',
		['en'],
		15,
	],
	[
		'ridge-jacket',
		'Ridge Jacket – Product Film',
		'How the Ridge shell keeps the wind out, shown in a wind tunnel and on Galdhøpiggen.',
		['requested'],
		'valid',
		['en', 'de', 'fr'],
		64,
	],
	[
		'ridge-jacket-fit',
		'Ridge Jacket – Fit Guide',
		'Choosing the right size, with and without a mid-layer.',
		['approved'],
		'expiring',
		['en', 'de'],
		118,
	],
	[
		'trail-shoe',
		'Fjell Trail Shoe – Launch',
		'The new Fjell on wet granite, filmed in one take.',
		['mixed'],
		'valid',
		['en'],
		48,
	],
	[
		'trail-shoe-making',
		'Fjell Trail Shoe – Making Of',
		'From last to lug: three months in the workshop in Gjøvik.',
		['rejected'],
		'valid',
		[],
		203,
	],
	[
		'tent-pitch',
		'Pitching the Lyng 2 in Four Minutes',
		'A calm walk-through for first-time campers.',
		['approved', 'rejected'],
		'valid',
		['en', 'de', 'fr'],
		241,
	],
	[
		'stove-safety',
		'Camp Stove Safety',
		'What to check before lighting a gas stove. Required viewing for retail staff.',
		['direct'],
		'endless',
		['en', 'de', 'fr'],
		155,
	],
	[
		'spring-lookbook',
		'Spring Lookbook – Moving Pictures',
		'All looks of the season in motion, cut to music.',
		['partly'],
		'valid',
		[],
		75,
	],
]);

const athletes: LibraryEntry[] = videos('athletes', 'People of the North', [
	[
		'ingrid-portrait',
		'Ingrid Solberg – Portrait',
		'The free-climber on fear, chalk and her grandmother’s kitchen.',
		['approved'],
		'expired',
		['en', 'de'],
		312,
	],
	[
		'ingrid-training',
		'Ingrid Solberg – Training Day',
		'A winter day in the climbing hall in Tromsø.',
		['approved'],
		'expiring',
		['en'],
		188,
	],
	[
		'jonas-portrait',
		'Jonas Weber – Portrait',
		'Ultra runner Jonas Weber runs the Karwendel before breakfast.',
		['requested'],
		'pending',
		['de'],
		274,
	],
	[
		'jonas-race',
		'Jonas Weber – Race Recap Zugspitze',
		'Sixty-eight kilometres in eight minutes.',
		['approved', 'none'],
		'valid',
		['de', 'en'],
		480,
	],
	[
		'amelie-portrait',
		'Amélie Roux – Portrait',
		'The ski mountaineer takes us over the Aiguille du Tour.',
		['mixed'],
		'expired',
		['fr', 'en'],
		299,
	],
	[
		'amelie-kit',
		'What’s in Amélie’s Pack? 🎒',
		'Everything that goes up the mountain, and one thing that does not.',
		['approved'],
		'valid',
		['en', 'de', 'fr'],
		137,
	],
	[
		'mountain-rescue',
		'A Night with Mountain Rescue',
		'Documentary short. Interviewees’ releases are still with legal.',
		['requested'],
		'missing',
		['en'],
		615,
	],
]);

const service: LibraryEntry[] = videos('how-to', 'Care & Repair', [
	[
		'wash-down',
		'How to Wash a Down Jacket',
		'Tumble, tennis balls, patience.',
		['approved'],
		'endless',
		['en', 'de', 'fr'],
		126,
	],
	[
		'patch-tent',
		'How to Patch a Tent',
		'A field repair that lasts the season.',
		['approved'],
		'endless',
		['en', 'de'],
		143,
	],
	[
		'wax-boots',
		'How to Wax Leather Boots',
		'Five minutes after every hike.',
		['none'],
		'endless',
		['en'],
		97,
	],
	[
		'zip-repair',
		'How to Replace a Zip Slider',
		'The repair our service desk does most.',
		['requested'],
		'endless',
		[],
		164,
	],
	[
		'reproof-shell',
		'How to Re-proof a Shell',
		'When water no longer beads.',
		['rejected', 'approved'],
		'valid',
		['en', 'de', 'fr'],
		132,
	],
	[
		'sharpen-crampons',
		'How to Sharpen Crampons',
		'By hand, never on a grinder.',
		['approved'],
		'missing',
		['en'],
		110,
	],
]);

const corporate: LibraryEntry[] = videos('corporate', 'Halden Inside', [
	[
		'annual-review',
		'The Year in Four Minutes',
		'Annual review for employees and partners.',
		['approved'],
		'valid',
		['en', 'de'],
		238,
	],
	[
		'sustainability',
		'Made to Be Mended – Sustainability Report Film',
		'What became of ten thousand returned jackets.',
		['approved', 'requested'],
		'valid',
		['en', 'de', 'fr'],
		195,
	],
	[
		'factory-tour',
		'Factory Tour Gjøvik',
		'A walk through the workshop with its foreman.',
		['none'],
		'pending',
		[],
		342,
	],
	[
		'store-opening',
		'Store Opening Innsbruck',
		'Impressions from opening night.',
		['approved'],
		'expired',
		['de'],
		84,
	],
	[
		'ceo-message',
		'A Word from Our Founder',
		'Kari Halden on forty years of the company.',
		['partly'],
		'valid',
		['en'],
		176,
	],
]);

const stills = (
	collection: string,
	campaign: string,
	rows: Array<[string, string, string, ReviewState[], RightsState]>,
): LibraryEntry[] =>
	rows.map(([key, title, description, reviews, rights]) => ({
		...{ key, title, description, collection, campaign, reviews, rights },
		captions: [],
		media: 'image' as const,
	}));

const images: LibraryEntry[] = stills('stills', 'Spring 2027', [
	['still-ridge', 'Ridge at Dawn', 'Key visual of the spring campaign.', ['approved'], 'valid'],
	[
		'still-camp',
		'Camp by the Lake',
		'Lyng 2 tents at Gjende.',
		['approved', 'requested'],
		'expiring',
	],
	['still-shoe', 'Fjell Trail Shoe, Side View', 'Pack shot on white.', ['direct'], 'endless'],
	['still-jacket', 'Ridge Jacket, Ember Red', 'Pack shot on white.', ['rejected'], 'endless'],
	['still-ingrid', 'Ingrid on the Wall', 'Portrait for press use.', ['approved'], 'expired'],
	[
		'still-map',
		'Trail Map Jotunheimen',
		'Licensed cartography, print only.',
		['requested'],
		'missing',
	],
]);

const audio: LibraryEntry[] = [
	{
		key: 'podcast-12',
		title: 'Trail Talk #12 – Sleeping Warm',
		description: 'Podcast about bags, mats and hot-water bottles.',
		collection: 'audio',
		campaign: 'Trail Talk',
		media: 'audio',
		reviews: ['approved'],
		rights: 'valid',
		captions: ['en'],
		seconds: 1834,
	},
	{
		key: 'podcast-13',
		title: 'Trail Talk #13 – Food for Five Days',
		description: 'Podcast about dry food and good moods.',
		collection: 'audio',
		campaign: 'Trail Talk',
		media: 'audio',
		reviews: ['requested'],
		rights: 'valid',
		captions: [],
		seconds: 2011,
	},
	{
		key: 'sound-logo',
		title: 'Halden Sound Logo',
		description: 'Three notes and a gust of wind.',
		collection: 'audio',
		campaign: 'Halden Inside',
		media: 'audio',
		reviews: ['none'],
		rights: 'endless',
		captions: [],
		seconds: 3,
	},
];

const special: LibraryEntry[] = [
	{
		key: 'blocked-film',
		title: 'Whiteout – Withdrawn Spot',
		description: 'Shows a route that has since been closed. Not to be used.',
		collection: 'spring-2027',
		campaign: 'Spring 2027',
		media: 'video',
		reviews: ['approved'],
		rights: 'valid',
		captions: ['en'],
		seconds: 45,
		more: { is_blocked: true, warning: 'Withdrawn by legal: shows a closed route' },
	},
	{
		key: 'blocked-interview',
		title: 'Interview Reel (Restricted)',
		description: 'One interviewee has withdrawn consent.',
		collection: 'athletes',
		campaign: 'People of the North',
		media: 'video',
		reviews: ['requested'],
		rights: 'expired',
		captions: [],
		seconds: 402,
		more: { is_blocked: true, warning: 'Consent withdrawn' },
	},
	{
		key: 'transcoding',
		title: 'Drone Reel Lofoten',
		description: 'Fresh from the drone, still being transcoded.',
		collection: 'spring-2027',
		campaign: 'Spring 2027',
		media: 'video',
		reviews: ['approved'],
		rights: 'valid',
		captions: [],
		seconds: 512,
		proxy: 'transcoding',
	},
	{
		key: 'no-proxy',
		title: 'Archive Footage 1987',
		description: 'Digitised tape, original only.',
		collection: 'corporate',
		campaign: 'Halden Inside',
		media: 'video',
		reviews: ['approved'],
		rights: 'endless',
		captions: [],
		seconds: 1260,
		proxy: 'none',
	},
	{
		key: 'placeholder-launch',
		title: 'WANTED: Launch Film Autumn 2027',
		description: 'Placeholder until the shoot in August.',
		collection: 'wanted',
		campaign: 'Autumn 2027',
		media: 'video',
		reviews: ['none'],
		rights: 'pending',
		captions: [],
		type: 'PLACEHOLDER',
	},
	{
		key: 'placeholder-still',
		title: 'WANTED: Header Image Care & Repair',
		description: 'Placeholder for the web team.',
		collection: 'wanted',
		campaign: 'Care & Repair',
		media: 'image',
		reviews: ['none'],
		rights: 'missing',
		captions: [],
		type: 'PLACEHOLDER',
	},
	{
		key: 'subclip-summit',
		title: 'Above the Treeline – Ridge Walk',
		description: 'The ridge walk, cut from the hero film.',
		collection: 'spring-2027',
		campaign: 'Spring 2027',
		media: 'video',
		reviews: ['approved'],
		rights: 'valid',
		captions: [],
		seconds: 12,
		type: 'SUBCLIP',
		cutFrom: 'summit-film',
	},
	{
		key: 'subclip-tent',
		title: 'Lyng 2 – Inner Tent',
		description: 'Only the inner tent, cut from the pitching guide.',
		collection: 'how-to',
		campaign: 'Care & Repair',
		media: 'video',
		reviews: ['none'],
		rights: 'valid',
		captions: [],
		seconds: 40,
		type: 'SUBCLIP',
		cutFrom: 'tent-pitch',
	},
	{
		key: 'linked-stream',
		title: 'Live Stream: Base Camp Festival',
		description: 'Link to the broadcaster’s page.',
		collection: 'corporate',
		campaign: 'Base Camp Festival',
		media: 'video',
		reviews: ['none'],
		rights: 'pending',
		captions: [],
		type: 'LINK',
		more: { external_link: 'https://live.haldenoutdoor.example/base-camp' },
	},
	{
		key: 'deleted-spot',
		title: 'Old Winter Spot',
		description: 'In the delete queue.',
		collection: 'spring-2027',
		campaign: 'Winter 2026',
		media: 'video',
		reviews: ['approved'],
		rights: 'expired',
		captions: ['en'],
		seconds: 30,
		more: { status: 'DELETED' },
	},
];

/** The media library of Halden Outdoor, a maker of clothing and tents that does not exist. */
export const library: LibraryEntry[] = [
	...spring,
	...athletes,
	...service,
	...corporate,
	...images,
	...audio,
	...special,
];

import { stills, type LibraryEntry } from './entry';

export const images: LibraryEntry[] = stills('stills', 'Spring 2027', [
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

export const audio: LibraryEntry[] = [
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

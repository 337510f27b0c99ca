import type { Asset, MediaType } from '../../model';

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

export type Row = [
	key: string,
	title: string,
	description: string,
	reviews: ReviewState[],
	rights: RightsState,
	captions: LibraryEntry['captions'],
	seconds: number,
];

/** Videos of one collection and campaign. */
export const videos = (collection: string, campaign: string, rows: Row[]): LibraryEntry[] =>
	rows.map(([key, title, description, reviews, rights, captions, seconds]) => ({
		...{ key, title, description, collection, campaign, reviews, rights, captions, seconds },
		media: 'video' as const,
	}));

/** Pictures of one collection and campaign. */
export const stills = (
	collection: string,
	campaign: string,
	rows: Array<[string, string, string, ReviewState[], RightsState]>,
): LibraryEntry[] =>
	rows.map(([key, title, description, reviews, rights]) => ({
		...{ key, title, description, collection, campaign, reviews, rights },
		captions: [],
		media: 'image' as const,
	}));

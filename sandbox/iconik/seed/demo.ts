import { storeAsset } from '../domain/assets';
import { join } from '../domain/collections';
import { addMedia, storeSubtitle } from '../domain/media';
import { storeValues, type SentValues } from '../domain/metadata';
import { idOf, stamp } from '../ids';
import type { Asset, Review, Version } from '../model';
import type { Store } from '../store';
import { captionText } from './captions';
import { seedDefinitions } from './definitions';
import { seedEmpty, type Connection } from './empty';
import { library } from './library';
import type { LibraryEntry, ReviewState, RightsState } from './library/entry';

const DAY_MS = 86_400_000;

const assetId = (key: string): string => idOf(`asset:${key}`);

/** One asset of the demo seed for each situation that a client has to handle. */
export const demoAssets = {
	/** Version 2 awaits review, version 1 was never approved; rights valid, captions in three languages. */
	readyToApprove: assetId('summit-film'),
	approved: assetId('summit-cutdown'),
	/** Approved by a vote that nobody had asked for: there is no approval request. */
	approvedWithoutRequest: assetId('stove-safety'),
	/** One approval of two that are needed. */
	partlyApproved: assetId('spring-lookbook'),
	mixed: assetId('trail-shoe'),
	rejected: assetId('trail-shoe-making'),
	/** Nobody has reviewed it or asked for it. */
	unreviewed: assetId('wax-boots'),
	expired: assetId('ingrid-portrait'),
	expiring: assetId('ridge-jacket-fit'),
	rightsPending: assetId('jonas-portrait'),
	/** Approved, without any rights metadata. */
	rightsMissing: assetId('sharpen-crampons'),
	blocked: assetId('blocked-film'),
	noProxy: assetId('no-proxy'),
	/** Its proxy is not CLOSED yet. */
	proxyNotReady: assetId('transcoding'),
	placeholder: assetId('placeholder-launch'),
	subclip: assetId('subclip-summit'),
	link: assetId('linked-stream'),
	/** Versions 1 and 2 approved, version 3 awaiting review. */
	severalVersions: assetId('summit-teaser'),
	/** Version 1 approved, version 2 rejected. */
	latestRejected: assetId('tent-pitch'),
	image: assetId('still-ridge'),
	audio: assetId('podcast-12'),
	noCaptions: assetId('still-ridge'),
	emoji: assetId('amelie-kit'),
	deleted: assetId('deleted-spot'),
} as const;

/** Ids of the demo tenant's other records. */
export const demoIds = {
	views: {
		rights: idOf('view:rights'),
		editorial: idOf('view:editorial'),
		delivery: idOf('view:delivery'),
		restriction: idOf('view:restriction'),
	},
	exportLocation: idOf('export-location:cdn'),
	collections: { campaigns: idOf('collection:campaigns'), spring: idOf('collection:spring-2027') },
	users: {
		media: idOf('user:media'),
		legal: idOf('user:legal'),
		integration: idOf('user:integration'),
	},
	groups: { media: idOf('group:media'), legal: idOf('group:legal') },
} as const;

/** A tenant with a media library in every state that a client meets. Ids are always the same, dates count from today. */
export function seedDemo(store: Store): Connection {
	const connection = seedEmpty(store);
	seedDefinitions(store);
	library.forEach((entry, index) => seedAsset(store, entry, 120 - index * 2));
	return connection;
}

function seedAsset(store: Store, entry: LibraryEntry, ageDays: number): void {
	const date = daysFromNow(store, -ageDays);
	const source = entry.cutFrom;
	const asset = storeAsset(
		store,
		{
			id: assetId(entry.key),
			title: entry.title,
			type: entry.type ?? 'ASSET',
			external_id: `HO-${entry.key}`,
			category: 'default',
			date_created: date,
			date_modified: date,
			date_imported: date,
			media_type: entry.type === 'PLACEHOLDER' || entry.type === 'LINK' ? undefined : entry.media,
			duration_milliseconds: entry.seconds === undefined ? undefined : entry.seconds * 1000,
			...(source
				? {
						original_asset_id: assetId(source),
						original_version_id: idOf(`version:${source}:1`),
						time_start_milliseconds: 20_000,
						time_end_milliseconds: 20_000 + (entry.seconds ?? 10) * 1000,
					}
				: {}),
			...entry.more,
		},
		idOf('user:producer'),
	);
	if (asset.status === 'DELETED')
		Object.assign(asset, { date_deleted: date, deleted_by_user: idOf('user:media') });
	join(store, idOf(`collection:${entry.collection}`), 'assets', asset.id);
	entry.reviews.forEach((review, index) => {
		const age = Math.max(1, ageDays - index * 5);
		seedVersion(store, asset, entry, review, index + 1, daysFromNow(store, -age));
	});
}

function seedVersion(
	store: Store,
	asset: Asset,
	entry: LibraryEntry,
	state: ReviewState,
	number: number,
	date: string,
): void {
	const name = `${entry.key}:${number}`;
	const version = store.addVersion(asset, idOf('user:producer'), idOf(`version:${name}`), date);
	if ((entry.type ?? 'ASSET') === 'ASSET')
		addMedia(store, asset, version, {
			mediaType: entry.media,
			withProxy: entry.proxy !== 'none',
			withKeyframes: entry.proxy !== 'transcoding',
			proxyStatus: entry.proxy === 'transcoding' ? 'GROWING' : 'CLOSED',
			ids: (part) => idOf(`${part}:${name}`),
		});
	for (const language of entry.captions)
		storeSubtitle(store, asset, version.id, {
			id: idOf(`subtitle:${name}:${language}`),
			language,
			closed_captions: false,
			content: captionText(language, entry.title),
		});
	seedReview(store, asset, version, state, date);
	storeValues(store, 'assets', asset.id, editorial(entry), version.id);
	storeValues(store, 'assets', asset.id, rightsOf(store, entry), version.id);
}

const editorial = (entry: LibraryEntry): SentValues => ({
	Description: { field_values: [{ value: entry.description }] },
	Campaign: { field_values: [{ value: entry.campaign }] },
	Tags: { field_values: [{ value: entry.media }, { value: entry.collection }] },
});

function rightsOf(store: Store, { rights, media }: LibraryEntry): SentValues {
	if (rights === 'missing') return {};
	const spans: Record<Exclude<RightsState, 'missing'>, [number, number | undefined]> = {
		valid: [-200, 500],
		expiring: [-300, 12],
		expired: [-400, -9],
		pending: [20, 400],
		endless: [-900, undefined],
	};
	const [start, end] = spans[rights];
	const day = (days: number) => ({
		field_values: [{ value: daysFromNow(store, days).slice(0, 10) }],
	});
	return {
		RightsStart: day(start),
		...(end === undefined ? {} : { RightsExpiry: day(end) }),
		RightsHolder: {
			field_values: [{ value: media === 'image' ? 'Studio Nordlys AS' : 'Halden Outdoor AS' }],
		},
		Territories: { field_values: ['NO', 'DE', 'FR', 'GB'].map((value) => ({ value })) },
		UsageNotes: {
			field_values: [
				{ value: rights === 'endless' ? 'Owned outright.' : 'Web and social, no broadcast.' },
			],
		},
	};
}

function seedReview(
	store: Store,
	asset: Asset,
	version: Version,
	state: ReviewState,
	date: string,
): void {
	if (state === 'none') return;
	const [media, legal] = [idOf('user:media'), idOf('user:legal')];
	const approval = (user: string) => ({ user, status: 'APPROVED' as const, change_date: date });
	const rejection = (user: string) => ({
		user,
		status: 'NOT_APPROVED' as const,
		change_date: date,
	});
	const votes = {
		requested: [],
		approved: [approval(media), approval(legal)],
		rejected: [rejection(legal)],
		mixed: [approval(media), rejection(legal)],
		direct: [approval(media)],
		partly: [approval(media)],
	}[state];
	const review: Review = {
		object_id: asset.id,
		object_type: 'assets',
		version_id: version.id,
		votes,
		change_date: date,
	};
	if (state !== 'direct')
		review.request = {
			users: [media, legal],
			groups: [],
			externals: [],
			min_number: state === 'partly' ? 2 : 1,
			share_id: null,
			requested_by: idOf('user:producer'),
			request_date: date,
		};
	store.reviews.set(store.reviewKey('assets', asset.id, version.id), review);
}

function daysFromNow(store: Store, days: number): string {
	return stamp(new Date(store.clock.now().getTime() + days * DAY_MS));
}

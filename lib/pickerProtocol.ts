import type { MediaLink, UsageRights } from './mediaPackage';

/**
 * What the picker's page and the n8n node that serves it say to each other. All answers are JSON; times are ISO 8601 in UTC, durations
 * milliseconds, sizes pixels. Every call but the page itself and the one that opens a session carries the session in the header
 * `X-Picker-Session`. A refusal has an HTTP status from 400 and a `PickerRefusal` as its body.
 */

/** `POST <page>/session`: exchanges the access key, which is in the extension's configuration, for a session. */
export interface SessionRequest {
	key: string;
	/** Origin of the window around the page's frame, as the browser tells it; `null` when the page stands alone. Others than the app hosts are refused. */
	parentOrigin: string | null;
}

export interface Session {
	/** Opaque and signed; good until `expires`. */
	token: string;
	expires: string;
	settings: PickerSettings;
}

/** What the node allows, so that the page offers nothing else. */
export interface PickerSettings {
	approvedOnly: boolean;
	/** `forbid`: media that may not be used cannot be picked. `warn`: it can, after a warning. */
	notUsable: 'forbid' | 'warn';
	/** Media types in scope, such as `video`; empty means all. */
	mediaTypes: string[];
	/** The collections in scope, as roots of a tree; empty means the whole library. */
	collections: CollectionChoice[];
	/** Caption languages that can be filtered by, as BCP 47 tags. */
	captionLanguages: string[];
	/** Address of iconik's web pages, for links. */
	webUrl: string;
}

export interface CollectionChoice {
	id: string;
	title: string;
	hasChildren: boolean;
}

/** `GET <page>/search?…`: one answer holds all that the grid shows, pictures' addresses too. Repeatable keys are comma lists. */
export interface SearchRequest {
	/** What the editor has typed; at most 200 characters. */
	text?: string;
	mediaTypes?: string;
	collection?: string;
	approvedOnly?: 'true';
	orientation?: 'landscape' | 'portrait' | 'square';
	/** Milliseconds. */
	durationFrom?: string;
	durationTo?: string;
	captions?: string;
	/** YYYY-MM-DD, of the creation. */
	createdFrom?: string;
	createdTo?: string;
	sort?: 'newest' | 'oldest' | 'title' | 'longest' | 'shortest' | 'relevance';
	/** `next` of the answer before. */
	cursor?: string;
}

export interface SearchAnswer {
	items: PickerItem[];
	/** How many match in all; `null` with a filter by orientation or captions, which iconik cannot count. */
	total: number | null;
	/** `null` when this was the last page. */
	next: string | null;
}

/** One asset as the grid shows it. */
export interface PickerItem {
	id: string;
	title: string;
	mediaType: string | null;
	durationMs: number | null;
	width: number | null;
	height: number | null;
	createdAt: string | null;
	/** Where the page may load the picture from just now; never to be stored. */
	posterUrl: string | null;
	/** Of the latest approved version; of the newest one when none is approved. */
	approval: 'N/A' | 'REQUESTED' | 'APPROVED' | 'NOT_APPROVED' | 'MIXED';
	rights: Pick<UsageRights, 'status' | 'starts' | 'expires'>;
	/** BCP 47 tags; `null` where it was not looked up, as mostly in the grid: the preview always knows. */
	captions: string[] | null;
	versions: number;
	/** Why this must not be used, in plain words; empty when it may. */
	holdReasons: string[];
}

/** `GET <page>/collections?parent=<id>`: the children of a collection, or the roots in scope. */
export interface CollectionsAnswer {
	collections: CollectionChoice[];
}

/** `GET <page>/asset?id=<id>&version=<id>`: what the preview shows; without a version of the latest approved one, or else of the newest. */
export interface PickerDetails extends PickerItem {
	description: string | null;
	/** A video, sound or picture that the browser can play just now; never to be stored. */
	previewUrl: string | null;
	previewType: string | null;
	tracks: Array<{ language: string; label: string; closedCaptions: boolean; webVtt: string }>;
	versionList: PickerVersion[];
	fullRights: UsageRights;
	webUrl: string;
}

export interface PickerVersion {
	id: string;
	number: number;
	approval: PickerItem['approval'];
	createdAt: string | null;
	/** Whether `latestApproved` means this one now. */
	isLatestApproved: boolean;
}

/**
 * `GET <page>/state?ids=<id>,<id>:<version id>`: how media that was picked earlier stands now, at most 100; with a version for what is
 * pinned to it: the reasons against it are those of that version. What is out of reach is gone.
 */
export interface StateAnswer {
	items: PickedState[];
}

export interface PickedState {
	id: string;
	/** Also when the version that was asked for is gone. */
	isGone: boolean;
	holdReasons: string[];
	latestApprovedVersionId: string | null;
	latestApprovedVersionNumber: number | null;
	/** For the row in the field; `null` when gone, and when only approved media may be seen and this no longer is. */
	item: PickerItem | null;
}

/**
 * `POST <page>/select`: starts the workflow, which makes the media entries; its last node answers with a `SelectAnswer`. The picks are
 * looked at first: when one may not be used, nothing starts, and the answer has no `values` but the reason for each of those in
 * `refused`. Ask again with the rest. A workflow that fails is answered by n8n with status 500 and no `PickerRefusal`.
 */
export interface SelectRequest {
	picks: MediaPick[];
	/** Where it is picked, for the workflow's use; empty in a new entry. */
	entry: { contentType: string; uid: string; locale: string; field: string };
}

export interface MediaPick {
	id: string;
	/** A version's id pins to it; `null` follows the latest approved. */
	pinnedVersionId: string | null;
}

export interface SelectAnswer {
	values: PickedMedia[];
	/** What was not taken, in plain words: by the node before the workflow starts, or by the workflow. */
	refused: Array<{ id: string; reason: string }>;
}

/** One element of the array that the custom field stores: small, with no secret and no address that expires. */
export interface PickedMedia {
	/** The asset in iconik. */
	id: string;
	type: string;
	name: string;
	version_policy: 'latestApproved' | 'pinned';
	version_id: string | null;
	version_number: number | null;
	duration_ms: number | null;
	width: number | null;
	height: number | null;
	size: number | null;
	/** The poster as it is kept in Contentstack. */
	thumbnailUrl: string | null;
	previewUrl: string | null;
	delivery: Pick<MediaLink, 'strategy' | 'url'>;
	platformUrl: string;
	/** The media entry that carries all the rest and stays up to date. */
	media_entry_uid: string | null;
	captions: Array<{ language: string; closed_captions: boolean }>;
	rights: Pick<UsageRights, 'status' | 'starts' | 'expires'>;
}

export interface PickerRefusal {
	/** For the page: `key_wrong`, `session_expired`, `origin_refused`, `out_of_scope`, `too_many`, `bad_request`, `iconik_down`, `iconik_slow`. */
	code: string;
	/** For people, with what to do. */
	message: string;
	/** Seconds to wait before asking again, with `too_many` and `iconik_down`. */
	retryAfter?: number;
}

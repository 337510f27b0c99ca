/**
 * All that a page needs of one iconik asset at one version. iconik's Get Media Package makes it, Contentstack's operations read it.
 * Absent facts are `null` (or an empty list), never left out, so that a mapping on the canvas always finds its key.
 */
export interface MediaPackage {
	asset_id: string;
	/** `null` when the version policy finds none, for example no approved version. */
	version_id: string | null;
	version_number: number | null;
	/** Whether a newer version than this one exists, for example one that still waits for approval. */
	is_latest_version: boolean;
	title: string;
	description: string | null;
	/** ASSET, PLACEHOLDER, SUBCLIP, LINK …: the type of the asset in iconik. */
	type: string;
	/** video, audio, image … */
	media_type: string | null;
	duration_milliseconds: number | null;
	width: number | null;
	height: number | null;
	size_bytes: number | null;
	/** iconik's status of the asset: ACTIVE, or DELETED for one in the delete queue or gone. */
	status: 'ACTIVE' | 'DELETED';
	is_blocked: boolean;
	warning: string | null;
	/** Approval of this version, not of the asset as a whole. */
	approval_status: 'N/A' | 'REQUESTED' | 'APPROVED' | 'NOT_APPROVED' | 'MIXED';
	rights: UsageRights;
	/** Chosen metadata fields: one value, or a list for fields that hold several. */
	metadata: Record<string, unknown>;
	poster: MediaFile | null;
	captions: MediaFile[];
	preview: MediaLink;
	delivery: MediaLink;
	/** The asset's page in iconik. */
	web_url: string;
	/** Why this must not go live, in plain words; empty when it may. */
	hold_reasons: string[];
	/** SHA-256 over everything above that a page could show; leaves out signed and expiring addresses. */
	fingerprint: string;
}

export interface UsageRights {
	/** `missing`: no rights are recorded. `pending`: they begin later. `expiring`: they end within the chosen number of days. */
	status: 'valid' | 'expiring' | 'expired' | 'pending' | 'missing';
	/** YYYY-MM-DD */
	starts: string | null;
	/** YYYY-MM-DD, the last day on which the media may be used. */
	expires: string | null;
	holder: string | null;
	territories: string[];
	notes: string | null;
}

/** A small file that goes along: the poster picture, or captions in one language. */
export interface MediaFile {
	/** What this file is, the same for every version: `iconik/<asset id>/poster`, `iconik/<asset id>/captions/<language>`. */
	key: string;
	/** Changes exactly when the content of the file does. */
	fingerprint: string;
	role: 'poster' | 'captions';
	file_name: string;
	mime_type: string;
	language: string | null;
	closed_captions: boolean;
	/** Where the bytes can be fetched now without further rights. It may be signed and expire: not to be stored. */
	url: string | null;
	/** The content itself, for text that was asked for. */
	text: string | null;
}

/** A link that may be stored, or the reason why there is none. */
export interface MediaLink {
	strategy: 'cdn' | 'public_proxy' | 'share' | 'metadata' | 'none';
	url: string | null;
	/** ISO date-time, `null` when the link does not expire. */
	expires: string | null;
	/** Why there is no link, in plain words. */
	reason: string | null;
}

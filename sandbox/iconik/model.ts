export type ApprovalStatus = 'N/A' | 'REQUESTED' | 'APPROVED' | 'NOT_APPROVED' | 'MIXED';
export type ReviewedType = 'assets' | 'collections';
export type MediaType = 'video' | 'audio' | 'image';

export interface Version {
	id: string;
	version_number: number;
	status: 'ACTIVE' | 'IN_PROGRESS' | 'FAILED' | 'DELETING' | 'DELETED';
	date_created: string;
	created_by_user: string;
	is_online: boolean;
	transcribed_languages: string[];
}

export interface Asset {
	id: string;
	title: string;
	type: 'ASSET' | 'SEQUENCE' | 'NLE_PROJECT' | 'PLACEHOLDER' | 'CUSTOM' | 'LINK' | 'SUBCLIP';
	status: 'ACTIVE' | 'DELETED';
	archive_status: string;
	analyze_status: string;
	category: string | null;
	external_id: string | null;
	external_link: string | null;
	warning: string | null;
	site_name: string | null;
	custom_keyframe: string | null;
	custom_poster: string | null;
	is_blocked: boolean;
	is_online: boolean;
	date_created: string;
	date_modified: string;
	date_imported: string;
	date_deleted?: string;
	date_viewed?: string;
	created_by_user: string;
	updated_by_user: string;
	deleted_by_user?: string;
	original_asset_id?: string;
	original_version_id?: string;
	original_segment_id?: string;
	time_start_milliseconds?: number;
	time_end_milliseconds?: number;
	person_ids: string[];
	versions: Version[];
	/** Not on the asset itself in the API, only on its index document. */
	media_type?: MediaType;
	duration_milliseconds?: number;
}

export interface Collection {
	id: string;
	title: string;
	parent_id: string | null;
	external_id: string | null;
	category: string | null;
	storage_id: string | null;
	custom_keyframe: string | null;
	custom_poster: string | null;
	keyframe_asset_ids: string[];
	project_id?: string;
	custom_order_status: 'DISABLED' | 'ENABLING' | 'ENABLED';
	status: 'ACTIVE' | 'HIDDEN' | 'DELETED';
	is_root: boolean;
	date_created: string;
	date_modified: string;
	date_deleted?: string;
	created_by_user: string;
	deleted_by_user?: string;
}

/** An object's place in a collection, in the order in which it was added. */
export interface Membership {
	collection_id: string;
	object_id: string;
	object_type: 'assets' | 'collections';
	date_created: string;
}

export interface Vote {
	user?: string;
	external?: string;
	status: 'APPROVED' | 'NOT_APPROVED';
	change_date: string;
}

export interface ApprovalRequest {
	users: string[];
	groups: string[];
	externals: string[];
	min_number: number;
	share_id: string | null;
	requested_by: string;
	request_date: string;
}

/** All that is known about the review of one object at one version. */
export interface Review {
	object_id: string;
	object_type: ReviewedType;
	version_id?: string;
	request?: ApprovalRequest;
	votes: Vote[];
	change_date?: string;
}

/** A proxy, keyframe or original: something with bytes that has a place in a storage. */
export interface MediaFile {
	id: string;
	kind: 'proxy' | 'keyframe' | 'original';
	asset_id: string;
	version_id: string;
	name: string;
	filename: string;
	format: string;
	content_type: string;
	size: number;
	status: string;
	storage_id: string;
	is_public: boolean;
	date_created: string;
	resolution?: { width: number; height: number };
	/** KEYFRAME, POSTER or KEYFRAME_MAP for keyframes. */
	type?: string;
	is_custom_keyframe?: boolean;
	codec?: string;
	frame_rate?: string;
	bit_rate?: number;
	format_id?: string;
	file_set_id?: string;
}

export interface Format {
	id: string;
	asset_id: string;
	version_id: string;
	name: string;
	status: 'ACTIVE' | 'DELETED';
	user_id: string;
	date_created: string;
	/** The file set that came with it; others are made by themselves. */
	file_set_id?: string;
}

export interface Subtitle {
	id: string;
	asset_id: string;
	version_id: string;
	format_id: string;
	language: string;
	closed_captions: boolean;
	name: string;
	content: string;
}

export interface User {
	id: string;
	email: string;
	first_name: string;
	last_name: string;
	groups: string[];
	status: 'ACTIVE' | 'INACTIVE' | 'BLOCKED' | 'DELETED';
	type: 'POWER' | 'STANDARD' | 'BROWSE_ONLY' | 'BROWSE_API_ONLY';
	is_admin: boolean;
	date_created: string;
	/** Role flags that were taken away; people have all others. */
	withoutRoles: Set<string>;
}

export interface Token {
	id: string;
	token: string;
	app_id: string;
	user_id: string;
	expires?: string;
	date_created: string;
}

export interface Share {
	id: string;
	code: string;
	object_id: string;
	object_type: ReviewedType;
	owner_id: string;
	title: string | null;
	message: string | null;
	expires: string;
	password: string | null;
	by_url: boolean;
	is_approval: boolean;
	permissions: Record<string, boolean>;
	metadata_views: string[];
	emails: string[];
	project_id: string | null;
	upload_storage_id: string | null;
	date_created: string;
}

/** Records that are kept as the API shows them. */
export type Wire = Record<string, unknown> & { id: string };

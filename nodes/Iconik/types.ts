/** What is read of iconik's objects. Optional facts come as `null` or not at all, so both are allowed everywhere. */
type Maybe<T> = T | null | undefined;

export type ApprovalStatus = 'N/A' | 'REQUESTED' | 'APPROVED' | 'NOT_APPROVED' | 'MIXED';

export interface AssetVersion {
	id: string;
	version_number?: Maybe<number>;
	status?: Maybe<string>;
	date_created?: Maybe<string>;
	is_online?: Maybe<boolean>;
}

export interface Asset {
	id: string;
	title?: Maybe<string>;
	type?: Maybe<string>;
	status?: Maybe<string>;
	external_id?: Maybe<string>;
	is_blocked?: Maybe<boolean>;
	warning?: Maybe<string>;
	custom_keyframe?: Maybe<string>;
	custom_poster?: Maybe<string>;
	original_asset_id?: Maybe<string>;
	original_version_id?: Maybe<string>;
	time_start_milliseconds?: Maybe<number>;
	time_end_milliseconds?: Maybe<number>;
	versions?: Maybe<AssetVersion[]>;
}

export interface Vote {
	status?: Maybe<ApprovalStatus>;
	version_id?: Maybe<string>;
	/** ID of the user, or for somebody outside iconik the e-mail address in `external`. */
	user?: Maybe<string>;
	external?: Maybe<string>;
	change_date?: Maybe<string>;
}

export interface ApprovalRequest {
	status?: Maybe<ApprovalStatus>;
	version_id?: Maybe<string>;
	users?: Maybe<string[]>;
	groups?: Maybe<string[]>;
	externals?: Maybe<string[]>;
	min_number?: Maybe<number>;
	share_id?: Maybe<string>;
	requested_by?: Maybe<string>;
	request_date?: Maybe<string>;
	approvals_by?: Maybe<Vote[]>;
}

/** A proxy, keyframe or original. */
export interface StoredFile {
	id: string;
	version_id?: Maybe<string>;
	name?: Maybe<string>;
	filename?: Maybe<string>;
	original_name?: Maybe<string>;
	storage_method?: Maybe<string>;
	format?: Maybe<string>;
	status?: Maybe<string>;
	size?: Maybe<number>;
	resolution?: Maybe<{ width?: Maybe<number>; height?: Maybe<number> }>;
	is_public?: Maybe<boolean>;
	url?: Maybe<string>;
}

export type Proxy = StoredFile;

export interface Keyframe extends StoredFile {
	type?: Maybe<'KEYFRAME' | 'KEYFRAME_MAP' | 'POSTER'>;
	is_custom_keyframe?: Maybe<boolean>;
}

export interface Subtitle {
	id: string;
	language: string;
	closed_captions?: Maybe<boolean>;
	version_id?: Maybe<string>;
	format_id?: Maybe<string>;
	content?: Maybe<string>;
}

export interface Share {
	id: string;
	url?: Maybe<string>;
	title?: Maybe<string>;
	expires?: Maybe<string>;
	has_password?: Maybe<boolean>;
	allow_download?: Maybe<boolean>;
	allow_download_proxy?: Maybe<boolean>;
	allow_comments?: Maybe<boolean>;
	allow_setting_approve_status?: Maybe<boolean>;
	allow_upload?: Maybe<boolean>;
	metadata_views?: Maybe<string[]>;
}

/** The search index's document of an asset. It lags behind writes, but alone knows the kind of media and its duration. */
export interface SearchDocument {
	id: string;
	title?: Maybe<string>;
	type?: Maybe<string>;
	status?: Maybe<string>;
	is_blocked?: Maybe<boolean>;
	warning?: Maybe<string>;
	/** Of the latest version. */
	approval_status?: Maybe<ApprovalStatus>;
	versions?: Maybe<AssetVersion[]>;
	description?: Maybe<string>;
	media_type?: Maybe<string>;
	duration_milliseconds?: Maybe<number>;
	ancestor_collections?: Maybe<string[]>;
	in_collections?: Maybe<string[]>;
	metadata?: Maybe<Record<string, unknown>>;
	keyframes?: Maybe<Keyframe[]>;
	proxies?: Maybe<Proxy[]>;
	_sort?: unknown[];
}

export interface MetadataValues {
	metadata_values?: Maybe<
		Record<string, Maybe<{ field_values?: Maybe<Array<Maybe<{ value?: unknown }>>> }>>
	>;
}

export interface MetadataView {
	id: string;
	name: string;
	description?: Maybe<string>;
	view_fields?: Maybe<MetadataField[]>;
}

/** A field of metadata; inside a view with what the view says of it. */
export interface MetadataField {
	name: string;
	label?: Maybe<string>;
	field_type?: Maybe<string>;
	options?: Maybe<Array<{ label?: Maybe<string>; value?: Maybe<string> }>>;
	multi?: Maybe<boolean>;
	required?: Maybe<boolean>;
	read_only?: Maybe<boolean>;
	use_as_facet?: Maybe<boolean>;
}

export interface ExportLocation {
	id: string;
	name: string;
	path?: Maybe<string>;
}

export interface User {
	id: string;
	email?: Maybe<string>;
	first_name?: Maybe<string>;
	last_name?: Maybe<string>;
	system_domain_id?: Maybe<string>;
}

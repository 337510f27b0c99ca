/** Values by field uid. */
export type Fields = Record<string, unknown>;

/** One element of a content type's `schema`. */
export interface FieldSchema {
	uid: string;
	display_name?: string;
	data_type: string;
	mandatory?: boolean;
	unique?: boolean;
	multiple?: boolean;
	non_localizable?: boolean;
	format?: string;
	min?: number | null;
	max?: number | null;
	enum?: { advanced?: boolean; choices?: Array<{ value: unknown; key?: string }> };
	reference_to?: string | string[];
	blocks?: Array<{
		uid: string;
		title?: string;
		schema?: FieldSchema[];
		reference_to?: string;
	}>;
	schema?: FieldSchema[];
	extension_uid?: string;
	taxonomies?: Array<{ taxonomy_uid: string }>;
	field_metadata?: Record<string, unknown>;
	[key: string]: unknown;
}

export interface ContentType {
	uid: string;
	title: string;
	description: string;
	schema: FieldSchema[];
	options: Record<string, unknown>;
	_version: number;
	created_at: string;
	updated_at: string;
	[key: string]: unknown;
}

/** One saved state of an entry in one locale. It never changes. */
export interface EntryVersion {
	number: number;
	fields: Fields;
	updatedAt: string;
	updatedBy: string;
	name?: string;
}

/** The workflow stage that an entry stands in, in one locale. */
export interface StageMark {
	workflow: string;
	stage: string;
	updatedAt: string;
	updatedBy: string;
	details: Fields;
}

export interface LocalizedEntry {
	createdAt: string;
	createdBy: string;
	/** Oldest first, never empty. */
	versions: EntryVersion[];
	stage?: StageMark;
}

/** What the Delivery API serves of an entry in one environment and locale. */
export interface Publication {
	environment: string;
	locale: string;
	version: number;
	time: string;
	user: string;
	/** The published values, as they were in that version. */
	content: { locale: string; fields: Fields; updatedAt: string; updatedBy: string };
}

export interface Entry {
	uid: string;
	contentType: string;
	createdAt: string;
	createdBy: string;
	localized: Map<string, LocalizedEntry>;
	publications: Publication[];
	/** The person who has the entry open and locked, if any. */
	lockedBy?: string;
}

export interface AssetVersion {
	number: number;
	upload: string;
	filename: string;
	contentType: string;
	bytes: Buffer;
	dimension?: { width: number; height: number };
	title: string;
	description: string;
	tags: string[];
	updatedAt: string;
	updatedBy: string;
}

export interface Asset {
	uid: string;
	parent: string | null;
	createdAt: string;
	createdBy: string;
	/** Oldest first, never empty. */
	versions: AssetVersion[];
	permanentUrl?: string;
	publications: Array<Omit<Publication, 'content'>>;
}

export interface Folder {
	uid: string;
	name: string;
	parent: string | null;
	createdAt: string;
	updatedAt: string;
	createdBy: string;
	updatedBy: string;
}

/** Objects that the simulator keeps as they were sent, plus uid and times. */
export type Plain = Fields & { uid: string };

export interface Branch {
	uid: string;
	source: string;
	alias: string[];
	createdAt: string;
	contentTypes: Map<string, ContentType>;
	globalFields: Map<string, ContentType>;
	entries: Map<string, Entry>;
	assets: Map<string, Asset>;
	folders: Map<string, Folder>;
	extensions: Map<string, Plain>;
	labels: Map<string, Plain>;
	taxonomies: Map<string, Taxonomy>;
}

export interface Taxonomy {
	uid: string;
	name: string;
	description: string;
	terms: Map<string, { uid: string; name: string; parent_uid: string | null; order: number }>;
}

export interface Environment {
	uid: string;
	name: string;
	urls: Array<{ locale: string; url: string }>;
	created_at: string;
	updated_at: string;
}

export interface Locale {
	uid: string;
	code: string;
	name: string;
	fallback_locale: string | null;
}

export interface User {
	uid: string;
	email: string;
	username: string;
	first_name: string;
	last_name: string;
}

/** Who a Management API credential stands for and what it may do. */
export interface Credential {
	secret: string;
	kind: 'management' | 'oauth' | 'authtoken';
	name: string;
	user: string;
	canWrite: boolean;
	revoked: boolean;
}

export interface WorkflowStage {
	uid: string;
	name: string;
	color: string;
	SYS_ACL: Fields;
	next_available_stages: string[];
	allUsers: boolean;
	entry_lock: '$none' | '$others' | '$all';
	[key: string]: unknown;
}

export interface Workflow {
	uid: string;
	name: string;
	enabled: boolean;
	branches: string[];
	content_types: string[];
	workflow_stages: WorkflowStage[];
	[key: string]: unknown;
}

export interface QueueItem {
	uid: string;
	type: 'entry' | 'asset';
	action: 'publish' | 'unpublish';
	branch: string;
	object: { uid: string; title: string; content_type_uid?: string; version: number };
	environment: string;
	locale: string;
	status: 'pending' | 'success' | 'failed' | 'unscheduled';
	scheduledAt: string | null;
	publishedAt: string | null;
	user: string;
	job?: string;
}

export interface BulkJob {
	uid: string;
	action: string;
	createdAt: string;
	createdBy: string;
	items: QueueItem[];
	refused: Array<{ uid: string; message: string }>;
}

/** Behaviour that no source settles, or that differs between accounts. Tests switch it to prove that clients cope with both. */
export interface Behaviour {
	/** How a stage change is told in a webhook: `nested` under data.workflow as the guides use it, or `flat` beside it. */
	stagePayload: 'nested' | 'flat';
	/** Whether publish events also go out on the channels of one content type and one entry. */
	publishChannels: 'all-entries' | 'three-levels';
	/** How an absent entry or asset is answered. */
	notFoundStatus: 422 | 404;
	/** Publishing is refused for content types whose workflow is not in its last stage. */
	publishRule: 'none' | 'last-stage-only';
	/** Simulated milliseconds between the answer to a publish call and its effect. */
	publishDelayMs: number;
}

export interface Stack {
	uid: string;
	name: string;
	apiKey: string;
	orgUid: string;
	masterLocale: string;
	createdAt: string;
	users: User[];
	roles: Plain[];
	credentials: Credential[];
	deliveryTokens: Array<{ token: string; name: string; environments: string[] }>;
	environments: Environment[];
	locales: Locale[];
	branches: Map<string, Branch>;
	workflows: Map<string, Workflow>;
	publishRules: Map<string, Plain>;
	releases: Map<string, Plain & { items: Fields[] }>;
	queue: QueueItem[];
	jobs: Map<string, BulkJob>;
	behaviour: Behaviour;
}

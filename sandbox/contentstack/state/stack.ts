import type { Asset, Entry, Folder, Taxonomy } from './content';
import type { ContentType, Fields, Plain } from './schema';

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

/** Items that go live together. */
export type Release = Plain & { items: Fields[] };

export interface BulkJob {
	uid: string;
	action: string;
	createdAt: string;
	createdBy: string;
	items: QueueItem[];
	refused: Array<{ uid: string; message: string }>;
}

/** One thing that the Sync API tells of. */
export interface DeliveryEvent {
	type: string;
	branch: string;
	environment: string | null;
	locale: string | null;
	contentType: string | null;
	time: string;
	data: Fields;
}

/** One line of the audit log. */
export interface AuditEntry {
	uid: string;
	created_at: string;
	created_by: string;
	module: string;
	event_type: string;
	metadata: { uid: string; title: string };
	request: { method: string; path: string };
	response: { status: number };
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
	/** Whether what is queued goes live, or fails when its time has come. */
	publishing: 'works' | 'fails';
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
	releases: Map<string, Release>;
	queue: QueueItem[];
	jobs: Map<string, BulkJob>;
	/** Everything that was published, unpublished or deleted, oldest first. */
	deliveryEvents: DeliveryEvent[];
	auditLog: AuditEntry[];
	behaviour: Behaviour;
}

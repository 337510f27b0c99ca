import type { Fields } from './schema';

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

/** What people say about an entry or one of its fields. */
export interface Discussion {
	uid: string;
	locale: string;
	field: { uid: string; path: string; og_path: string };
	status: 'open' | 'resolved';
	comments: Array<{
		uid: string;
		message: string;
		to_users: string[];
		to_roles: string[];
		created_at: string;
		created_by: string;
	}>;
}

/** A request to publish or unpublish an entry under a publish rule, and what its approver said. */
export interface Approval {
	rule: string;
	action: 'publish' | 'unpublish' | 'both';
	locale: string;
	/** The version that the request was made for. */
	version: number;
	status: 'requested' | 'approved' | 'rejected';
	user: string;
	comment?: string;
}

export interface Entry {
	uid: string;
	contentType: string;
	createdAt: string;
	createdBy: string;
	localized: Map<string, LocalizedEntry>;
	publications: Publication[];
	discussions: Discussion[];
	approvals: Approval[];
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

export interface Taxonomy {
	uid: string;
	name: string;
	description: string;
	terms: Map<string, { uid: string; name: string; parent_uid: string | null; order: number }>;
}

import { randomBytes } from 'crypto';
import type { Branch, Credential, Stack } from './state';
import { newUid } from './uids';

/** A stack with its one branch, its master locale and two credentials, and nothing in it. */
export function createStack(name: string, createdAt: string): Stack {
	return {
		uid: newUid(),
		name,
		apiKey: newUid(),
		orgUid: newUid(),
		masterLocale: 'en-us',
		createdAt,
		users: [],
		roles: [],
		credentials: [
			credential('management', 'n8n', `cs${randomBytes(20).toString('hex')}`),
			credential('management', 'read only', `cs${randomBytes(20).toString('hex')}`, false),
		],
		deliveryTokens: [],
		environments: [],
		locales: [
			{ uid: newUid(), code: 'en-us', name: 'English - United States', fallback_locale: null },
		],
		branches: new Map([['main', createBranch('main', '', createdAt)]]),
		workflows: new Map(),
		publishRules: new Map(),
		releases: new Map(),
		queue: [],
		jobs: new Map(),
		deliveryEvents: [],
		auditLog: [],
		behaviour: {
			stagePayload: 'nested',
			publishChannels: 'all-entries',
			notFoundStatus: 422,
			publishRule: 'none',
			publishing: 'works',
			publishDelayMs: 300,
		},
	};
}

export function createBranch(uid: string, source: string, createdAt: string): Branch {
	return {
		uid,
		source,
		alias: [],
		createdAt,
		contentTypes: new Map(),
		globalFields: new Map(),
		entries: new Map(),
		assets: new Map(),
		folders: new Map(),
		extensions: new Map(),
		labels: new Map(),
		taxonomies: new Map(),
	};
}

/** A live credential. One that belongs to nobody in particular writes under a uid of its own. */
export function credential(
	kind: Credential['kind'],
	name: string,
	secret: string,
	canWrite = true,
	user = newUid(),
): Credential {
	return { secret, kind, name, user, canWrite, revoked: false };
}

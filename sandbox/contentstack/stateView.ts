import { latestView, publishDetails } from './entries/view';
import type { Service } from './service';
import { assetView } from './assets/view';
import type { Branch, Fields } from './state';
import { maskedWebhook } from './webhooks/registry';

/** Everything the stack holds, without secrets, for whoever watches the sandbox. */
export function stateOf(service: Service): Record<string, unknown> {
	const { stack, webhooks } = service;
	const branches = [...stack.branches.values()];
	return {
		stack: {
			name: stack.name,
			apiKey: stack.apiKey,
			orgUid: stack.orgUid,
			masterLocale: stack.masterLocale,
		},
		users: stack.users,
		credentials: stack.credentials.map(({ kind, name, user, canWrite, revoked }) => ({
			kind,
			name,
			user,
			canWrite,
			revoked,
		})),
		environments: stack.environments,
		locales: stack.locales,
		branches: branches.map(({ uid, source, alias }) => ({ uid, source, alias })),
		contentTypes: branches.flatMap((branch) =>
			[...branch.contentTypes.values()].map(({ uid, title, schema, options }) => ({
				branch: branch.uid,
				uid,
				title,
				schema,
				options,
			})),
		),
		entries: branches.flatMap((branch) => entriesOf(service, branch)),
		assets: branches.flatMap((branch) =>
			[...branch.assets.values()].map((asset) => ({
				branch: branch.uid,
				...assetView(service, asset),
				versions: asset.versions.map(({ number, upload, updatedAt, updatedBy }) => ({
					number,
					upload,
					updatedAt,
					updatedBy,
				})),
			})),
		),
		workflows: [...stack.workflows.values()],
		publishQueue: stack.queue,
		webhooks: [...webhooks.webhooks.values()].map((webhook) => ({
			...maskedWebhook(webhook),
			signing: webhooks.signingOf(webhook).method,
		})),
		mails: webhooks.mails,
		behaviour: stack.behaviour,
	};
}

function entriesOf(service: Service, branch: Branch): Fields[] {
	return [...branch.entries.values()].map((entry) => ({
		branch: branch.uid,
		uid: entry.uid,
		contentType: entry.contentType,
		fields: latestView(service, branch, entry),
		publish_details: publishDetails(entry),
		lockedBy: entry.lockedBy ?? null,
		discussions: entry.discussions,
		approvals: entry.approvals,
		locales: [...entry.localized].map(([locale, { versions, stage }]) => ({
			locale,
			version: versions.at(-1)?.number,
			stage: stage?.stage ?? null,
			versions: versions.map(({ number, updatedAt, updatedBy }) => ({
				number,
				updatedAt,
				updatedBy,
			})),
		})),
	}));
}

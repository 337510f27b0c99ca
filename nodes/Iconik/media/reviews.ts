import type { IDataObject } from 'n8n-workflow';
import type { IconikClient } from '../transport/client';
import { byNextUrl, collect } from '../transport/paging';
import type { ApprovalRequest, Share, Vote } from '../types';
import { statusOfRequest, statusOfVotes } from './approval';
import { assetPath } from './asset';

/** Who shall judge, and how many of them must approve. */
export interface Reviewers {
	/** IDs of users and groups. */
	users: string[];
	groups: string[];
	/** E-mail addresses of people outside iconik. */
	externals: string[];
	min_number: number;
}

export interface ReviewShare {
	/** Whether iconik mails the link to the external reviewers, or it is only made. */
	kind: 'link' | 'mail';
	title: string;
	message: string;
	/** Milliseconds since 1970. */
	expires: number;
}

/** What belongs to the review of an asset: at one version, or at its latest when none is named. */
export const reviewPath = (assetId: string, versionId = '') =>
	`${assetPath(assetId)}${versionId ? `versions/${encodeURIComponent(versionId)}/` : ''}approvals/` as const;

export async function readRequest(
	iconik: IconikClient,
	assetId: string,
	versionId = '',
): Promise<ApprovalRequest | undefined> {
	return await iconik.find<ApprovalRequest>({ path: `${reviewPath(assetId, versionId)}request/` });
}

export async function readVotes(
	iconik: IconikClient,
	assetId: string,
	versionId = '',
): Promise<Vote[]> {
	return await collect(byNextUrl<Vote>(iconik, { path: reviewPath(assetId, versionId) }));
}

/** Asks for the review of the latest version, or changes whom was asked. Nothing is written when the same are asked already. */
export async function requestReview(
	iconik: IconikClient,
	assetId: string,
	reviewers: Reviewers,
): Promise<{ result: 'created' | 'updated' | 'unchanged'; request: ApprovalRequest }> {
	const path = `${reviewPath(assetId)}request/` as const;
	const known = await readRequest(iconik, assetId);
	if (known && isAsked(known, reviewers)) return { result: 'unchanged', request: known };
	const body = {
		...reviewers,
		status: 'REQUESTED',
		...(known?.share_id && { share_id: known.share_id }),
	};
	// Asking the same people again does no harm, so a call that broke off is repeated.
	const method = known ? 'PUT' : 'POST';
	const request = await iconik.request<ApprovalRequest>({ method, path, body, repeatable: true });
	return { result: known ? 'updated' : 'created', request };
}

/** Makes a share through which the version can be judged, and links it to the request. One that is linked already is used again. */
export async function shareReview(
	iconik: IconikClient,
	assetId: string,
	request: ApprovalRequest,
	reviewers: Reviewers,
	{ kind, title, message, expires }: ReviewShare,
): Promise<Share> {
	const path = `${assetPath(assetId)}shares/` as const;
	if (request.share_id) {
		const linked = await iconik.find<Share>({ path: `${path}${request.share_id}/` });
		if (linked) return linked;
	}
	const share = await iconik.request<Share>({
		method: 'POST',
		path: kind === 'mail' ? path : `${path}url/`,
		body: {
			...SHARE_RIGHTS,
			title,
			expires: new Date(expires).toISOString(),
			...(kind === 'mail' && { emails: reviewers.externals, ...(message && { message }) }),
		},
	});
	await iconik.request({
		method: 'PUT',
		path: `${reviewPath(assetId)}request/`,
		body: { ...reviewers, status: request.status ?? 'REQUESTED', share_id: share.id },
	});
	return share;
}

/** Reviewers may comment and judge, and not take the media away. iconik demands the first four. */
const SHARE_RIGHTS: IDataObject = {
	allow_approving_comments: true,
	allow_comments: true,
	allow_download: false,
	allow_setting_approve_status: true,
	is_approval: true,
};

function isAsked(known: ApprovalRequest, { min_number, ...people }: Reviewers): boolean {
	const isSame = (a: readonly string[] | null | undefined, b: readonly string[]) =>
		[...(a ?? [])].sort().join() === [...b].sort().join();
	return (
		(known.min_number ?? 1) === min_number &&
		(['users', 'groups', 'externals'] as const).every((kind) => isSame(known[kind], people[kind]))
	);
}

/** The state of a review in one object, whether somebody asked for it or reviewers judged unasked. */
export function reviewFacts(
	assetId: string,
	request: ApprovalRequest | undefined,
	votes: readonly Vote[],
): IDataObject {
	const by = (status: string) =>
		votes
			.filter((vote) => vote.status === status)
			.map(({ user, external }) => user ?? external ?? '');
	return {
		asset_id: assetId,
		version_id: request?.version_id ?? votes[0]?.version_id ?? null,
		status: request
			? statusOfRequest({ ...request, approvals_by: [...votes] })
			: statusOfVotes(votes),
		is_requested: request !== undefined,
		users: request?.users ?? [],
		groups: request?.groups ?? [],
		externals: request?.externals ?? [],
		min_number: request?.min_number ?? null,
		approved_by: by('APPROVED'),
		rejected_by: by('NOT_APPROVED'),
		requested_by: request?.requested_by ?? null,
		request_date: request?.request_date ?? null,
		share_id: request?.share_id ?? null,
	};
}

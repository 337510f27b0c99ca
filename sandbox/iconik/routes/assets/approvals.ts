import { z } from 'zod';
import { compact, created, found, noContent, ok } from '../../answers';
import type { Api, Call } from '../../api';
import { approvalStatus } from '../../approval';
import { createJob, updateJob } from '../../domain/jobs';
import { castVote, removeVotes, reviewOf, setRequest, type Reviewed } from '../../domain/reviews';
import type { ApprovalRequest, Review, ReviewedType, Vote } from '../../model';
import { page } from '../../paging';
import { bulkIds, email, integer, oneOf, uuid, uuids } from '../../schemas';
import { userInfo } from './assets';

const status = oneOf('N/A', 'REQUESTED', 'APPROVED', 'NOT_APPROVED', 'MIXED');
const request = z.object({
	users: uuids.optional(),
	groups: uuids.optional(),
	externals: z.array(email).optional(),
	min_number: integer.min(1, 'Must be greater than or equal to 1.').optional(),
	status: status.optional(),
	share_id: uuid.nullish(),
});
const vote = z.object({
	status: oneOf('APPROVED', 'NOT_APPROVED'),
	user: uuid.optional(),
	external: email.optional(),
});
const reviewables = oneOf('assets', 'collections', 'saved_searches');
const bulkVote = z.object({
	object_type: reviewables,
	object_ids: bulkIds,
	status: oneOf('APPROVED', 'NOT_APPROVED'),
});
const bulkRemoval = z.object({ object_type: reviewables, object_ids: bulkIds });

export function approvalRoutes(api: Api): void {
	const read = 'can_read_approval_request';

	for (const type of ['assets', 'collections'] as const) {
		const path = `/v1/${type}/:object_id/approvals`;
		const ofVersion = `/v1/${type}/:object_id/versions/:version_id/approvals`;

		for (const base of [path, ofVersion]) {
			api.on('GET', 'assets', `${base}/request/`, read, (call) =>
				ok(requestBody(call, requested(call, type))),
			);
			api.on('GET', 'assets', `${base}/`, read, (call) => {
				const reviewed = reviewedBy(call, type);
				const votes = reviewOf(call.tenant, reviewed)?.votes ?? [];
				return page(
					call,
					votes.map((one) => voteBody(reviewed, one)),
				);
			});
		}

		api.on('POST', 'assets', `${path}/request/`, 'can_write_approval_request', (call) => {
			write(call, type, undefined);
			return created(requestBody(call, requested(call, type)));
		});
		for (const method of ['PUT', 'PATCH'] as const)
			api.on(method, 'assets', `${path}/request/`, 'can_write_approval_request', (call) => {
				write(call, type, method === 'PATCH' ? requested(call, type).request : undefined);
				return ok(requestBody(call, requested(call, type)));
			});
		api.on('DELETE', 'assets', `${path}/request/`, 'can_delete_approval_request', (call) => {
			const body = requestBody(call, requested(call, type));
			setRequest(call.tenant, reviewedBy(call, type), undefined, call.cause);
			return ok(body);
		});

		api.on('PUT', 'assets', `${path}/`, 'can_write_approval_status', (call) => {
			const reviewed = reviewedBy(call, type);
			const sent = call.read(vote);
			const voter = sent.external
				? { external: sent.external }
				: { user: sent.user ?? call.user.id };
			const cast = castVote(call.tenant, reviewed, { ...voter, status: sent.status }, call.cause);
			return ok(voteBody(reviewed, cast));
		});
		api.on('DELETE', 'assets', `${path}/`, '', (call) => {
			removeVotes(call.tenant, reviewedBy(call, type), call.cause);
			return noContent();
		});
		api.on('DELETE', 'assets', `${path}/user/:user_id/`, 'can_delete_approval_status', (call) => {
			const voter = { user: call.params.user_id };
			removeVotes(call.tenant, reviewedBy(call, type), call.cause, voter);
			return noContent();
		});
		api.on('DELETE', 'assets', `${path}/external/:email/`, 'can_delete_approval_status', (call) => {
			const voter = { external: call.params.email };
			removeVotes(call.tenant, reviewedBy(call, type), call.cause, voter);
			return noContent();
		});
	}

	api.on('POST', 'assets', '/v1/approvals/bulk/', 'can_write_approval_status_in_bulk', (call) => {
		const sent = call.read(bulkVote);
		return inBulk(call, sent, (reviewed) => {
			castVote(call.tenant, reviewed, { user: call.user.id, status: sent.status }, call.cause);
		});
	});
	api.on(
		'POST',
		'assets',
		'/v1/approvals/bulk_remove/',
		'can_write_approval_status_in_bulk',
		(call) =>
			inBulk(call, call.read(bulkRemoval), (reviewed) => {
				removeVotes(call.tenant, reviewed, call.cause);
			}),
	);
}

/** What a path is about: the object at the version that it names, or else at its latest. */
function reviewedBy({ tenant, params }: Call, type: ReviewedType): Reviewed {
	const { store } = tenant;
	const { object_id: id = '', version_id } = params;
	if (type === 'collections') {
		found(store.collections.get(id), 'Collection');
		return { type, id, versionId: undefined };
	}
	const asset = found(store.assets.get(id), 'Asset');
	if (version_id !== undefined)
		found(
			asset.versions.find((version) => version.id === version_id),
			'Asset version',
		);
	return { type, id, versionId: version_id ?? store.latestVersion(asset)?.id };
}

/** The review with its request; 404 while nobody has asked for one. */
function requested(call: Call, type: ReviewedType): Review & { request: ApprovalRequest } {
	const review = reviewOf(call.tenant, reviewedBy(call, type));
	return {
		...found(review, 'Approval request'),
		request: found(review?.request, 'Approval request'),
	};
}

function write(call: Call, type: ReviewedType, known: ApprovalRequest | undefined): void {
	const sent = call.read(request);
	setRequest(
		call.tenant,
		reviewedBy(call, type),
		{
			users: sent.users ?? known?.users ?? [],
			groups: sent.groups ?? known?.groups ?? [],
			externals: sent.externals ?? known?.externals ?? [],
			min_number: sent.min_number ?? known?.min_number ?? 1,
			share_id: sent.share_id ?? known?.share_id ?? null,
			requested_by: known?.requested_by ?? call.user.id,
			request_date: known?.request_date ?? call.tenant.store.now(),
		},
		call.cause,
	);
}

function requestBody(
	{ tenant, user }: Call,
	review: Review & { request: ApprovalRequest },
): Record<string, unknown> {
	const { store } = tenant;
	const own = review.votes.find((one) => one.user === user.id);
	const reviewed = { type: review.object_type, id: review.object_id, versionId: review.version_id };
	return {
		...review.request,
		...compact({
			object_id: review.object_id,
			object_type: review.object_type,
			version_id: review.version_id,
			change_date: review.change_date,
		}),
		status: approvalStatus(review),
		user_status: own?.status ?? 'N/A',
		users_info: review.request.users.flatMap((id) => {
			const known = store.users.get(id);
			return known ? [userInfo(known)] : [];
		}),
		approvals_by: review.votes.map((one) => voteBody(reviewed, one)),
	};
}

function voteBody({ type, id, versionId }: Reviewed, one: Vote): Record<string, unknown> {
	return compact({ ...one, object_id: id, object_type: type, version_id: versionId });
}

function inBulk(
	call: Call,
	{ object_type, object_ids }: z.output<typeof bulkRemoval>,
	apply: (reviewed: Reviewed) => void,
) {
	const { store } = call.tenant;
	if (object_type !== 'saved_searches')
		for (const id of object_ids) {
			const object = object_type === 'assets' ? store.assets.get(id) : store.collections.get(id);
			if (object) apply({ type: object_type, id, versionId: store.versionIdFor(object_type, id) });
		}
	const job = createJob(call.tenant, call.cause, { title: 'Set approval', type: 'SET_APPROVAL' });
	updateJob(call.tenant, job, { status: 'FINISHED' });
	return ok({ job_id: job.id });
}

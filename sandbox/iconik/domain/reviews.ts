import { approvalStatus } from '../approval';
import type { ApprovalRequest, Review, ReviewedType, Vote } from '../model';
import type { Cause, Tenant } from '../tenant';
import { addHistory } from './history';

export interface Reviewed {
	type: ReviewedType;
	id: string;
	versionId: string | undefined;
}

export function reviewOf({ store }: Tenant, { type, id, versionId }: Reviewed): Review | undefined {
	return store.reviews.get(store.reviewKey(type, id, versionId));
}

/** One reviewer's vote: it takes the place of that reviewer's earlier one. */
export function castVote(
	tenant: Tenant,
	reviewed: Reviewed,
	vote: Pick<Vote, 'user' | 'external' | 'status'>,
	cause: Cause,
): Vote {
	const cast: Vote = { ...vote, change_date: tenant.store.now() };
	change(tenant, reviewed, cause, (review) => {
		review.votes = [...review.votes.filter((other) => !isSameVoter(other, vote)), cast];
	});
	if (reviewed.type === 'assets')
		addHistory(tenant, reviewed.id, cause, {
			operation_type: vote.status === 'APPROVED' ? 'APPROVE' : 'REJECT',
			version_id: reviewed.versionId,
		});
	return cast;
}

/** Takes votes back: one reviewer's, or all. */
export function removeVotes(
	tenant: Tenant,
	reviewed: Reviewed,
	cause: Cause,
	voter?: Pick<Vote, 'user' | 'external'>,
): void {
	change(tenant, reviewed, cause, (review) => {
		review.votes = voter ? review.votes.filter((vote) => !isSameVoter(vote, voter)) : [];
	});
}

export function setRequest(
	tenant: Tenant,
	reviewed: Reviewed,
	request: ApprovalRequest | undefined,
	cause: Cause,
): void {
	change(tenant, reviewed, cause, (review) => {
		review.request = request;
	});
}

function isSameVoter(
	a: Pick<Vote, 'user' | 'external'>,
	b: Pick<Vote, 'user' | 'external'>,
): boolean {
	return a.user === b.user && a.external === b.external;
}

/** Changes a review; a status that is another one afterwards is what automations and webhooks hear of. */
function change(
	tenant: Tenant,
	reviewed: Reviewed,
	cause: Cause,
	apply: (review: Review) => void,
): void {
	const { store, index, hub, automations } = tenant;
	const key = store.reviewKey(reviewed.type, reviewed.id, reviewed.versionId);
	const review: Review = store.reviews.get(key) ?? {
		object_id: reviewed.id,
		object_type: reviewed.type,
		version_id: reviewed.versionId,
		votes: [],
	};
	const before = approvalStatus(review);
	apply(review);
	review.change_date = store.now();
	store.reviews.set(key, review);
	const object = (reviewed.type === 'assets' ? store.assets : store.collections).get(reviewed.id);
	if (object) object.date_modified = store.now();
	index.touch(reviewed.id);
	const status = approvalStatus(review);
	if (status === before) return;
	hub.publish(
		{
			event_type: reviewed.type,
			realm: 'approvals',
			operation: 'update',
			object_id: reviewed.id,
			data: {
				object_id: reviewed.id,
				object_type: reviewed.type,
				version_id: reviewed.versionId ?? null,
				status,
				change_date: review.change_date,
			},
		},
		cause,
	);
	automations.notice(
		{
			type: 'REVIEW_STATUS_CHANGED',
			objectType: reviewed.type,
			objectId: reviewed.id,
			versionId: reviewed.versionId,
			status,
		},
		cause,
	);
}

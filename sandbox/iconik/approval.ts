import type { ApprovalStatus, Review } from './model';

/**
 * The review status of one version. No source states how iconik counts the votes; this follows what its help pages say of
 * "reviewers disagree" and of the number of approvals that are needed (listed in invented.md).
 */
export function approvalStatus(review: Review | undefined): ApprovalStatus {
	if (!review) return 'N/A';
	const approvals = review.votes.filter(({ status }) => status === 'APPROVED').length;
	const rejections = review.votes.length - approvals;
	if (approvals > 0 && rejections > 0) return 'MIXED';
	if (rejections > 0) return 'NOT_APPROVED';
	if (approvals >= (review.request?.min_number ?? 1)) return 'APPROVED';
	return review.request ? 'REQUESTED' : 'N/A';
}

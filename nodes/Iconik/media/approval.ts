import type { ApprovalRequest, ApprovalStatus, Vote } from '../types';

const STATUSES: readonly string[] = ['N/A', 'REQUESTED', 'APPROVED', 'NOT_APPROVED', 'MIXED'];

/**
 * The approval of a version as its request tells it. An approval that a reviewer contradicts counts as MIXED, so that an answer
 * in which the two disagree never lets a version go live.
 */
export function statusOfRequest({ status, approvals_by }: ApprovalRequest): ApprovalStatus {
	const isRejected = (approvals_by ?? []).some((vote) => vote.status === 'NOT_APPROVED');
	if (status === 'APPROVED' && isRejected) return 'MIXED';
	return STATUSES.includes(status ?? '') ? (status as ApprovalStatus) : 'N/A';
}

/** The approval of a version that reviewers judged without having been asked. */
export function statusOfVotes(votes: readonly Vote[]): ApprovalStatus {
	const approved = votes.some(({ status }) => status === 'APPROVED');
	const rejected = votes.some(({ status }) => status === 'NOT_APPROVED');
	if (votes.some(({ status }) => status === 'MIXED') || (approved && rejected)) return 'MIXED';
	if (approved) return 'APPROVED';
	return rejected ? 'NOT_APPROVED' : 'N/A';
}

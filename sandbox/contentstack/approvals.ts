import { unprocessable } from './apiError';
import { strings, isRecord } from './records';
import type { Service } from './service';
import type { Approval, Credential, Entry, Fields, Plain } from './state';

const STATUSES: Record<number, Approval['status']> = {
	0: 'requested',
	1: 'approved',
	[-1]: 'rejected',
};

/**
 * Asks for the approval that a publish rule wants, or gives or refuses it ("Request entry publish" in the Management API): status 0 asks,
 * 1 approves, -1 rejects. Only people can, and only an approver of the rule answers.
 */
export function settleApproval(
	{ stack }: Service,
	entry: Entry,
	locale: string,
	sent: Fields,
	caller: Credential,
): void {
	const rule = stack.publishRules.get(String(sent.uid));
	const status = STATUSES[Number(sent.status ?? 0)];
	if (!rule) throw refused('publishing_rule', 'is not valid.');
	if (!status) throw refused('status', 'is not valid.');
	if (caller.kind === 'management') throw refused('authorization', 'is not a user.');
	if (status !== 'requested' && !isApprover(stack.roles, rule, caller.user))
		throw refused('authorization', 'is not an approver of this rule.');
	const version = entry.localized.get(locale)?.versions.at(-1)?.number ?? 1;
	entry.approvals = [
		...entry.approvals.filter((one) => one.rule !== rule.uid || one.locale !== locale),
		{
			rule: rule.uid,
			action: sent.action === 'unpublish' || sent.action === 'both' ? sent.action : 'publish',
			locale,
			version,
			status,
			user: caller.user,
			...(typeof sent.comment === 'string' && { comment: sent.comment }),
		},
	];
}

/** Whether a rule's approver has agreed to what the entry says now. */
export function isApproved(
	entry: Entry,
	rule: string,
	{ action, locale }: { action: 'publish' | 'unpublish'; locale: string },
): boolean {
	const newest = entry.localized.get(locale)?.versions.at(-1)?.number;
	return entry.approvals.some(
		(approval) =>
			approval.rule === rule &&
			approval.status === 'approved' &&
			approval.locale === locale &&
			approval.version === newest &&
			[action, 'both'].includes(approval.action),
	);
}

function isApprover(roles: Plain[], { approvers }: Plain, user: string): boolean {
	if (!isRecord(approvers)) return false;
	const inRole = roles.some(
		({ uid, users }) => strings(approvers.roles).includes(uid) && strings(users).includes(user),
	);
	return inRole || strings(approvers.users).includes(user);
}

function refused(key: string, message: string) {
	return unprocessable(141, 'The publish request failed.', { [key]: [message] });
}

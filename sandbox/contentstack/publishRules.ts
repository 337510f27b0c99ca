import { isApproved } from './approvals';
import type { Service } from './service';
import { asArray, isRecord, strings } from './records';
import type { Branch, Entry, Workflow } from './state';

/** Why the workflow forbids to publish an entry in an environment and locale, or nothing. */
export function publishRuleFault(
	{ stack }: Service,
	branch: Branch,
	entry: Entry,
	target: { action: 'publish' | 'unpublish'; environment: string; locale: string },
): string | undefined {
	const stage =
		entry.localized.get(target.locale)?.stage ?? entry.localized.get(stack.masterLocale)?.stage;
	for (const rule of stack.publishRules.values()) {
		const applies =
			includes(rule.content_types, entry.contentType) &&
			includes(rule.locales, target.locale) &&
			includes(rule.actions, target.action) &&
			rule.environment === target.environment;
		const needsApproval = isRecord(rule.approvers) && hasApprovers(rule.approvers);
		if (applies && needsApproval && !isApproved(entry, rule.uid, target))
			return 'needs the approval that a publish rule asks for.';
		const wanted = rule.workflow_stage;
		if (applies && wanted !== undefined && wanted !== stage?.stage)
			return 'is not in the workflow stage that a publish rule asks for.';
	}
	if (stack.behaviour.publishRule !== 'last-stage-only' || target.action !== 'publish')
		return undefined;
	const workflow = workflowOf([...stack.workflows.values()], branch, entry.contentType);
	const last = workflow?.workflow_stages.at(-1);
	return !last || last.uid === stage?.stage
		? undefined
		: `is not in the workflow stage ${last.name}.`;
}

/** The live workflow that a content type goes through on a branch. */
export function workflowOf(
	workflows: Workflow[],
	branch: Branch,
	contentType: string,
): Workflow | undefined {
	return workflows.find(
		({ enabled, branches, content_types }) =>
			enabled && branches.includes(branch.uid) && includes(content_types, contentType),
	);
}

/** Whether a rule's list, which may say `$all` or be absent, names this. */
function includes(list: unknown, name: string): boolean {
	const names = strings(list);
	return names.length === 0 || names.includes('$all') || names.includes(name);
}

function hasApprovers({ users, roles }: Record<string, unknown>): boolean {
	return asArray(users).length + asArray(roles).length > 0;
}

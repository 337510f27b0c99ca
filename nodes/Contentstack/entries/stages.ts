import { NodeOperationError } from 'n8n-workflow';
import { readList } from '../transport/paging';
import type { Stack } from '../transport/stack';
import { type Workflow, workflowsOf } from '../transport/stackLists';

export interface Stage {
	uid: string;
	name: string;
	/** Name of its workflow. */
	workflow: string;
}

/** The stages that entries of a content type can be in, in order. */
export async function stagesOf(stack: Stack, contentTypeUid: string): Promise<Stage[]> {
	const workflows = await workflowsOf(stack);
	const { branch } = stack.connection;
	return workflows
		.filter(
			({ enabled, content_types: types, branches }) =>
				enabled !== false && names(types, contentTypeUid) && names(branches, branch),
		)
		.flatMap(({ name: workflow, workflow_stages: stages = [] }: Workflow) =>
			stages.map(({ uid, name }) => ({ uid, name, workflow })),
		);
}

/** Whether a workflow's list is absent or empty, says `$all`, or has this. An empty name stands for a default that is not known. */
function names(list: string[] = [], name: string): boolean {
	return name === '' || list.length === 0 || list.includes('$all') || list.includes(name);
}

/** The stage with this UID or name. Throws with the stages that there are when none has it. */
export async function resolveStage(
	stack: Stack,
	contentTypeUid: string,
	wanted: string,
): Promise<Stage> {
	const stages = await stagesOf(stack, contentTypeUid);
	const found =
		stages.find(({ uid }) => uid === wanted) ??
		stages.find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
	if (found) return found;
	const what = wanted === '' ? 'No workflow stage is chosen' : `There is no stage "${wanted}"`;
	throw new NodeOperationError(
		stack.context.getNode(),
		`${what} for entries of ${contentTypeUid}`,
		{
			description:
				stages.length > 0
					? `There are: ${stages.map(({ name }) => name).join(', ')}`
					: 'No live workflow has this content type (Settings → Workflows).',
		},
	);
}

interface Person {
	uid: string;
	email?: string;
	first_name?: string;
	last_name?: string;
	name?: string;
}

/** The stack's users, read once. */
export async function usersOf(stack: Stack): Promise<Person[]> {
	return await stack.once(
		'users',
		async () => await readList<Person>(stack, '/stacks/users', 'users'),
	);
}

/** The stack's roles, read once. */
export async function rolesOf(stack: Stack): Promise<Person[]> {
	return await stack.once('roles', async () => await readList<Person>(stack, '/roles', 'roles'));
}

export function nameOf({ first_name: first, last_name: last, name, email, uid }: Person): string {
	return name || [first, last].filter(Boolean).join(' ') || email || uid;
}

/** People or roles by UID, e-mail or name. Throws when the stack does not have one of them. */
export function chosen(stack: Stack, known: Person[], wanted: string[], what: string): Person[] {
	return wanted.map((one) => {
		const found = known.find(
			(person) => person.uid === one || person.email === one || nameOf(person) === one,
		);
		if (found) return found;
		throw new NodeOperationError(stack.context.getNode(), `The stack has no ${what} "${one}"`, {
			description: `There are: ${known.map(nameOf).join(', ') || 'none'}`,
		});
	});
}

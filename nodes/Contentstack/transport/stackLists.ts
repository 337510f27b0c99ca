import { NodeOperationError } from 'n8n-workflow';
import { readList } from './paging';
import { Stack } from './stack';

export interface Environment {
	uid: string;
	name: string;
	urls?: Array<{ url: string; locale: string }>;
}

export interface Locale {
	code: string;
	name: string;
	/** `null` for the master language. */
	fallback_locale: string | null;
}

/** The stack's environments, read once. */
export async function environmentsOf(stack: Stack): Promise<Environment[]> {
	return await stack.once(
		'environments',
		async () => await readList<Environment>(stack, '/environments', 'environments'),
	);
}

/** The stack's languages, read once. */
export async function localesOf(stack: Stack): Promise<Locale[]> {
	return await stack.once(
		'locales',
		async () => await readList<Locale>(stack, '/locales', 'locales'),
	);
}

/** A branch and the names that stand for it. */
export interface Branch {
	uid: string;
	alias?: Array<string | { uid: string }>;
}

/** An editorial workflow with its stages in order. */
export interface Workflow {
	uid: string;
	name: string;
	enabled?: boolean;
	/** UIDs, or `$all`. */
	content_types?: string[];
	branches?: string[];
	workflow_stages?: Array<{ uid: string; name: string }>;
}

/** The stack's branches, read once. */
export async function branchesOf(stack: Stack): Promise<Branch[]> {
	return await stack.once(
		'branches',
		async () => await readList<Branch>(stack, '/stacks/branches', 'branches'),
	);
}

/** The stack's workflows, read once. */
export async function workflowsOf(stack: Stack): Promise<Workflow[]> {
	return await stack.once(
		'workflows',
		async () => await readList<Workflow>(stack, '/workflows', 'workflows'),
	);
}

/** The code of the language that all others fall back to. */
export async function masterLocaleOf(stack: Stack): Promise<string> {
	const locales = await localesOf(stack);
	return (locales.find((locale) => !locale.fallback_locale) ?? locales[0])?.code ?? 'en-us';
}

/**
 * The environments with these names or UIDs. Throws a NodeOperationError that names those that the stack has when one is unknown.
 */
export async function resolveEnvironments(stack: Stack, wanted: string[]): Promise<Environment[]> {
	if (wanted.length === 0) return [];
	const known = await environmentsOf(stack);
	return wanted.map((nameOrUid) => {
		const found = known.find(({ uid, name }) => name === nameOrUid || uid === nameOrUid);
		if (found) return found;
		throw new NodeOperationError(
			stack.context.getNode(),
			`The environment "${nameOrUid}" does not exist in this stack`,
			{ description: `There are: ${known.map(({ name }) => name).join(', ') || 'none'}` },
		);
	});
}

/** Throws a NodeOperationError that names the stack's languages when one of these is not among them. */
export async function assertLocales(stack: Stack, wanted: string[]): Promise<void> {
	const known = (await localesOf(stack)).map(({ code }) => code);
	const unknown = wanted.find((code) => !known.includes(code));
	if (unknown === undefined) return;
	throw new NodeOperationError(
		stack.context.getNode(),
		`The language "${unknown}" does not exist in this stack`,
		{ description: `There are: ${known.join(', ')}` },
	);
}

/**
 * The same stack on another branch. Throws a NodeOperationError that names the stack's branches when it has none of this name.
 * @param branch UID or alias; empty for the branch of the credential
 */
export async function onBranch(stack: Stack, branch = ''): Promise<Stack> {
	if (branch === '' || branch === stack.connection.branch) return stack;
	const known = await branchesOf(stack);
	const names = known.flatMap(({ uid, alias = [] }) => [
		uid,
		...alias.map((name) => (typeof name === 'string' ? name : name.uid)),
	]);
	if (!names.includes(branch))
		throw new NodeOperationError(
			stack.context.getNode(),
			`The branch "${branch}" does not exist in this stack`,
			{ description: `There are: ${names.join(', ')}` },
		);
	return await stack.once(
		`branch ${branch}`,
		async () => new Stack(stack.context, { ...stack.connection, branch }, stack.attempts),
	);
}

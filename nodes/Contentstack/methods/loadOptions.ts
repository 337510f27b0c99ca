import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { kindOf, readContentType } from '../schema/contentType';
import { readList } from '../transport/paging';
import { branchesOf, environmentsOf, localesOf, workflowsOf } from '../transport/stackLists';
import { chosenContentType, openForEditor } from './editor';

/** Environments by name. */
export async function getEnvironments(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const environments = await environmentsOf(await openForEditor.call(this));
	return environments.map(({ name, urls }) => ({
		name,
		value: name,
		...(urls?.[0] && { description: urls[0].url }),
	}));
}

/** Languages by code. */
export async function getLocales(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const locales = await localesOf(await openForEditor.call(this));
	return locales.map(({ code, name, fallback_locale }) => ({
		name: fallback_locale ? name : `${name} (Master)`,
		value: code,
		description: code,
	}));
}

/** Languages by code, with a choice that leaves it at the master language. */
export async function getLocalesOrMaster(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	return [{ name: 'Master Language', value: '' }, ...(await getLocales.call(this))];
}

/** Content types by title. */
export async function getContentTypes(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const stack = await openForEditor.call(this);
	const types = await readList<{ uid: string; title: string }>(
		stack,
		'/content_types',
		'content_types',
	);
	return types.map(({ uid, title }) => ({ name: title, value: uid, description: uid }));
}

/** Branches by UID. */
export async function getBranches(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const branches = await branchesOf(await openForEditor.call(this));
	return branches.map(({ uid }) => ({ name: uid, value: uid }));
}

/** Workflows by name, with a choice that leaves it open. */
export async function getWorkflows(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const workflows = await workflowsOf(await openForEditor.call(this));
	return [
		{ name: 'Any Workflow', value: '' },
		...workflows.map(({ uid, name }) => ({ name, value: uid })),
	];
}

/** The stages of the chosen workflow, or of all of them, by name. */
export async function getWorkflowStages(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const chosen = this.getCurrentNodeParameter('workflow');
	const workflows = await workflowsOf(await openForEditor.call(this));
	return workflows
		.filter(({ uid }) => !chosen || uid === chosen)
		.flatMap(({ name: workflow, workflow_stages: stages = [] }) =>
			stages.map(({ uid, name }) => ({ name, value: uid, description: workflow })),
		);
}

const MATCHABLE = ['text', 'number', 'select'];

/** The fields of the chosen content type that an entry can be found by, unique ones first. */
export async function getMatchFields(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const contentType = chosenContentType(this);
	const { schema } = await readContentType(await openForEditor.call(this), contentType);
	return schema
		.filter((field) => MATCHABLE.includes(kindOf(field)) && !field.multiple)
		.sort((a, b) => Number(b.unique ?? false) - Number(a.unique ?? false))
		.map(({ uid, display_name, unique }) => ({
			name: unique ? `${display_name} (Unique)` : display_name,
			value: uid,
			description: uid,
		}));
}

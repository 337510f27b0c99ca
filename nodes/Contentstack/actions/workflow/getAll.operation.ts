import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { readList } from '../../transport/paging';
import { limitFields, limitOf, simplifyField } from '../limitFields';
import type { ItemOperation } from '../operation';

const show = { resource: ['workflow'], operation: ['getAll'] };

export const description: INodeProperties[] = [...limitFields(show), simplifyField(show)];

interface Stage {
	uid: string;
	name: string;
	color?: string;
	next_available_stages?: string[];
	entry_lock?: string;
}

interface Workflow extends IDataObject {
	uid: string;
	name: string;
	workflow_stages?: Stage[] & IDataObject[];
}

/** Reads the editorial workflows of the stack with their stages in order. */
export const execute: ItemOperation = async function (stack, index) {
	const limit = limitOf(this, index);
	const workflows = await readList<Workflow>(stack, '/workflows', 'workflows', {}, limit);
	return this.getNodeParameter('simplify', index, true) ? workflows.map(simplified) : workflows;
};

function simplified(workflow: Workflow): IDataObject {
	const { uid, name, description, enabled, branches, content_types, workflow_stages } = workflow;
	return {
		uid,
		name,
		description,
		enabled,
		branches,
		content_types,
		stages: (workflow_stages ?? []).map((stage) => ({
			uid: stage.uid,
			name: stage.name,
			color: stage.color ?? null,
			next_stages: stage.next_available_stages ?? [],
			entry_lock: stage.entry_lock ?? null,
		})),
	};
}

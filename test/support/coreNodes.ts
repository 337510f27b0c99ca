import type {
	AssignmentCollectionValue,
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { deepCopy, NodeConnectionTypes, UserError } from 'n8n-workflow';
import type { NodeTypeMap } from './surroundings';

/**
 * Stand-ins for those of n8n's own nodes that the templates use, since n8n-nodes-base is no part of this project. They read the same
 * parameters, and refuse settings that they do not imitate. The real ones run the templates in the e2e tests.
 */
export function coreNodes(): NodeTypeMap {
	return {
		'n8n-nodes-base.manualTrigger': standIn('manualTrigger', 'trigger', passOn),
		'n8n-nodes-base.scheduleTrigger': standIn('scheduleTrigger', 'trigger', passOn),
		'n8n-nodes-base.errorTrigger': standIn('errorTrigger', 'trigger', passOn),
		'n8n-nodes-base.noOp': standIn('noOp', 'transform', passOn),
		'n8n-nodes-base.set': standIn('set', 'transform', setFields, {
			version: [3.3, 3.4],
			properties: setProperties,
		}),
		'n8n-nodes-base.if': standIn('if', 'transform', divide, {
			version: [2, 2.1, 2.2, 2.3],
			properties: ifProperties,
			outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		}),
	};
}

type Execute = (this: IExecuteFunctions) => Promise<INodeExecutionData[][]>;

function standIn(
	name: string,
	group: 'trigger' | 'transform',
	execute: Execute,
	more: Partial<INodeTypeDescription> = {},
): INodeType {
	const description: INodeTypeDescription = {
		displayName: name,
		name,
		group: [group],
		version: [1, 1.1, 1.2, 1.3],
		description: `Stands in for n8n's ${name}`,
		defaults: { name },
		inputs: group === 'trigger' ? [] : [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
		...more,
	};
	return { description, execute };
}

async function passOn(this: IExecuteFunctions) {
	return [this.getInputData()];
}

const setProperties: INodeProperties[] = [
	{ displayName: 'Mode', name: 'mode', type: 'string', default: 'manual' },
	{ displayName: 'Fields', name: 'assignments', type: 'assignmentCollection', default: {} },
	{ displayName: 'Other Fields', name: 'includeOtherFields', type: 'boolean', default: false },
	{ displayName: 'Include', name: 'include', type: 'string', default: 'all' },
	{ displayName: 'Options', name: 'options', type: 'collection', default: {}, options: [] },
];

/** Edit Fields in its manual mode. */
async function setFields(this: IExecuteFunctions) {
	return [
		this.getInputData().map((input, item): INodeExecutionData => {
			const [mode, include] = ['mode', 'include'].map((name) => this.getNodeParameter(name, item));
			if (mode !== 'manual' || include !== 'all')
				throw new UserError(
					`The stand-in for Set does not know mode "${mode}", include "${include}"`,
				);
			const others = this.getNodeParameter('includeOtherFields', item) === true;
			const json: IDataObject = others ? deepCopy(input.json) : {};
			const { assignments = [] } = this.getNodeParameter(
				'assignments',
				item,
			) as Partial<AssignmentCollectionValue>;
			for (const { name, value } of assignments) {
				if (name.includes('.')) throw new UserError('The stand-in for Set sets no nested fields');
				json[name] = value as IDataObject[string];
			}
			return {
				json,
				pairedItem: { item },
				...(others && input.binary && { binary: input.binary }),
			};
		}),
	];
}

const ifProperties: INodeProperties[] = [
	{ displayName: 'Conditions', name: 'conditions', type: 'filter', default: {} },
	{ displayName: 'Loose', name: 'looseTypeValidation', type: 'boolean', default: false },
	{ displayName: 'Options', name: 'options', type: 'collection', default: {}, options: [] },
];

/** If: the engine itself works out the conditions. */
async function divide(this: IExecuteFunctions) {
	const branches: [INodeExecutionData[], INodeExecutionData[]] = [[], []];
	for (const [item, input] of this.getInputData().entries()) {
		const pass = this.getNodeParameter('conditions', item, false, { extractValue: true });
		branches[pass ? 0 : 1].push({ ...input, pairedItem: { item } });
	}
	return branches;
}

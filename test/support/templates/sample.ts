import type { INode, INodeType } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import type { Template } from './template';

const BASE = 'n8n-nodes-base';

/** One node with every kind of parameter that the checks look into. */
export const sampleNodes: Record<string, INodeType> = {
	'n8n-nodes-sample.shelf': {
		description: {
			displayName: 'Shelf',
			name: 'shelf',
			group: ['transform'],
			version: [1],
			description: 'Keeps books',
			defaults: { name: 'Shelf' },
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			properties: [
				{
					displayName: 'Operation',
					name: 'operation',
					type: 'options',
					noDataExpression: true,
					options: [
						{ name: 'Get', value: 'get' },
						{ name: 'Put', value: 'put' },
					],
					default: 'get',
				},
				{
					displayName: 'Book',
					name: 'book',
					type: 'resourceLocator',
					default: { mode: 'list', value: '' },
					required: true,
					modes: [{ displayName: 'By ID', name: 'id', type: 'string' }],
				},
				{
					displayName: 'Title',
					name: 'title',
					type: 'string',
					default: '',
					required: true,
					displayOptions: { show: { operation: ['put'] } },
				},
				{
					displayName: 'Languages',
					name: 'languages',
					type: 'multiOptions',
					options: [{ name: 'German', value: 'de' }],
					default: [],
				},
				{
					displayName: 'Options',
					name: 'options',
					type: 'collection',
					default: {},
					options: [
						{ displayName: 'Loud', name: 'loud', type: 'boolean', default: false },
						{
							displayName: 'Count',
							name: 'count',
							type: 'number',
							default: 1,
							displayOptions: { show: { '/operation': ['put'] } },
						},
					],
				},
				{
					displayName: 'Fields',
					name: 'fields',
					type: 'fixedCollection',
					typeOptions: { multipleValues: true },
					default: {},
					options: [
						{
							displayName: 'Field',
							name: 'field',
							values: [{ displayName: 'Name', name: 'name', type: 'string', default: '' }],
						},
					],
				},
			],
		},
	},
};

const at = (
	name: string,
	type: string,
	x: number,
	y: number,
	more: Partial<INode> = {},
): INode => ({
	id: `id of ${name}`,
	name,
	type,
	typeVersion: 1,
	position: [x, y],
	parameters: {},
	...more,
});

const to = (node: string) => ({ node, type: NodeConnectionTypes.Main, index: 0 });

/** A template in which no check finds anything. */
export function sampleTemplate(): Template {
	return {
		name: 'Sample',
		active: false,
		settings: { executionOrder: 'v1' },
		nodes: [
			at('About', `${BASE}.stickyNote`, -300, -100, { parameters: { width: 240, height: 300 } }),
			at('Read', `${BASE}.stickyNote`, -20, -100, { parameters: { width: 700, height: 500 } }),
			at('Start', `${BASE}.manualTrigger`, 0, 0),
			at('Config', `${BASE}.set`, 200, 0),
			at('Shelf', 'n8n-nodes-sample.shelf', 400, 0, {
				onError: 'continueErrorOutput',
				credentials: { shelfApi: { id: '', name: 'Shelf account' } },
				parameters: {
					operation: 'put',
					book: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
					title: '={{ $("Config").item.json.title }}',
					languages: ['de'],
					options: { loud: true, count: 2 },
					fields: { field: [{ name: 'a' }] },
				},
			}),
			at('Failed', `${BASE}.noOp`, 560, 200),
		],
		connections: {
			Start: { main: [[to('Config')]] },
			Config: { main: [[to('Shelf')]] },
			Shelf: { main: [[], [to('Failed')]] },
		},
	};
}

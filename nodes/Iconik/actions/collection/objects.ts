import { NodeOperationError, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';
import { sideBySide } from '../../../../lib/batches';
import { listOf } from '../given';

/** Which objects to put into a collection or take out of it. */
export const objectFields = (operation: string): INodeProperties[] => {
	const show = { resource: ['collection'], operation: [operation] };
	return [
		{
			displayName: 'Kind',
			name: 'objectType',
			type: 'options',
			options: [
				{ name: 'Assets', value: 'assets' },
				{ name: 'Collections', value: 'collections' },
			],
			default: 'assets',
			displayOptions: { show },
		},
		{
			displayName: 'Object IDs',
			name: 'objectIds',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 2c5bfe1a-f149-11eb-a843-0a580a3db916',
			description: 'One ID, several with commas between them, or an expression that gives a list',
			displayOptions: { show },
		},
	];
};

export interface Objects {
	type: 'assets' | 'collections';
	ids: string[];
}

export function objectsOf(this: IExecuteFunctions, index: number): Objects {
	const given: unknown = this.getNodeParameter('objectIds', index, '');
	const ids = [...new Set(listOf(given))];
	const type = this.getNodeParameter('objectType', index) as Objects['type'];
	if (ids.length > 0) return { type, ids };
	throw new NodeOperationError(this.getNode(), 'No object ID is given', {
		itemIndex: index,
		description: 'Enter at least one ID, or check the expression that gives it for this item.',
	});
}

/** iconik takes one object a call. */
const WIDTH = 5;

/** Does something with each object. All are tried; when some fail, the item fails and names them. */
export async function forEachObject(
	this: IExecuteFunctions,
	ids: readonly string[],
	task: (id: string) => Promise<unknown>,
): Promise<void> {
	const outcomes = await sideBySide(ids, WIDTH, async (id) => await task(id));
	const failed = outcomes.flatMap((outcome, n) =>
		outcome.ok ? [] : [{ id: ids[n], error: outcome.error as Error }],
	);
	const [first] = failed;
	if (!first) return;
	if (ids.length === 1) return await Promise.reject(first.error);
	throw new NodeOperationError(
		this.getNode(),
		`${failed.length} of ${ids.length} objects failed: ${first.error.message}`,
		{ description: `The others are done. These failed: ${failed.map(({ id }) => id).join(', ')}` },
	);
}

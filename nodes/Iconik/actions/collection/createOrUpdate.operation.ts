import { NodeOperationError, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';
import { collectionPage } from '../../media/collection';
import { saveTree } from '../../media/collectionTree';
import { inTurn } from '../../media/inTurn';
import { pathOf, readOutline, type OutlineNode } from '../../media/outline';
import { locatedId, parentLocator } from '../collectionLocator';
import type { ItemOperation } from '../operation';

const show = { resource: ['collection'], operation: ['createOrUpdate'] };

const EXAMPLE = {
	title: 'Spring 2027',
	external_id: 'blt0123456789abcdef',
	children: ['Video', { title: 'Stills', children: ['Print', 'Web'] }],
};

export const description: INodeProperties[] = [
	{
		displayName: 'Outline',
		name: 'outline',
		type: 'json',
		typeOptions: { rows: 8 },
		default: JSON.stringify(EXAMPLE, null, 2),
		required: true,
		description:
			'The tree of collections: title, external_id, category and children, which are titles or such objects again. A child without an external_id gets one from its parent and its title.',
		displayOptions: { show },
	},
	{
		...parentLocator('Where to put the top of the tree; at the top when empty'),
		displayOptions: { show },
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show },
		options: [
			{
				displayName: 'Move to the Place in the Outline',
				name: 'move',
				type: 'boolean',
				default: false,
				description:
					'Whether to move collections that people have put elsewhere back to where the outline has them',
			},
		],
	},
];

/** Items with the same top wait for each other, so that side by side they make one tree. */
export const execute: ItemOperation = async function (iconik, index) {
	const levels = outlineOf.call(this, index);
	const top = levels[0]?.[0] as OutlineNode;
	const options = this.getNodeParameter('options', index, {}) as { move?: boolean };
	const choices = {
		parentId: locatedId.call(this, 'parentId', index) || undefined,
		move: options.move === true,
	};
	const turn = [iconik.origin, iconik.appId, 'tree', top.externalId].join('\n');
	const saved = await inTurn(turn, async () => await saveTree(iconik, levels, choices));
	const count = (wanted: string) => saved.filter(({ outcome }) => outcome === wanted).length;
	const collections = saved.map(({ node, collection, outcome }) => ({
		id: collection.id,
		external_id: node.externalId,
		title: node.title,
		path: pathOf(node),
		parent_id: collection.parent_id ?? null,
		url: collectionPage(iconik, collection.id),
		outcome,
	}));
	return {
		...collections[0],
		created: count('created'),
		updated: count('updated'),
		unchanged: count('unchanged'),
		collections,
	};
};

function outlineOf(this: IExecuteFunctions, index: number): OutlineNode[][] {
	const given: unknown = this.getNodeParameter('outline', index);
	try {
		return readOutline(typeof given === 'string' ? JSON.parse(given) : given);
	} catch (error) {
		throw new NodeOperationError(this.getNode(), (error as Error).message, {
			itemIndex: index,
			description:
				'The outline is an object with title, external_id and children. Check the parameter Outline of this item.',
		});
	}
}

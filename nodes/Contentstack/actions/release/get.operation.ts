import type { INodeProperties } from 'n8n-workflow';
import { readItems, type Release, releasePath, simplifiedRelease } from '../../releases/release';
import { simplifyField } from '../limitFields';
import type { ItemOperation } from '../operation';
import { releaseOf } from './releaseLocator';

export const description: INodeProperties[] = [
	simplifyField({ resource: ['release'], operation: ['get'] }),
];

/** Reads a release with all that it holds. */
export const execute: ItemOperation = async function (stack, index) {
	const uid = await releaseOf(this, stack, index);
	const { release } = await stack.request<{ release: Release }>({
		method: 'GET',
		path: releasePath(uid),
	});
	const items = await readItems(stack, uid);
	return this.getNodeParameter('simplify', index, true)
		? { ...simplifiedRelease(release), items_count: items.length, items }
		: { ...release, items };
};

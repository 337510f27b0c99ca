/** One collection of a tree that is to be there. */
export interface OutlineNode {
	title: string;
	externalId: string;
	category?: string;
	parent?: OutlineNode;
}

const MOST = 1000;
const DEEPEST = 20;

/**
 * A tree of collections, level by level from the top: `{ title, external_id, category, children: [...] }`. A child may be a mere
 * title. One without an external ID gets one from its parent's and its title, so that it is found again.
 * @throws Error that names what is wrong in the outline
 */
export function readOutline(given: unknown): OutlineNode[][] {
	const levels: OutlineNode[][] = [];
	const seen = new Set<string>();
	const walk = (value: unknown, depth: number, parent?: OutlineNode): void => {
		if (depth >= DEEPEST) throw new Error(`The outline has more than ${DEEPEST} levels`);
		const node = nodeOf(value, parent);
		if (seen.has(node.externalId))
			throw new Error(`The external ID "${node.externalId}" is in the outline twice`);
		if (seen.add(node.externalId).size > MOST)
			throw new Error(`The outline has more than ${MOST} collections`);
		(levels[depth] ??= []).push(node);
		for (const child of childrenOf(value, node)) walk(child, depth + 1, node);
	};
	walk(given, 0);
	return levels;
}

/** The titles from the top down to a collection. */
export function pathOf(node: OutlineNode): string {
	return node.parent ? `${pathOf(node.parent)}/${node.title}` : node.title;
}

function nodeOf(value: unknown, parent?: OutlineNode): OutlineNode {
	const place = parent ? `below "${parent.title}"` : 'at the top of the outline';
	const given = typeof value === 'string' ? { title: value } : value;
	if (typeof given !== 'object' || given === null || Array.isArray(given))
		throw new Error(`What is ${place} is not a collection: give an object with a title`);
	const { title, external_id, category } = given as Record<string, unknown>;
	if (typeof title !== 'string' || title.trim() === '')
		throw new Error(`A collection ${place} has no title`);
	const isNamed = typeof external_id === 'string' && external_id.trim() !== '';
	if (!isNamed && !parent) throw new Error('The collection at the top has no external_id');
	return {
		title: title.trim(),
		externalId: isNamed ? external_id.trim() : `${parent?.externalId}/${slug(title)}`,
		...(typeof category === 'string' && { category: category.trim() }),
		...(parent && { parent }),
	};
}

function childrenOf(value: unknown, { title }: OutlineNode): unknown[] {
	const children = (value as { children?: unknown }).children ?? [];
	if (Array.isArray(children)) return children;
	throw new Error(`The children of "${title}" are not a list`);
}

function slug(title: string): string {
	const words = title
		.normalize('NFC')
		.toLowerCase()
		.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-');
	return words.replace(/^-|-$/g, '') || 'untitled';
}

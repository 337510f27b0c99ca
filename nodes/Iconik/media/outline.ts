/** One collection of a tree that is to be there. */
export interface OutlineNode {
	title: string;
	externalId: string;
	category?: string;
	parent?: OutlineNode;
}

interface Given {
	title?: unknown;
	name?: unknown;
	external_id?: unknown;
	category?: unknown;
	children?: unknown;
}

const MOST = 1000;
const DEEPEST = 20;

/**
 * A tree of collections, level by level from the top. A child may be a mere title; one without an external ID gets one from its
 * parent's and its title, so that it is found again.
 * @throws Error that names the place in the outline that is wrong
 */
export function readOutline(given: unknown): OutlineNode[][] {
	const levels: OutlineNode[][] = [[nodeOf(given, undefined, 'the outline')]];
	const seen = new Set<string>();
	let children = childrenOf(given, 'the outline');
	check(levels[0] ?? [], seen);
	let parents = levels[0] ?? [];
	let groups = [{ parent: parents[0], children }];
	while (groups.some(({ children: some }) => some.length > 0)) {
		const level: OutlineNode[] = [];
		const next: Array<{ parent: OutlineNode; children: unknown[] }> = [];
		for (const { parent, children: some } of groups)
			for (const child of some) {
				const place = `"${parent?.title}"`;
				const node = nodeOf(child, parent, place);
				level.push(node);
				next.push({ parent: node, children: childrenOf(child, place) });
			}
		check(level, seen);
		levels.push(level);
		if (levels.length > DEEPEST || seen.size > MOST)
			throw new Error(`The outline has more than ${MOST} collections or ${DEEPEST} levels`);
		parents = level;
		groups = next;
	}
	return levels;
}

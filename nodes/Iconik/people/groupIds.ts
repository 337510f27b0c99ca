import { NodeOperationError, type INode } from 'n8n-workflow';
import type { IconikClient } from '../transport/client';
import { byPage, collect } from '../transport/paging';

const PER_PAGE = 100;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

interface Group {
	id: string;
	name?: string | null;
	alias?: string | null;
}

/**
 * The IDs of groups that are given by ID, name or alias. iconik is asked only when a name is among them.
 * @throws NodeOperationError for a name that no group or more than one has
 */
export async function groupIds(
	iconik: IconikClient,
	node: INode,
	given: readonly string[],
): Promise<string[]> {
	if (given.every((one) => UUID.test(one))) return [...new Set(given)];
	const call = { path: '/API/users/v1/groups/basic/' } as const;
	const groups = await collect(byPage<Group>(iconik, call, { perPage: PER_PAGE }));
	return [...new Set(given.map((one) => (UUID.test(one) ? one : named(groups, node, one))))];
}

function named(groups: readonly Group[], node: INode, wanted: string): string {
	const found = groups.filter(({ name, alias }) => [name, alias].includes(wanted));
	const [only] = found;
	if (only && found.length === 1) return only.id;
	throw new NodeOperationError(
		node,
		only ? `iconik has ${found.length} groups "${wanted}"` : `iconik has no group "${wanted}"`,
		{
			description: only
				? 'Give the ID of the one that is meant.'
				: `It has: ${groups.map(({ name }) => name).join(', ') || 'none that this token may see'}`,
		},
	);
}

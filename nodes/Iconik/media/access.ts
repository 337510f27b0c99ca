import { batches, sideBySide } from '../../../lib/batches';
import { groupsOf } from '../../../lib/groups';
import type { IconikClient } from '../transport/client';

export interface Principal {
	kind: 'group' | 'user';
	id: string;
}

/** All that one principal shall have on one collection. */
export interface Grant {
	collectionId: string;
	principal: Principal;
	permissions: string[];
}

interface AccessList {
	groups_acl?: Array<{ group_id?: string; permissions: string[] }>;
	users_acl?: Array<{ user_id?: string; permissions: string[] }>;
}

const ACL = '/API/acls/v1/acl/collections/' as const;
const WIDTH = 10;
/** iconik takes no more objects in one call. */
const MOST_OBJECTS = 500;

/** The grants that are not there yet. What a principal inherits from above does not count, since it goes when the collection is moved. */
export async function missingGrants(
	iconik: IconikClient,
	collectionIds: readonly string[],
	principals: readonly Principal[],
	permissions: readonly string[],
): Promise<Grant[]> {
	const outcomes = await sideBySide(collectionIds, WIDTH, async (collectionId) => {
		const path = `${ACL}${encodeURIComponent(collectionId)}/` as const;
		const list = (await iconik.find<AccessList>({ path })) ?? {};
		return principals.flatMap((principal): Grant[] => {
			const present = permissionsOf(list, principal);
			if (permissions.every((wanted) => present.includes(wanted))) return [];
			// Whether iconik adds to what a principal has, or replaces it, is not documented: so all of it is sent.
			const all = [...new Set([...present, ...permissions])].sort();
			return [{ collectionId, principal, permissions: all }];
		});
	});
	const missing: Grant[] = [];
	for (const outcome of outcomes) {
		if (!outcome.ok) return await Promise.reject(outcome.error);
		missing.push(...outcome.value);
	}
	return missing;
}

/** One call for all collections on which the same principals get the same; other principals keep what they have. */
export async function writeGrants(iconik: IconikClient, grants: readonly Grant[]): Promise<void> {
	const alike = ({ principal, permissions }: Grant) =>
		[principal.kind, principal.id, ...permissions].join('\n');
	for (const group of groupsOf(grants, alike)) {
		const { principal, permissions } = group[0] as Grant;
		for (const some of batches(group, MOST_OBJECTS))
			await iconik.request({
				method: 'PUT',
				path: ACL,
				body: {
					object_keys: some.map(({ collectionId }) => collectionId),
					[`${principal.kind}_ids`]: [principal.id],
					permissions,
					// The default would take away everybody else's access.
					mode: 'APPEND',
				},
			});
	}
}

function permissionsOf({ groups_acl, users_acl }: AccessList, { kind, id }: Principal): string[] {
	const own =
		kind === 'group'
			? groups_acl?.filter(({ group_id }) => group_id === id)
			: users_acl?.filter(({ user_id }) => user_id === id);
	return (own ?? []).flatMap(({ permissions }) => permissions);
}

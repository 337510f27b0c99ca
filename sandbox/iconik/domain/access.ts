import type { Store } from '../store';

/** Who may do what with one object. */
export interface Grants {
	users_acl: Array<{ user_id: string; permissions: string[] }>;
	groups_acl: Array<{ group_id: string; permissions: string[] }>;
}

export interface Grant {
	users: string[];
	groups: string[];
	permissions: string[];
}

export function grantsOf(store: Store, objectType: string, key: string): Grants {
	const known = store.acls.get(`${objectType}/${key}`) as Partial<Grants> | undefined;
	return { users_acl: known?.users_acl ?? [], groups_acl: known?.groups_acl ?? [] };
}

/** Gives rights on an object. Whoever is named has these and no others; the others keep theirs when it is added to. */
export function giveAccess(
	store: Store,
	objectType: string,
	key: string,
	{ users, groups, permissions }: Grant,
	isAdded: boolean,
): void {
	const kept = isAdded ? without(grantsOf(store, objectType, key), users, groups) : undefined;
	keep(store, objectType, key, {
		users_acl: [...(kept?.users_acl ?? []), ...users.map((user_id) => ({ user_id, permissions }))],
		groups_acl: [
			...(kept?.groups_acl ?? []),
			...groups.map((group_id) => ({ group_id, permissions })),
		],
	});
}

export function takeAccess(
	store: Store,
	objectType: string,
	key: string,
	{ users, groups }: Omit<Grant, 'permissions'>,
): void {
	keep(store, objectType, key, without(grantsOf(store, objectType, key), users, groups));
}

function without({ users_acl, groups_acl }: Grants, users: string[], groups: string[]): Grants {
	return {
		users_acl: users_acl.filter(({ user_id }) => !users.includes(user_id)),
		groups_acl: groups_acl.filter(({ group_id }) => !groups.includes(group_id)),
	};
}

function keep(store: Store, objectType: string, key: string, grants: Grants): void {
	const id = `${objectType}/${key}`;
	store.acls.set(id, { id, ...grants });
}

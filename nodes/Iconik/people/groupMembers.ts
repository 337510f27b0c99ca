import { byPage, collect } from '../transport/paging';
import type { IconikClient } from '../transport/client';
import type { User } from '../types';

/** iconik gives no more users than this in one page. */
const PER_PAGE = 100;

interface Member extends User {
	status?: string | null;
}

/** Users and the members of groups, each once. Groups bring only their active members; a user who is named is taken as named. */
export async function membersOf(
	iconik: IconikClient,
	userIds: readonly string[],
	groupIds: readonly string[],
): Promise<string[]> {
	const groups = await Promise.all(
		groupIds.map(async (group) => {
			const call = { path: '/API/users/v1/users/basic/', query: { groups: group } } as const;
			return await collect(byPage<Member>(iconik, call, { perPage: PER_PAGE }));
		}),
	);
	const active = groups.flat().filter(({ status }) => (status ?? 'ACTIVE') === 'ACTIVE');
	return [...new Set([...userIds, ...active.map(({ id }) => id)])];
}

/** The users with these IDs, as far as iconik knows them. */
export async function usersById(iconik: IconikClient, ids: readonly string[]): Promise<User[]> {
	if (ids.length === 0) return [];
	const call = { path: '/API/users/v1/users/basic/', query: { ids: ids.join(',') } } as const;
	return await collect(byPage<User>(iconik, call, { perPage: PER_PAGE }));
}

/** As people write it: first and last name, or the address. */
export const nameOf = ({ first_name, last_name, email, id }: User): string =>
	[first_name, last_name].filter(Boolean).join(' ') || email || id;

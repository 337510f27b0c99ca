import { z } from 'zod';
import { compact, created, found, noContent, ok } from '../answers';
import type { Api, Call } from '../api';
import { newId } from '../ids';
import type { User, Wire } from '../model';
import { bool, email, nonEmpty, oneOf, text, uuid, uuids } from '../schemas';
import { userBody, userIn } from './users';

const person = z.object({
	email,
	first_name: nonEmpty,
	last_name: text.optional(),
	groups: uuids.optional(),
	primary_group: uuid.optional(),
	status: oneOf('INACTIVE', 'ACTIVE', 'BLOCKED', 'DELETED').optional(),
	type: oneOf('POWER', 'STANDARD', 'BROWSE_ONLY', 'BROWSE_API_ONLY'),
	is_admin: bool.optional(),
	password: text.optional(),
});
const group = z.object({
	name: nonEmpty,
	alias: text.optional(),
	description: text.optional(),
	external_id: text.nullish(),
	roles: z.array(text).optional(),
});

/** Making, changing and removing people and groups. */
export function peopleRoutes(api: Api): void {
	userRoutes(api);
	groupRoutes(api);
}

function userRoutes(api: Api): void {
	api.on('POST', 'users', '/v1/users/', 'can_create_users', (call) => {
		const { store } = call.tenant;
		const { password, ...sent } = call.read(person);
		const user: User = {
			last_name: '',
			status: 'ACTIVE',
			is_admin: false,
			groups: [],
			...known({ ...sent, groups: sent.groups ?? [] }),
			id: newId(),
			date_created: store.now(),
			withoutRoles: new Set(),
		};
		store.users.set(user.id, user);
		if (password !== undefined) store.passwords.set(user.id, password);
		return created(userBody(call, user));
	});
	const change = (call: Call, user: User, isWhole: boolean) => {
		const { password, ...sent } = call.read(
			isWhole ? person.partial({ email: true, type: true }) : person.partial(),
		);
		if (password !== undefined) call.tenant.store.passwords.set(user.id, password);
		return ok(userBody(call, Object.assign(user, known(sent))));
	};
	for (const method of ['PATCH', 'PUT'] as const) {
		api.on(method, 'users', '/v1/users/current/', '', (call) =>
			change(call, call.user, method === 'PUT'),
		);
		api.on(method, 'users', '/v1/users/:user_id/', 'can_write_users', (call) =>
			change(call, userIn(call), method === 'PUT'),
		);
	}
	api.on('DELETE', 'users', '/v1/users/:user_id/', 'can_delete_users', (call) => {
		userIn(call).status = 'DELETED';
		return noContent();
	});
}

/** What is kept of a person. The first of the groups is the primary one. */
function known<T extends Partial<z.output<typeof person>>>({ primary_group, groups, ...sent }: T) {
	const first = primary_group && groups ? [primary_group, ...groups] : groups;
	return { ...compact(sent), ...(first && { groups: [...new Set(first)] }) };
}

function groupRoutes(api: Api): void {
	const one = '/v1/groups/:group_id/';
	const groupIn = ({ tenant, params }: Call): Wire =>
		found(tenant.store.groups.get(params.group_id ?? ''), 'Group');
	api.on('POST', 'users', '/v1/groups/', 'can_write_groups', (call) => {
		const { store } = call.tenant;
		const now = store.now();
		const dates = { date_created: now, date_modified: now };
		const made: Wire = { roles: [], ...compact(call.read(group)), ...dates, id: newId() };
		store.groups.set(made.id, made);
		return created(made);
	});
	for (const method of ['PATCH', 'PUT'] as const)
		api.on(method, 'users', one, 'can_write_groups', (call) => {
			const sent = call.read(method === 'PUT' ? group : group.partial());
			const date_modified = call.tenant.store.now();
			return ok(Object.assign(groupIn(call), compact(sent), { date_modified }));
		});
	api.on('DELETE', 'users', one, 'can_delete_groups', (call) => {
		const { id } = groupIn(call);
		const { store } = call.tenant;
		store.groups.delete(id);
		for (const user of store.users.values())
			user.groups = user.groups.filter((other) => other !== id);
		return noContent();
	});
}

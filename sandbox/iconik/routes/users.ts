import { type Answer, found, ok, omit } from '../answers';
import type { Api, Call } from '../api';
import type { User, Wire } from '../model';
import { csv, page, sorted } from '../paging';

const CAP = { maxPerPage: 100, extra: { facets: {} } };

export function userRoutes(api: Api): void {
	api.on('GET', 'users', '/v1/users/current/', '', (call) => ok(userBody(call, call.user)));
	api.on('GET', 'users', '/v1/users/current/roles/', '', (call) => rolesOf(api, call.user));
	api.on('GET', 'users', '/v1/users/', 'can_read_users', listUsers);
	api.on('GET', 'users', '/v1/users/basic/', '', listUsers);
	api.on('GET', 'users', '/v1/users/:user_id/', 'can_read_users', (call) =>
		ok(userBody(call, userIn(call))),
	);
	api.on('GET', 'users', '/v1/users/:user_id/roles/', 'can_read_users', (call) =>
		rolesOf(api, userIn(call)),
	);
	api.on('GET', 'users', '/v1/groups/', 'can_read_groups', listGroups);
	api.on('GET', 'users', '/v1/groups/basic/', '', listGroups);
	api.on('GET', 'users', '/v1/groups/:group_id/', 'can_read_groups', ({ tenant, params }) =>
		ok(found(tenant.store.groups.get(params.group_id ?? ''), 'Group')),
	);
	api.on('POST', 'users', '/v1/groups/:group_id/users/:user_id/', 'can_write_groups', (call) => {
		const user = userIn(call);
		const { id } = found(call.tenant.store.groups.get(call.params.group_id ?? ''), 'Group');
		user.groups = [...new Set([...user.groups, id])];
		return { status: 201, body: userBody(call, user) };
	});
	api.on('DELETE', 'users', '/v1/groups/:group_id/users/:user_id/', 'can_delete_groups', (call) => {
		const user = userIn(call);
		user.groups = user.groups.filter((id) => id !== call.params.group_id);
		return ok(userBody(call, user));
	});
}

export function userBody({ tenant }: Call, user: User): Record<string, unknown> {
	const { systemDomainId } = tenant.store;
	return {
		...omit(user, 'withoutRoles'),
		...(user.groups[0] ? { primary_group: user.groups[0] } : {}),
		date_modified: user.date_created,
		is_super_admin: false,
		hide_email: false,
		hide_phone: true,
		photo: '',
		system_domain_id: systemDomainId,
		system_domains: [systemDomainId],
		system_name: 'iconik',
	};
}

export function userIn({ tenant, params }: Call): User {
	return found(tenant.store.users.get(params.user_id ?? ''), 'User');
}

function rolesOf(api: Api, user: User): Answer {
	return ok({ objects: [...api.roles].filter((role) => !user.withoutRoles.has(role)).sort() });
}

function listUsers(call: Call): Answer {
	const { query, email, first_name, last_name, status, groups, sort } = call.query;
	const ids = csv(call, 'ids');
	const emails = csv(call, 'emails');
	const users = [...call.tenant.store.users.values()]
		.filter((user) => !ids || ids.includes(user.id))
		.filter((user) => !emails || emails.includes(user.email))
		.filter((user) => !email || user.email === email)
		.filter((user) => !first_name || user.first_name === first_name)
		.filter((user) => !last_name || user.last_name === last_name)
		.filter((user) => !status || user.status === status)
		.filter((user) => !groups || groups.split(',').some((id) => user.groups.includes(id)))
		.filter((user) => matches(query, user.email, user.first_name, user.last_name))
		.map((user) => userBody(call, user));
	return page(call, sorted(users, sort), CAP);
}

function listGroups(call: Call): Answer {
	const { query, name, alias, sort } = call.query;
	const ids = csv(call, 'ids');
	const groups = [...call.tenant.store.groups.values()]
		.filter((group: Wire) => !ids || ids.includes(group.id))
		.filter((group) => !name || group.name === name)
		.filter((group) => !alias || group.alias === alias)
		.filter((group) => matches(query, String(group.name)));
	return page(call, sorted(groups, sort), CAP);
}

/** `query` is a wildcard match on any part of the text. */
function matches(query: string | undefined, ...texts: string[]): boolean {
	const wanted = query?.replace(/\*/g, '').toLowerCase();
	return !wanted || texts.join(' ').toLowerCase().includes(wanted);
}

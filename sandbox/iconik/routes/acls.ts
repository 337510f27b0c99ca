import { z } from 'zod';
import { created, found, noContent, notFound, ok } from '../answers';
import type { Api, Call } from '../api';
import { giveAccess, grantsOf, takeAccess } from '../domain/access';
import { newId } from '../ids';
import type { Wire } from '../model';
import { nonEmpty, oneOf, text, uuids } from '../schemas';

const permissions = z.array(oneOf('read', 'write', 'delete', 'change-acl'));
const keys = z.array(text).max(500, 'Longer than maximum length 500.');
const grant = z.object({
	object_keys: keys,
	permissions,
	user_ids: uuids.optional(),
	group_ids: uuids.optional(),
	mode: oneOf('APPEND', 'OVERWRITE').default('OVERWRITE'),
});
const withdrawal = z.object({
	object_keys: keys,
	user_ids: uuids.default([]),
	group_ids: uuids.default([]),
});

/** Access lists are kept and shown; they do not yet hold anyone back. A grant replaces what is there unless it says APPEND. */
export function aclRoutes(api: Api): void {
	templateRoutes(api);
	api.on('PUT', 'acls', '/v1/acl/:object_type/', 'can_write_acls', (call) => {
		const { object_keys, user_ids = [], group_ids = [], mode, ...sent } = call.read(grant);
		const given = { users: user_ids, groups: group_ids, permissions: sent.permissions };
		for (const key of object_keys)
			giveAccess(call.tenant.store, objectType(call), key, given, mode === 'APPEND');
		return ok({ updated_object_keys: object_keys });
	});
	api.on('DELETE', 'acls', '/v1/acl/:object_type/', 'can_delete_acls', (call) => {
		const { object_keys, user_ids, group_ids } = call.read(withdrawal);
		for (const key of object_keys)
			takeAccess(call.tenant.store, objectType(call), key, { users: user_ids, groups: group_ids });
		return ok();
	});
	const one = '/v1/acl/:object_type/:object_key/';
	api.on('GET', 'acls', one, 'can_read_acls', (call) =>
		ok({
			...grantsOf(call.tenant.store, objectType(call), objectKey(call)),
			inherited_users_acl: [],
			inherited_groups_acl: [],
			propagating_users_acl: [],
			propagating_groups_acl: [],
		}),
	);
	api.on('GET', 'acls', `${one}permissions/`, '', () =>
		ok({ permissions: ['read', 'write', 'delete', 'change-acl'] }),
	);
	ownerRoutes(api, 'users');
	ownerRoutes(api, 'groups');
}

/** The rights of one user or one group on one object. */
function ownerRoutes(api: Api, kind: 'users' | 'groups'): void {
	const name = kind === 'users' ? 'user_id' : 'group_id';
	const path = `/v1/${kind}/:${name}/acl/:object_type/:object_key/`;
	const ownerOf = ({ params }: Call): string => params[name] ?? '';
	const rightsOf = (call: Call): string[] | undefined => {
		const { users_acl, groups_acl } = grantsOf(
			call.tenant.store,
			objectType(call),
			objectKey(call),
		);
		const all =
			kind === 'users'
				? users_acl.map(({ user_id, ...more }) => ({ owner: user_id, ...more }))
				: groups_acl.map(({ group_id, ...more }) => ({ owner: group_id, ...more }));
		return all.find(({ owner }) => owner === ownerOf(call))?.permissions;
	};
	const shown = (call: Call, rights: string[]) => ({
		[name]: ownerOf(call),
		object_type: objectType(call),
		object_key: objectKey(call),
		permissions: rights,
	});
	const only = (call: Call) => ({
		users: kind === 'users' ? [ownerOf(call)] : [],
		groups: kind === 'groups' ? [ownerOf(call)] : [],
	});

	api.on('GET', 'acls', path, 'can_read_acls', (call) => {
		const rights = rightsOf(call);
		if (!rights) throw notFound('ACL');
		return ok(shown(call, rights));
	});
	api.on('PUT', 'acls', path, 'can_write_acls', (call) => {
		const sent = call.read(z.object({ permissions })).permissions;
		const isNew = rightsOf(call) === undefined;
		const given = { ...only(call), permissions: sent };
		giveAccess(call.tenant.store, objectType(call), objectKey(call), given, true);
		return isNew ? created(shown(call, sent)) : ok(shown(call, sent));
	});
	api.on('DELETE', 'acls', path, 'can_delete_acls', (call) => {
		if (!rightsOf(call)) throw notFound('ACL');
		takeAccess(call.tenant.store, objectType(call), objectKey(call), only(call));
		return noContent();
	});
}

/** Templates have a name; what they hold is set in iconik's pages. */
function templateRoutes(api: Api): void {
	const path = '/v1/acl/templates/';
	const one = `${path}:template_id/`;
	const template = z.object({ name: nonEmpty });
	const templateOf = ({ tenant, params }: Call): Wire =>
		found(tenant.store.aclTemplates.get(params.template_id ?? ''), 'ACL template');
	api.on('GET', 'acls', path, 'can_read_acl_templates', ({ tenant }) =>
		ok({ objects: [...tenant.store.aclTemplates.values()] }),
	);
	api.on('POST', 'acls', path, 'can_write_acl_templates', (call) => {
		const { store } = call.tenant;
		const now = store.now();
		const made = {
			...call.read(template),
			id: newId(),
			date_created: now,
			date_modified: now,
		};
		store.aclTemplates.set(made.id, made);
		return created(made);
	});
	api.on('GET', 'acls', one, 'can_read_acl_templates', (call) => ok(templateOf(call)));
	for (const method of ['PATCH', 'PUT'] as const)
		api.on(method, 'acls', one, 'can_write_acl_templates', (call) => {
			const date_modified = call.tenant.store.now();
			return ok(Object.assign(templateOf(call), call.read(template), { date_modified }));
		});
	api.on('DELETE', 'acls', one, 'can_delete_acl_templates', (call) => {
		call.tenant.store.aclTemplates.delete(templateOf(call).id);
		return noContent();
	});
	api.on('POST', 'acls', `${one}:object_type/:object_key/`, '', (call) => {
		templateOf(call);
		return ok();
	});
}

const objectType = ({ params }: Call): string => params.object_type ?? '';
const objectKey = ({ params }: Call): string => params.object_key ?? '';

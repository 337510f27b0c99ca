import { z } from 'zod';
import { ok } from '../answers';
import type { Api } from '../api';
import { oneOf, text, uuids } from '../schemas';

const permission = oneOf('read', 'write', 'delete', 'change-acl');
const grant = z.object({
	object_keys: z.array(text).max(500, 'Longer than maximum length 500.'),
	permissions: z.array(permission),
	user_ids: uuids.optional(),
	group_ids: uuids.optional(),
	mode: oneOf('APPEND', 'OVERWRITE').default('OVERWRITE'),
});

interface Grants {
	users_acl: Array<{ user_id: string; permissions: string[] }>;
	groups_acl: Array<{ group_id: string; permissions: string[] }>;
}

/** Access lists are kept and shown; they do not yet hold anyone back. A grant replaces what is there unless it says APPEND. */
export function aclRoutes(api: Api): void {
	api.on('PUT', 'acls', '/v1/acl/:object_type/', 'can_write_acls', (call) => {
		const { object_keys, permissions, user_ids = [], group_ids = [], mode } = call.read(grant);
		const { acls } = call.tenant.store;
		for (const key of object_keys) {
			const id = `${call.params.object_type}/${key}`;
			const known = mode === 'APPEND' ? (acls.get(id) as unknown as Grants | undefined) : undefined;
			acls.set(id, {
				id,
				users_acl: [
					...(known?.users_acl ?? []).filter(({ user_id }) => !user_ids.includes(user_id)),
					...user_ids.map((user_id) => ({ user_id, permissions })),
				],
				groups_acl: [
					...(known?.groups_acl ?? []).filter(({ group_id }) => !group_ids.includes(group_id)),
					...group_ids.map((group_id) => ({ group_id, permissions })),
				],
			});
		}
		return ok({ updated_object_keys: object_keys });
	});
	api.on(
		'GET',
		'acls',
		'/v1/acl/:object_type/:object_key/',
		'can_read_acls',
		({ tenant, params }) => {
			const known = tenant.store.acls.get(`${params.object_type}/${params.object_key}`);
			return ok({
				users_acl: known?.users_acl ?? [],
				groups_acl: known?.groups_acl ?? [],
				inherited_users_acl: [],
				inherited_groups_acl: [],
				propagating_users_acl: [],
				propagating_groups_acl: [],
			});
		},
	);
	api.on('GET', 'acls', '/v1/acl/:object_type/:object_key/permissions/', '', () =>
		ok({ permissions: ['read', 'write', 'delete', 'change-acl'] }),
	);
}

import type { IDataObject } from 'n8n-workflow';

/** The facts of a person that most workflows need. */
export const simplifiedUser = (user: IDataObject): IDataObject => ({
	id: user.id,
	email: user.email ?? null,
	first_name: user.first_name ?? '',
	last_name: user.last_name ?? '',
	status: user.status ?? null,
	type: user.type ?? null,
	is_admin: user.is_admin === true,
	groups: user.groups ?? [],
	primary_group: user.primary_group ?? null,
});

/** The facts of a group, without its many roles. */
export const simplifiedGroup = (group: IDataObject): IDataObject => ({
	id: group.id,
	name: group.name ?? '',
	alias: group.alias ?? null,
	description: group.description ?? null,
	external_id: group.external_id ?? null,
	is_saml_group: group.is_saml_group === true,
});

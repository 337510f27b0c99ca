import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { nameOf, rolesOf, stagesOf, usersOf } from '../entries/stages';
import { chosenContentType, openForEditor } from './editor';

/** The stages of the live workflow that the chosen content type goes through, in order. */
export async function getEntryStages(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const contentType = chosenContentType(this);
	const stages = await stagesOf(await openForEditor.call(this), contentType);
	return stages.map(({ uid, name, workflow }) => ({ name, value: uid, description: workflow }));
}

/** The stack's users by name. */
export async function getUsers(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const users = await usersOf(await openForEditor.call(this));
	return users.map((user) => ({
		name: nameOf(user),
		value: user.uid,
		...(user.email && { description: user.email }),
	}));
}

/** The stack's roles by name. */
export async function getRoles(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const roles = await rolesOf(await openForEditor.call(this));
	return roles.map((role) => ({ name: nameOf(role), value: role.uid }));
}

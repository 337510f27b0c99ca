import type { IDataObject } from 'n8n-workflow';
import type { Identity } from './verify';

/** Whose changes are wanted. */
export interface Senders {
	/** IDs of users; empty means everybody. */
	users?: string[];
	/** Whether changes by the user of the token are left out. */
	ignoreOwnChanges?: boolean;
}

const PLAIN_ID = /^[\w-]+$/;

/**
 * The condition under which iconik sends an event at all, in its webhook query language: fields of the event with `=` and `!=`,
 * joined by AND and OR (iconik's OpenAPI file of the notifications service, `query` of a webhook).
 */
export function queryOf(
	condition: string,
	{ users = [], ignoreOwnChanges }: Senders,
	{ userId }: Identity,
): string {
	const wanted = users.every((id) => PLAIN_ID.test(id))
		? users.map((id) => `user_id="${id}"`).join(' OR ')
		: '';
	const parts = [condition, wanted, ignoreOwnChanges ? `user_id!="${userId}"` : ''].filter(Boolean);
	return parts.length > 1 ? parts.map((part) => `(${part})`).join(' AND ') : (parts[0] ?? '');
}

/** Whether the event comes from somebody whose changes are wanted. An event that names nobody passes. */
export function isFromWanted(
	{ user_id }: IDataObject,
	{ users = [], ignoreOwnChanges }: Senders,
	{ userId }: Identity,
): boolean {
	if (typeof user_id !== 'string') return true;
	if (ignoreOwnChanges && user_id === userId) return false;
	return users.length === 0 || users.includes(user_id);
}

import type { IDataObject } from 'n8n-workflow';
import type { IconikClient } from '../transport/client';

/** How something that iconik calls out with is doing. */
export interface Health {
	healthy: boolean;
	status: string;
	/** Why it does not work, in a sentence; `null` when it does. */
	problem: string | null;
	last_error: string | null;
	failing_since: string | null;
}

/** What an administrator set up to tell other programs: webhooks, custom actions, automations. */
export interface Registered extends IDataObject {
	id: string;
	name?: string | null;
	title?: string | null;
	url?: string | null;
	status?: string | null;
	headers?: Record<string, string> | null;
}

/** What the three have in common. None of their lists has pages. */
export interface RegistrationKind {
	resource: 'webhook' | 'customAction' | 'automation';
	/** As in a sentence. */
	noun: string;
	searchListMethod: string;
	list: (iconik: IconikClient) => Promise<Registered[]>;
	/** @param iconik for what has to be looked up elsewhere */
	health: (iconik: IconikClient, one: Registered) => Promise<Health>;
	/** Switches it on, with all else as it is. */
	enable: (iconik: IconikClient, one: Registered) => Promise<Registered>;
	remove: (iconik: IconikClient, one: Registered) => Promise<void>;
}

export const labelOf = ({ name, title, url, id }: Registered): string => name || title || url || id;

/** Only these members of an object, as far as it has them. */
export function pick(one: IDataObject, names: readonly string[]): IDataObject {
	return Object.fromEntries(
		names.filter((name) => one[name] !== undefined).map((name) => [name, one[name]]),
	);
}

import { issueToken } from '../authentication';
import { idOf } from '../ids';
import type { User } from '../model';
import type { Store } from '../store';

/** What a client needs to call the API. */
export interface Connection {
	appId: string;
	authToken: string;
	systemDomainId: string;
}

const TOKEN = 'sandbox-iconik-token-7d1f0c5e2b9a4f86';

/** A tenant as an administrator finds it on the first day: one user, one application with a token, the storages. */
export function seedEmpty(store: Store): Connection {
	store.systemDomainId = idOf('system-domain');
	store.appId = idOf('app');
	const user = addUser(store, {
		name: 'integration',
		email: 'integration@haldenoutdoor.example',
		first_name: 'Contentstack',
		last_name: 'Integration',
		is_admin: true,
	});
	store.integrationUserId = user.id;
	const date = store.now();
	store.apps.set(store.appId, {
		id: store.appId,
		name: 'n8n',
		default_user_id: user.id,
		system_domain_id: store.systemDomainId,
		date_created: date,
		date_modified: date,
	});
	issueToken(store, { appId: store.appId, userId: user.id, token: TOKEN });
	for (const purpose of ['FILES', 'PROXIES', 'KEYFRAMES', 'EXPORTS']) addStorage(store, purpose);
	addBuiltInRelationTypes(store);
	return { appId: store.appId, authToken: TOKEN, systemDomainId: store.systemDomainId };
}

export function addUser(
	store: Store,
	person: Pick<User, 'email' | 'first_name' | 'last_name'> & Partial<User> & { name: string },
): User {
	const { name, ...fields } = person;
	const user: User = {
		id: idOf(`user:${name}`),
		groups: [],
		status: 'ACTIVE',
		type: 'POWER',
		is_admin: false,
		date_created: store.now(),
		withoutRoles: new Set(),
		...fields,
	};
	store.users.set(user.id, user);
	return user;
}

function addStorage(store: Store, purpose: string): void {
	const id = idOf(`storage:${purpose}`);
	store.storages.set(id, {
		id,
		name: `${purpose.charAt(0)}${purpose.slice(1).toLowerCase()} storage`,
		purpose,
		method: 'GCS',
		status: 'ACTIVE',
		default: true,
		settings: {},
		version: '4.0',
	});
}

function addBuiltInRelationTypes(store: Store): void {
	const date = store.now();
	const types = [
		['Duplicate', 'Duplicate', 'Duplicate'],
		['ParentChild', 'Parent', 'Child'],
		['ProductSource', 'Product of', 'Source for'],
		['Promo', 'Promo of', 'Promo for'],
		['Sibling', 'Sibling', 'Sibling'],
		['Use', 'Used in', 'Uses'],
		['Component', 'Component of', 'Consists of'],
	] as const;
	for (const [name, source_label, destination_label] of types)
		store.relationTypes.set(name, {
			id: name,
			name,
			source_label,
			destination_label,
			is_directional: source_label !== destination_label,
			is_system: true,
			date_created: date,
			date_modified: date,
		});
}

import { z } from 'zod';
import type { PersonAction } from '../../kit/controlApi';
import type { Tenant } from '../tenant';
import { archiveAsset, transferAsset, unarchiveAsset } from '../domain/storages';
import { newId } from '../ids';
import type { Wire } from '../model';
import type { Store } from '../store';
import { action, causeOf, theAsset } from './people';

export function administrationActions(tenant: Tenant): Record<string, PersonAction> {
	const { store } = tenant;
	return {
		'revoke-token': action({
			description:
				"An administrator revokes the integration's token: every call is answered with 401 from now on.",
			input: z.object({}).strict(),
			run: () => {
				for (const { id, user_id } of store.tokens.values())
					if (user_id === store.integrationUserId) store.tokens.delete(id);
			},
		}),
		'set-role': action({
			description: 'An administrator takes a role from the integration user, or gives it back.',
			input: z.object({ role: z.string().regex(/^can_\w+$/), granted: z.boolean() }).strict(),
			run: ({ role, granted }) => {
				const user = store.users.get(store.integrationUserId);
				if (granted) user?.withoutRoles.delete(role);
				else user?.withoutRoles.add(role);
			},
		}),
		'set-job-answers': action({
			description:
				'iconik answers changes of jobs with 201 from now on, as some clients saw, or with 200.',
			input: z.object({ status: z.union([z.literal(200), z.literal(201)]) }).strict(),
			run: ({ status }) => {
				store.jobChangeStatus = status;
			},
		}),
		'move-on-premises': action({
			description:
				"An asset's originals move to a storage on the customer's own premises: listed, but not to be fetched.",
			input: z.object({ asset_id: z.string() }).strict(),
			run: ({ asset_id }) => {
				const { id } = onPremises(store);
				transferAsset(tenant, theAsset(tenant, asset_id), id, causeOf(tenant));
			},
		}),
		'archive-asset': action({
			description: 'An asset goes into the archive: its media are offline.',
			input: z.object({ asset_id: z.string() }).strict(),
			run: ({ asset_id }) =>
				archiveAsset(tenant, theAsset(tenant, asset_id), undefined, causeOf(tenant)),
		}),
		'unarchive-asset': action({
			description: 'An asset comes back from the archive.',
			input: z.object({ asset_id: z.string() }).strict(),
			run: ({ asset_id }) =>
				unarchiveAsset(tenant, theAsset(tenant, asset_id), undefined, causeOf(tenant)),
		}),
		'set-sharing': action({
			description: 'An administrator switches sharing on or off for everyone.',
			input: z.object({ enabled: z.boolean() }).strict(),
			run: ({ enabled }) => {
				store.sharingEnabled = enabled;
			},
		}),
	};
}

/** The gateway's storage, made when first needed. */
function onPremises(store: Store): Wire {
	const known = [...store.storages.values()].find(({ method }) => method === 'FILE');
	if (known) return known;
	const made = {
		id: newId(),
		name: 'Edit suite',
		purpose: 'FILES',
		method: 'FILE',
		status: 'ACTIVE',
		default: false,
		settings: {},
		isg_version: '1.5',
		version: '4.0',
	};
	store.storages.set(made.id, made);
	return made;
}

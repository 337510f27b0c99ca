import { z } from 'zod';
import { BadAction, type PersonAction } from '../../kit/controlApi';
import { fireCustomAction } from '../events/customActions';
import type { Tenant } from '../tenant';
import { action, by, causeOf } from './people';

export function eventActions(tenant: Tenant): Record<string, PersonAction> {
	return {
		'fire-custom-action': action({
			description: 'Somebody picks a custom action from the menu of some assets or collections.',
			input: z
				.object({
					action_id: z.string(),
					asset_ids: z.array(z.string()).default([]),
					collection_ids: z.array(z.string()).default([]),
					metadata_values: z.record(z.unknown()).optional(),
					by,
				})
				.strict(),
			run: async ({ action_id, by: person, ...on }) => {
				const known = tenant.store.customActions.get(action_id);
				if (!known) throw new BadAction(`action_id: there is no custom action "${action_id}"`);
				const { status } = await fireCustomAction(tenant, known, {
					...on,
					userId: causeOf(tenant, person).userId,
					context: String(known.context),
					metadata_view_id: (known.metadata_view as string | undefined) ?? null,
				});
				return { status };
			},
		}),
		'fire-webhook': action({
			description:
				'Something happens that webhooks hear of, with any event type, realm, operation and data.',
			input: z
				.object({
					event_type: z.string().min(1),
					realm: z.string().min(1),
					operation: z.string().min(1),
					object_id: z.string(),
					data: z.record(z.unknown()).default({}),
					by,
				})
				.strict(),
			run: ({ by: person, ...happening }) => {
				const cause = causeOf(tenant, person);
				tenant.hub.publish(happening, cause);
				return { request_id: cause.requestId };
			},
		}),
	};
}

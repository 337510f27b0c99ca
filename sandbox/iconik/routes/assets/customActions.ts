import { z } from 'zod';
import { compact, created, found, noContent, ok } from '../../answers';
import type { Api, Call } from '../../api';
import { fireCustomAction } from '../../events/customActions';
import { newId } from '../../ids';
import type { Wire } from '../../model';
import { bool, metadataValues, nonEmpty, oneOf, text, uuid, uuids, webUrl } from '../../schemas';

const contexts = [
	'ASSET',
	'ASSET_SUBCLIP',
	'SHARED_ASSET',
	'COLLECTION',
	'SHARED_COLLECTION',
	'BULK',
	'SAVED_SEARCH',
	'NONE',
] as const;
const creation = z.object({
	context: oneOf(...contexts),
	title: nonEmpty,
	url: webUrl,
	type: oneOf('OPEN', 'POST').default('POST'),
	headers: z.record(text).default({}),
	app_id: uuid.nullish(),
	metadata_view: uuid.nullish(),
	disabled: bool.default(false),
});
const patch = z.object({
	title: nonEmpty.optional(),
	url: webUrl.optional(),
	type: oneOf('OPEN', 'POST').optional(),
	headers: z.record(text).optional(),
	app_id: uuid.nullish(),
	metadata_view: uuid.nullish(),
	disabled: bool.optional(),
});
const callback = z.object({
	asset_ids: uuids.optional(),
	collection_ids: uuids.optional(),
	saved_search_ids: uuids.optional(),
	metadata_values: metadataValues.nullish(),
	metadata_view_id: uuid.nullish(),
});

export function customActionRoutes(api: Api): void {
	const base = '/v1/custom_actions';
	const one = `${base}/:context/:action_id`;

	api.on('GET', 'assets', `${base}/`, 'can_read_custom_actions', ({ tenant }) =>
		ok({ objects: [...tenant.store.customActions.values()] }),
	);
	api.on('GET', 'assets', `${base}/:context/`, 'can_read_custom_actions', ({ tenant, params }) =>
		ok({
			objects: [...tenant.store.customActions.values()].filter(
				({ context }) => context === params.context,
			),
		}),
	);
	api.on('POST', 'assets', `${base}/:context/`, '', (call) => {
		const { store } = call.tenant;
		const sent = call.read(creation);
		const now = store.now();
		const action: Wire = {
			...compact(sent),
			context: sent.context,
			id: newId(),
			status: 'HEALTHY',
			date_created: now,
			date_modified: now,
			system_domain_id: store.systemDomainId,
		};
		store.customActions.set(action.id, action);
		return created(action);
	});
	// Documented as 201 for reading.
	api.on('GET', 'assets', `${one}/`, 'can_read_custom_actions', (call) => created(actionOf(call)));
	for (const method of ['PUT', 'PATCH'] as const)
		api.on(method, 'assets', `${one}/`, '', (call) => {
			const sent = call.read(method === 'PUT' ? creation : patch);
			const action = actionOf(call);
			return ok(Object.assign(action, sent, { date_modified: call.tenant.store.now() }));
		});
	api.on('DELETE', 'assets', `${one}/`, '', (call) => {
		call.tenant.store.customActions.delete(actionOf(call).id);
		return noContent();
	});
	api.on('POST', 'assets', `${one}/callback/`, 'can_read_custom_actions', async (call) => {
		const action = actionOf(call);
		const sent = call.read(callback);
		const answer = await fireCustomAction(call.tenant, action, {
			userId: call.user.id,
			context: String(action.context),
			...sent,
		});
		return ok(redirectOf(answer.body));
	});
}

function actionOf({ tenant, params }: Call): Wire {
	const action = tenant.store.customActions.get(params.action_id ?? '');
	return found(action?.context === params.context ? action : undefined, 'Custom action');
}

/** The receiver may send the user on to another page. */
function redirectOf(body: string): Record<string, string> {
	try {
		const { redirect_url } = JSON.parse(body) as { redirect_url?: unknown };
		return typeof redirect_url === 'string' ? { redirect_url } : {};
	} catch {
		return {};
	}
}

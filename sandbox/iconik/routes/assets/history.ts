import { z } from 'zod';
import { created, found } from '../../answers';
import type { Api } from '../../api';
import { addHistory, operationTypes } from '../../domain/history';
import { page } from '../../paging';
import { oneOf, text, uuid } from '../../schemas';
import { assetOf } from './assets';

const entry = z.object({
	operation_type: oneOf(...operationTypes),
	operation_description: text.nullish(),
	job_id: uuid.nullish(),
	share_id: uuid.nullish(),
	share_user_id: uuid.nullish(),
});

export function historyRoutes(api: Api): void {
	const path = '/v1/assets/:asset_id/history';

	api.on('GET', 'assets', `${path}/`, 'can_read_assets_history', (call) => {
		const { id } = assetOf(call);
		const entries = [...call.tenant.store.history.values()].filter(
			({ asset_id }) => asset_id === id,
		);
		return page(call, entries.reverse());
	});
	api.on('POST', 'assets', `${path}/`, 'can_write_assets_history', (call) =>
		created(addHistory(call.tenant, assetOf(call).id, call.cause, call.read(entry))),
	);
	// Documented as 201 for reading.
	api.on('GET', 'assets', `${path}/:entry_id/`, 'can_read_assets_history', (call) => {
		const known = call.tenant.store.history.get(call.params.entry_id ?? '');
		const { id } = assetOf(call);
		return created(found(known?.asset_id === id ? known : undefined, 'History entity'));
	});
}

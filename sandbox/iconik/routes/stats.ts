import { z } from 'zod';
import { compact, created, found } from '../answers';
import type { Api } from '../api';
import { newId } from '../ids';
import { page } from '../paging';
import { dateTime, nonEmpty, oneOf, text, uuid } from '../schemas';

const usage = z.object({
	asset_id: uuid,
	user_id: uuid,
	system_name: nonEmpty,
	operation_type: oneOf(
		'VIEW',
		'PLAY',
		'PAUSE',
		'DELETE',
		'CREATE',
		'APPROVE',
		'REJECT',
		'COMMENT',
		'RENAME',
		'EXIT',
		'UNFOCUS',
		'REFOCUS',
		'SEEK',
	),
	operation_source: oneOf(
		'COLLECTION',
		'SEARCH',
		'NOTIFICATION',
		'DISCOVERY',
		'SHARE',
		'EXTERNAL_SHARE',
		'',
	).optional(),
	asset_type: text.optional(),
	date: text.optional(),
	time: dateTime.optional(),
	metadata: text.optional(),
});

export function statsRoutes(api: Api): void {
	api.on('POST', 'stats', '/v1/assets/', '', (call) => {
		const { store } = call.tenant;
		const sent = call.read(usage);
		found(store.assets.get(sent.asset_id), 'Asset');
		const time = sent.time ?? store.now();
		const made = {
			...compact(sent),
			id: newId(),
			time,
			date: sent.date ?? time.slice(0, 10),
			system_domain_id: store.systemDomainId,
		};
		store.usage.set(made.id, made);
		return created(made);
	});
	api.on('GET', 'stats', '/v1/assets/by/:period/', 'can_read_stats', (call) => {
		const { from_date = '', to_date = '9999' } = call.query;
		const length = call.params.period === 'month' ? 7 : 10;
		const counts = new Map<string, number>();
		for (const { date } of call.tenant.store.usage.values()) {
			const day = String(date);
			if (day < from_date || day > to_date) continue;
			const period = day.slice(0, length);
			counts.set(period, (counts.get(period) ?? 0) + 1);
		}
		return page(
			call,
			[...counts].map(([date, count]) => ({ date, count })),
		);
	});
}

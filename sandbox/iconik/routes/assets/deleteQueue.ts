import { z } from 'zod';
import { accepted, noContent, type Answer } from '../../answers';
import type { Api, Call } from '../../api';
import { deleteAsset, purgeAsset, restoreAsset } from '../../domain/assets';
import { createJob, updateJob } from '../../domain/jobs';
import type { Asset } from '../../model';
import { page } from '../../paging';
import { bool, bulkIds, oneOf, uuids } from '../../schemas';
import { listed } from '../../search/documents';

const queue = z.object({ ids: uuids });
const bulk = z.object({
	object_type: oneOf('assets', 'collections', 'saved_searches'),
	object_ids: bulkIds,
	content_only: bool.default(true),
});

export function deleteQueueRoutes(api: Api): void {
	const path = '/v1/delete_queue/assets';
	const named = (call: Call): Asset[] =>
		call.read(queue).ids.flatMap((id) => call.tenant.store.assets.get(id) ?? []);
	const waiting = ({ tenant }: Call): Asset[] =>
		[...tenant.store.assets.values()].filter(({ status }) => status === 'DELETED');
	const each = (
		method: 'POST' | 'DELETE',
		suffix: string,
		role: string,
		select: (call: Call) => Asset[],
		act: typeof deleteAsset,
	): void =>
		api.on(method, 'assets', `${path}/${suffix}`, role, (call) => {
			for (const asset of select(call)) act(call.tenant, asset, call.cause);
			return noContent();
		});

	api.on('GET', 'assets', `${path}/`, 'can_read_assets', (call) =>
		page(
			call,
			call.tenant.index
				.all('assets')
				.filter(({ status }) => status === 'DELETED')
				.map(listed),
		),
	);
	each('POST', '', 'can_delete_assets', named, deleteAsset);
	each('DELETE', '', 'can_write_assets', named, restoreAsset);
	each('POST', 'purge/', 'can_purge_assets', named, purgeAsset);
	each('POST', 'purge/all/', 'can_purge_assets', waiting, purgeAsset);
	each('POST', 'restore/all/', 'can_write_assets', waiting, restoreAsset);
	api.on('POST', 'assets', '/v1/delete_queue/bulk/', 'can_delete_assets', deleteInBulk);
}

function deleteInBulk(call: Call): Answer {
	const { object_type, object_ids } = call.read(bulk);
	if (object_type === 'assets')
		for (const id of object_ids) {
			const asset = call.tenant.store.assets.get(id);
			if (asset) deleteAsset(call.tenant, asset, call.cause);
		}
	const job = createJob(call.tenant, call.cause, { title: 'Delete', type: 'DELETE' });
	updateJob(call.tenant, job, { status: 'FINISHED' });
	return accepted({ job_id: job.id });
}

import { z } from 'zod';
import { created, noContent } from '../../answers';
import type { Api, Call } from '../../api';
import { deleteCollection, purgeCollection, restoreCollection } from '../../domain/collectionLife';
import type { Collection } from '../../model';
import { page } from '../../paging';
import { uuids } from '../../schemas';
import { listed } from '../../search/documents';

/** Collections that wait to be deleted for good. */
export function collectionQueueRoutes(api: Api): void {
	const path = '/v1/delete_queue/collections';
	const named = (call: Call): Collection[] =>
		call
			.read(z.object({ ids: uuids }))
			.ids.flatMap((id) => call.tenant.store.collections.get(id) ?? []);
	const waiting = ({ tenant }: Call): Collection[] =>
		[...tenant.store.collections.values()].filter(({ status }) => status === 'DELETED');
	const each = (
		method: 'POST' | 'DELETE',
		suffix: string,
		role: string,
		select: (call: Call) => Collection[],
		act: typeof deleteCollection,
	): void =>
		api.on(method, 'assets', `${path}/${suffix}`, role, (call) => {
			for (const collection of select(call)) act(call.tenant, collection, call.cause);
			return select === waiting ? noContent() : created();
		});

	api.on('GET', 'assets', `${path}/`, 'can_read_collections', (call) => {
		const collections = call.tenant.index.all('collections');
		return page(call, collections.filter(({ status }) => status === 'DELETED').map(listed));
	});
	each('POST', '', 'can_delete_collections', named, deleteCollection);
	each('DELETE', '', 'can_write_collections', named, restoreCollection);
	each('POST', 'purge/', 'can_purge_collections', named, purgeCollection);
	each('POST', 'purge/all/', 'can_purge_collections', waiting, purgeCollection);
	each('POST', 'restore/all/', 'can_write_collections', waiting, restoreCollection);
}

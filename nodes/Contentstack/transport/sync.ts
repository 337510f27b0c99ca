import { type IDataObject, NodeOperationError } from 'n8n-workflow';
import type { Delivery } from './delivery';

/** What a first sync is about, as the call takes it. */
export interface SyncStart {
	content_type_uid?: string;
	type?: string;
	locale?: string;
	start_from?: string;
}

interface Page {
	items?: IDataObject[];
	pagination_token?: string;
	sync_token?: string;
}

/**
 * Reads all pages of a sync: everything at first, or what has changed since a token. Throws a NodeOperationError when the service does
 * not get on to another page.
 * https://www.contentstack.com/docs/developers/apis/content-delivery-api#synchronization
 * @param from what a first sync is about, or the token that an earlier one gave
 */
export async function syncAll(
	delivery: Delivery,
	from: SyncStart | string,
): Promise<{ changes: IDataObject[]; syncToken: string }> {
	const changes: IDataObject[] = [];
	const seen = new Set<string>();
	let qs: IDataObject = typeof from === 'string' ? { sync_token: from } : { init: true, ...from };
	for (;;) {
		const page = await delivery.request<Page>({ method: 'GET', path: '/stacks/sync', qs });
		changes.push(...(page.items ?? []));
		const { pagination_token: next, sync_token: end } = page;
		if (next === undefined && end !== undefined) return { changes, syncToken: end };
		if (next === undefined || seen.has(next))
			throw new NodeOperationError(
				delivery.context.getNode(),
				next === undefined
					? 'The sync ended without a token to go on with'
					: 'The sync does not get on: the same page is named again',
				{ description: 'Run it again. If it stays so, start anew without a sync token.' },
			);
		seen.add(next);
		qs = { pagination_token: next };
	}
}

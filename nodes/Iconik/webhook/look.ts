import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';
import { sideBySide } from '../../../lib/batches';
import { connect, type IconikClient } from '../transport/client';
import { enrich } from './enrich';
import { reader, type EventKind } from './eventKinds';
import { passing, type Filters } from './filters';

/** Looks at one time. iconik takes about 50 calls a second, and the senders wait. */
const WIDTH = 20;

/** What of the items is wanted, as iconik has it now: filtered, confirmed where the event alone says too little, enriched on request. */
export async function look(
	context: IWebhookFunctions,
	kind: EventKind,
	items: IDataObject[],
): Promise<IDataObject[]> {
	const read = reader(context);
	const iconik = await connect(context);
	const wanted = await passing(iconik, items, read<Filters>('filters', {}));
	const confirmed = await confirm(context, iconik, kind, wanted);
	const { enrich: isRich } = read<{ enrich?: boolean }>('options', {});
	return isRich ? await enrich(iconik, confirmed) : confirmed;
}

/** What iconik cannot say at the moment passes. */
async function confirm(
	context: IWebhookFunctions,
	iconik: IconikClient,
	kind: EventKind,
	items: IDataObject[],
): Promise<IDataObject[]> {
	const check = kind.confirm;
	if (!check) return items;
	const looking = { iconik, node: context.getNode(), read: reader(context) };
	const outcomes = await sideBySide(items, WIDTH, async (item) => await check(item, looking));
	return outcomes.flatMap((outcome, n) => {
		const item = outcome.ok ? outcome.value : items[n];
		return item ? [item] : [];
	});
}

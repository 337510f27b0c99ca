import { sleep, type IDataObject } from 'n8n-workflow';

/** After this many items a batch goes off as it is, and the next event opens a new one. */
const MOST_ITEMS = 1000;

/** n8n stores an execution just after the node has handed it over. Only then may the senders of the others hear that all is well. */
const STORING_MS = 250;

interface Batch {
	items: Map<string, IDataObject>;
	handedOver: Promise<void>;
}

/** The batches that events can still join. They live as long as a window does; no event is acknowledged before its batch left. */
const open = new Map<string, Batch>();

/** What becomes of a call: it takes the items of all along, or another one takes its items and is `handedOver` later. */
export type Gathered = { items: IDataObject[] } | { handedOver: Promise<void> };

/**
 * Gathers the events that come within a window. The call that opens it waits, and gets the items of all: one for each asset, from
 * its latest event. The others only hear when the batch is handed over, so that their senders are answered then and not before; when
 * that fails, they hear it as well.
 * @param key what gathers: one node of one workflow
 * @param prepare what becomes of the items when the window closes
 */
export async function gather(
	key: string,
	windowMs: number,
	items: IDataObject[],
	prepare: (items: IDataObject[]) => Promise<IDataObject[]>,
): Promise<Gathered> {
	const joined = open.get(key);
	if (joined && joined.items.size < MOST_ITEMS) {
		add(joined, items);
		return { handedOver: joined.handedOver };
	}
	const leaving = announcement();
	const batch: Batch = { items: new Map(), handedOver: leaving.promise };
	add(batch, items);
	open.set(key, batch);
	await sleep(windowMs);
	if (open.get(key) === batch) open.delete(key);
	const prepared = prepare([...batch.items.values()]);
	void prepared.then(async () => await sleep(STORING_MS)).then(leaving.done, leaving.failed);
	return { items: await prepared };
}

/** An event that was late stands back behind a newer one of the same asset. */
function add({ items }: Batch, events: IDataObject[]): void {
	for (const event of events) {
		const key = subjectOf(event);
		const earlier = items.get(key);
		if (earlier && String(earlier.date ?? '') > String(event.date ?? earlier.date ?? '')) continue;
		items.set(key, event);
	}
}

/** What an event is about: an asset, or else a collection or whatever changed. */
function subjectOf({ asset_id, collection_id, collection_ids, object_id }: IDataObject): string {
	if (typeof asset_id === 'string') return `asset ${asset_id}`;
	return JSON.stringify([collection_id ?? collection_ids ?? null, object_id ?? null]);
}

function announcement() {
	let done: () => void = () => undefined;
	let failed: (error: unknown) => void = () => undefined;
	const promise = new Promise<void>((resolve, reject) => {
		done = resolve;
		failed = reject;
	});
	// Nobody may have joined, and then nobody listens.
	promise.catch(() => undefined);
	return { promise, done, failed };
}

import type { IDataObject } from 'n8n-workflow';
import { gather, type Gathered } from '../../../nodes/Iconik/webhook/window';
import { eventually } from '../../support/eventually';

const WINDOW_MS = 20;
const all = async (items: IDataObject[]) => items;
/** As the sender hears of it: the items that left, or nothing once another call took them along. */
const heard = async (gathered: Promise<Gathered>): Promise<IDataObject[] | undefined> => {
	const result = await gathered;
	if ('items' in result) return result.items;
	await result.handedOver;
	return undefined;
};
const asset = (asset_id: string, date: string | null = null): IDataObject => ({ asset_id, date });

it('every sender hears it when the batch cannot be handed over, and the next batch is a new one', async () => {
	const broken = async (): Promise<IDataObject[]> => {
		throw new Error('The database is locked');
	};
	const told = ['a1', 'a2', 'a3'].map(
		async (id) => await heard(gather('broken', WINDOW_MS, [asset(id)], broken)),
	);
	const outcomes = await Promise.allSettled(told);
	expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
	expect(await heard(gather('broken', WINDOW_MS, [asset('a4')], all))).toEqual([asset('a4')]);
});

it('an event that comes while a batch is being prepared opens the next one', async () => {
	let prepared: (() => void) | undefined;
	const slowly = async (items: IDataObject[]) => {
		await new Promise<void>((resolve) => (prepared = resolve));
		return items;
	};
	const first = heard(gather('slow', WINDOW_MS, [asset('a1')], slowly));
	await eventually(() => expect(prepared).toBeDefined());
	const second = heard(gather('slow', WINDOW_MS, [asset('a1')], all));
	expect(await second).toHaveLength(1);
	prepared?.();
	expect(await first).toHaveLength(1);
});

it('a full batch goes off as it is, and a second one takes the rest', async () => {
	const many = Array.from({ length: 1000 }, (_, n) => asset(`a${n}`));
	const [full, rest] = await Promise.all([
		heard(gather('full', WINDOW_MS, many, all)),
		heard(gather('full', WINDOW_MS, [asset('one-more')], all)),
	]);
	expect(full).toHaveLength(1000);
	expect(rest).toEqual([asset('one-more')]);
});

it('what is about no asset is told apart by its collection, or by what changed', async () => {
	const events = [
		{ asset_id: null, collection_id: 'c1', object_id: 'c1' },
		{ asset_id: null, collection_id: 'c2', object_id: 'c2' },
		{ asset_id: null, collection_id: 'c2', object_id: 'c2', note: 'again' },
	];
	expect(await heard(gather('other', WINDOW_MS, events, all))).toEqual([events[0], events[2]]);
});

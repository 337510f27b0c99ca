import type { IDataObject } from 'n8n-workflow';
import { eventually } from '../../support/eventually';
import { withIconik } from '../../support/sandbox';
import { call, video } from './library';
import { activate, actions, receive, type Received, type SetUp } from './trigger';

const service = withIconik({ seed: 'empty', fresh: 'test' });

const within = (seconds: number, more: IDataObject = {}): SetUp => ({
	parameters: {
		event: 'reviewApproved',
		options: { window: seconds },
		...more,
	} as SetUp['parameters'],
});

const approval = (asset: string, date = '2026-01-27T19:36:59.883776'): IDataObject => ({
	user_id: '256ebe90-c0c8-11ec-9fcd-0648baddf8b3',
	system_domain_id: service.connection.systemDomainId,
	context: 'ASSET',
	action_id: '2c5bfe1a-f149-11eb-a843-0a580a3db916',
	asset_ids: [asset],
	collection_ids: [],
	date_created: date,
});

async function headers(setUp: SetUp): Promise<Record<string, string>> {
	await activate(service, setUp);
	return (await actions(service))[0]?.headers ?? {};
}

const started = (calls: Received[]) => calls.flatMap(({ items }) => (items ? [items] : []));
const pause = async (ms: number) => await new Promise((resolve) => setTimeout(resolve, ms));

it('500 approvals at once become one run with each asset once, however often it was told of', async () => {
	const setUp = within(2);
	const sent = await headers(setUp);
	const assets = Array.from({ length: 500 }, (_, n) => `asset-${n}`);
	const twice = [...assets, ...assets.slice(0, 100)];
	const calls = await Promise.all(
		twice.map(async (asset) => await receive(service, approval(asset), sent, setUp)),
	);
	const runs = started(calls);
	expect(runs).toHaveLength(1);
	expect(runs.flat().map(({ asset_id }) => asset_id)).toEqual(assets);
	const answeredBy = (call: Received) => (call.items ? 'n8n' : call.response.status);
	await eventually(() =>
		expect(calls.filter(({ response }) => response.ended)).toHaveLength(twice.length - 1),
	);
	expect(new Set(calls.map(answeredBy))).toEqual(new Set(['n8n', 200]));
});

it('500 approvals at the pace of a busy n8n become few runs, none lost and none twice', async () => {
	const setUp = within(0.5);
	const sent = await headers(setUp);
	const calls: Array<Promise<Received>> = [];
	for (let n = 0; n < 500; n++) {
		calls.push(receive(service, approval(`asset-${n}`), sent, setUp));
		if (n % 25 === 24) await pause(100);
	}
	const runs = started(await Promise.all(calls));
	const ids = runs.flat().map(({ asset_id }) => asset_id);
	expect(ids).toHaveLength(500);
	expect(new Set(ids).size).toBe(500);
	expect(runs.length).toBeLessThanOrEqual(15);
});

it('the senders hear nothing before the batch is handed over', async () => {
	const setUp = within(0.5);
	const sent = await headers(setUp);
	const opened = receive(service, approval('a1'), sent, setUp);
	const joined = await Promise.all(
		['a2', 'a3'].map(async (asset) => await receive(service, approval(asset), sent, setUp)),
	);
	expect(joined.map(({ answer }) => answer)).toEqual([
		{ noWebhookResponse: true },
		{ noWebhookResponse: true },
	]);
	expect(joined.some(({ response }) => response.ended)).toBe(false);
	expect((await opened).items).toHaveLength(3);
	expect(joined.some(({ response }) => response.ended)).toBe(false);
	await eventually(() =>
		expect(joined.map(({ response }) => response)).toMatchObject([
			{ ended: true, status: 200 },
			{ ended: true, status: 200 },
		]),
	);
});

it('the latest event of an asset counts, even when an older one comes after it', async () => {
	const setUp = within(0.5);
	const sent = await headers(setUp);
	const dates = ['2026-01-01T10:00:00', '2026-01-01T12:00:00', '2026-01-01T11:00:00'];
	const calls = await Promise.all(
		dates.map(async (date) => await receive(service, approval('a1', date), sent, setUp)),
	);
	expect(started(calls)).toMatchObject([[{ date: '2026-01-01T12:00:00.000Z' }]]);
});

it('two nodes do not mix their events', async () => {
	const one = within(0.5);
	const other = { ...one, webhookId: 'c0ffee00-0000-4000-8000-000000000000' };
	await activate(service, one);
	await activate(service, other);
	const [first, second] = await actions(service);
	const calls = await Promise.all([
		receive(service, approval('a1'), first?.headers ?? {}, one),
		receive(service, approval('a2'), second?.headers ?? {}, other),
	]);
	expect(started(calls)).toMatchObject([[{ asset_id: 'a1' }], [{ asset_id: 'a2' }]]);
});

it('a window asks iconik once for all its assets, and a batch that nobody wants starts nothing', async () => {
	const setUp = within(0.5, { filters: { mediaTypes: ['image'] } });
	const films = [await video(service, 'One'), await video(service, 'Two')];
	const photo = await video(service, 'Photo', { media_type: 'image' });
	await service.clock({ advanceMs: 5000 });
	const sent = await headers(setUp);
	const tell = async (ids: string[]) =>
		await Promise.all(ids.map(async (id) => await receive(service, approval(id), sent, setUp)));
	await service.clearLog();
	const ids = films.map(({ asset_id }) => asset_id);
	expect(started(await tell([...ids, photo.asset_id]))).toMatchObject([
		[{ asset_id: photo.asset_id }],
	]);
	expect(await service.calls()).toHaveLength(1);
	expect(started(await tell(ids))).toEqual([]);
});

it('a call from another tenant, or with a body that is not JSON, is refused at once and joins no batch', async () => {
	const setUp = within(0.5);
	const sent = await headers(setUp);
	const [own, foreign, broken] = await Promise.all([
		receive(service, approval('a1'), sent, setUp),
		receive(
			service,
			{ ...approval('a2'), system_domain_id: '00000000-0000-11ee-8000-000000000000' },
			sent,
			setUp,
		),
		receive(service, '<html>no JSON</html>', sent, setUp),
	]);
	expect(own?.items).toMatchObject([{ asset_id: 'a1' }]);
	expect(foreign).toMatchObject({ response: { status: 401, ended: true }, items: undefined });
	expect(broken).toMatchObject({ response: { status: 400, ended: true }, items: undefined });
});

it('the enriched batch reads each asset once', async () => {
	const setUp = within(0.5, { options: { window: 0.5, enrich: true } });
	const { asset_id } = await video(service);
	const sent = await headers(setUp);
	await call(service, 'PATCH', `assets/v1/assets/${asset_id}/`, { title: 'As it is now' });
	await service.clearLog();
	const calls = await Promise.all(
		[1, 2, 3].map(async () => await receive(service, approval(asset_id), sent, setUp)),
	);
	expect(started(calls)).toMatchObject([[{ asset: { title: 'As it is now' } }]]);
	expect(await service.calls()).toHaveLength(2);
});

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { INodeParameters } from 'n8n-workflow';
import { withIconik } from '../../support/sandbox';
import { indexed, run, video } from './library';

const service = withIconik({ seed: 'empty', fresh: 'test' });

const changes = (more: INodeParameters = {}): INodeParameters => ({
	resource: 'asset',
	operation: 'getChangedSince',
	...more,
});
const titles = (json: Array<{ title?: unknown }>) => json.map(({ title }) => title);
const cursorOf = (json: Array<{ cursor?: unknown }>) => String(json.at(-1)?.cursor);
const noOverlap = { options: { overlapSeconds: 0 } };

async function videos(...names: string[]): Promise<string[]> {
	const ids = [];
	for (const name of names) ids.push((await video(service, name)).asset_id);
	await indexed(service);
	return ids;
}

describe('Asset: Get Changed Since', () => {
	it('gives what changed first at the front, and goes on from the cursor with nothing twice', async () => {
		const [first] = await videos('A', 'B', 'C');
		const start = await run(service, changes({ returnAll: true }));
		expect(titles(start.json)).toEqual(['A', 'B', 'C']);
		await service.act('edit-title', { asset_id: first, title: 'A2' });
		await indexed(service);
		const next = await run(service, changes({ since: cursorOf(start.json), returnAll: true }));
		expect(titles(next.json)).toEqual(['A2']);
		const rest = await run(service, changes({ since: cursorOf(next.json), returnAll: true }));
		expect(rest.json).toEqual([]);
	});

	it('goes on exactly behind the limit', async () => {
		await videos('A', 'B', 'C', 'D', 'E');
		const seen = [];
		let since = '';
		for (let n = 0; n < 3; n++) {
			const { json } = await run(service, changes({ since, limit: 2 }));
			seen.push(titles(json));
			since = cursorOf(json);
		}
		expect(seen).toEqual([['A', 'B'], ['C', 'D'], ['E']]);
	});

	it('goes on behind any asset, as after a workflow that stopped half-way', async () => {
		await videos('A', 'B', 'C');
		const { json } = await run(service, changes({ returnAll: true }));
		const since = String(json[0]?.cursor);
		expect(titles((await run(service, changes({ since }))).json)).toEqual(['B', 'C']);
	});

	it('finds what the index learns of only after the cursor has passed its date', async () => {
		await service.faults([{ fault: 'index-lag', milliseconds: 20_000 }]);
		await video(service, 'Late');
		await service.faults([{ fault: 'index-lag', milliseconds: 0 }]);
		await video(service, 'On time');
		const first = await run(service, changes());
		expect(titles(first.json)).toEqual(['On time']);
		await service.clock({ advanceMs: 25_000 });
		const second = await run(service, changes({ since: cursorOf(first.json) }));
		expect(titles(second.json)).toEqual(['Late']);
	});

	it('gives a deleted asset with its status, or leaves it out on request', async () => {
		const [asset_id] = await videos('Gone', 'Here');
		await service.act('delete-asset', { asset_id });
		await indexed(service);
		const all = await run(service, changes());
		expect(all.json).toMatchObject([{ title: 'Here' }, { title: 'Gone', status: 'DELETED' }]);
		const active = await run(service, changes({ options: { includeDeleted: false } }));
		expect(titles(active.json)).toEqual(['Here']);
	});

	it('reads a date without an offset as UTC', async () => {
		await videos('A');
		const hour = (hours: number) =>
			new Date(Date.now() + hours * 3_600_000).toISOString().slice(0, 19);
		expect((await run(service, changes({ since: hour(-1), ...noOverlap }))).json).toHaveLength(1);
		expect((await run(service, changes({ since: hour(1), ...noOverlap }))).json).toEqual([]);
	});

	it('refuses what is neither a date nor a cursor', async () => {
		for (const since of ['yesterday', '{"after":"x"}', '{']) {
			const { error } = await run(service, changes({ since }));
			expect(error?.message).toBe('Since is neither a date nor a cursor');
		}
	});

	it('asks for 100 to 1000 in one call, whatever is entered', async () => {
		await videos('A');
		for (const pageSize of [5, 5000])
			await run(service, changes({ returnAll: true, options: { pageSize } }));
		const sizes = (await service.calls('read')).map(({ query }) =>
			new URLSearchParams(query).get('per_page'),
		);
		expect(sizes).toEqual(['100', '1000']);
	});
});

describe('10,000 assets', () => {
	const COUNT = 10_000;

	it('come out once each while they are being changed, in few calls and little memory', async () => {
		const { asset_ids: ids } = await service.act<{ asset_ids: string[] }>('import-assets', {
			count: COUNT,
		});
		await indexed(service);
		await service.clearLog();
		// Each call is slowed down, so that changes fall between the pages.
		await service.faults([{ fault: 'delay', milliseconds: 30, match: { path: '*search*' } }]);
		const touched: string[] = [];
		let reading = true;
		const changing = (async () => {
			for (let n = 0; reading; n++) {
				const asset_id = String(ids[(n * 997) % COUNT]);
				await service.act('edit-title', { asset_id, title: `Changed ${n}` });
				touched.push(asset_id);
			}
		})();
		const before = heap();
		const first = await run(service, changes({ returnAll: true }));
		const grown = heap() - before;
		reading = false;
		await changing;

		expect(first.error).toBeUndefined();
		const found = first.json.map(({ id }) => String(id));
		expect(new Set(found).size).toBe(found.length);
		expect(new Set(found)).toEqual(new Set(ids));
		expect(touched.length).toBeGreaterThan(10);
		expect(grown).toBeLessThan(150 * 1024 * 1024);
		const searches = (await service.calls('read')).filter(({ path }) => path.includes('search'));
		expect(searches.length).toBeLessThanOrEqual(100);

		// What changed behind the last page comes with the next run: no change is ever lost.
		await indexed(service);
		const next = await run(service, changes({ returnAll: true, since: cursorOf(first.json) }));
		const last = new Map([...first.json, ...next.json].map(({ id, title }) => [id, title]));
		const { assets } = await service.state<{ assets: Array<{ id: string; title: string }> }>();
		expect(assets.filter(({ id, title }) => last.get(id) !== title)).toEqual([]);
	}, 60_000);
});

/** Bytes that are still in use after a collection. The simulator's share is in it, as it runs in the same process. */
function heap(): number {
	setFlagsFromString('--expose_gc');
	(runInNewContext('gc') as () => void)();
	return process.memoryUsage().heapUsed;
}

import type { INodeParameters } from 'n8n-workflow';
import { withContentstack } from '../../support/sandbox';
import { byId, install, run, save } from './runContentstack';

const service = withContentstack();
const COUNT = 130;
const many: INodeParameters = {
	resource: 'entry',
	operation: 'getAll',
	contentType: byId('iconik_media'),
};

beforeAll(async () => {
	await install(service);
	for (let n = 0; n < COUNT; n++)
		await service.act('create-entry', {
			contentType: 'iconik_media',
			fields: {
				title: `Film ${n}`,
				iconik_asset_id: `asset-${n}`,
				iconik_state: n % 2 ? 'held' : 'ready',
			},
		});
}, 60_000);
beforeEach(async () => await service.clearLog());

describe('Get Many', () => {
	it('reads on after the 100 that one page holds', async () => {
		const { json } = await run(service, { ...many, returnAll: true });
		expect(new Set(json.map(({ uid }) => uid)).size).toBe(COUNT);
		expect(await service.calls()).toHaveLength(2);
	});

	it('stops at the limit', async () => {
		const { json } = await run(service, { ...many, limit: 7 });
		expect(json).toHaveLength(7);
		expect((await service.calls())[0]?.query).toContain('limit=7');
	});

	it('finds what the query says, each output paired with its item', async () => {
		const { output } = await run(
			service,
			{ ...many, query: '={{ { iconik_asset_id: $json.id } }}' },
			[{ id: 'asset-1' }, { id: 'asset-2' }, { id: 'none' }],
		);
		expect(output[0]?.map(({ json, pairedItem }) => [json.title, pairedItem])).toEqual([
			['Film 1', { item: 0 }],
			['Film 2', { item: 1 }],
		]);
	});

	it('refuses a query that is no object', async () => {
		const { error } = await run(service, { ...many, query: '[1]' });
		expect(error?.message).toBe('Query (JSON) is not a valid JSON object');
	});
});

describe('Get', () => {
	const get = { ...many, operation: 'get', entry: byId('={{ $json.uid }}') };

	it('gives the entry without the marks of the service, or as it is', async () => {
		const [saved] = (await run(service, save, [{ asset_id: 'asset-3', fields: { width: 9 } }]))
			.json;
		const items = [{ uid: saved?.uid }];
		const { json } = await run(service, get, items as never);
		expect(json[0]).toMatchObject({ title: 'Film 3', width: 9, version: 2, locale: 'en-us' });
		expect(json[0]).not.toHaveProperty('publish_details');
		const raw = await run(service, { ...get, simplify: false }, items as never);
		expect(raw.json[0]).toMatchObject({ _version: 2, publish_details: [] });
	});

	it('tells what is not there in the words of the service', async () => {
		const { error } = await run(service, get, [{ uid: 'blt0000000000000000' }]);
		expect(error?.message).toContain("doesn't exist");
		expect(error?.description).toContain('Check the UID');
	});
});

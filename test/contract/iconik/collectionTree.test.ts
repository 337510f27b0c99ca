import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { withIconik } from '../../support/sandbox';
import { byId, call, indexed, run } from './library';

const service = withIconik({ seed: 'empty', fresh: 'test' });

const outline = {
	title: 'Spring 2027',
	external_id: 'blt1',
	children: ['Video', { title: 'Stills', external_id: 'blt1-stills', children: ['Print', 'Web'] }],
};

const save = async (
	given: unknown,
	parameters: INodeParameters = {},
	items: IDataObject[] = [{}],
) =>
	await run(
		service,
		{
			resource: 'collection',
			operation: 'createOrUpdate',
			outline: typeof given === 'string' ? given : JSON.stringify(given),
			...parameters,
		},
		items,
	);

interface Known extends IDataObject {
	id: string;
	title: string;
	external_id?: string;
	status: string;
}

const active = async (): Promise<Known[]> => {
	await indexed(service);
	const path = 'assets/v1/collections/?per_page=100&status=ACTIVE';
	return (await call<{ objects: Known[] }>(service, 'GET', path)).objects;
};

const creations = async () =>
	(await service.calls('write')).filter(
		({ method, path }) => method === 'POST' && path.endsWith('/collections/'),
	);

it('makes the whole tree, and gives each collection’s place and address', async () => {
	const { json } = await save(outline);
	expect(json).toMatchObject([{ title: 'Spring 2027', created: 5, updated: 0, unchanged: 0 }]);
	const collections = json[0]?.collections as IDataObject[];
	expect(collections.map(({ path, external_id }) => [path, external_id])).toEqual([
		['Spring 2027', 'blt1'],
		['Spring 2027/Video', 'blt1/video'],
		['Spring 2027/Stills', 'blt1-stills'],
		['Spring 2027/Stills/Print', 'blt1-stills/print'],
		['Spring 2027/Stills/Web', 'blt1-stills/web'],
	]);
	const stills = collections[2];
	expect(collections[3]).toMatchObject({ parent_id: stills?.id });
	expect(stills?.url).toBe(`${service.connection.baseUrl}/collection/${String(stills?.id)}`);
});

it('makes a collection once when it runs twice in a row while the search still lags', async () => {
	await service.faults([{ fault: 'index-lag', milliseconds: 600_000 }]);
	const top = { title: 'Spring 2027', external_id: 'blt1' };
	const [first, second] = [await save(top), await save(top)];
	expect(second.json).toMatchObject([{ id: first.json[0]?.id, created: 0, unchanged: 1 }]);
	expect(await creations()).toHaveLength(1);
}, 30_000);

it('makes one tree when several items and executions run side by side', async () => {
	const runs = await Promise.all([save(outline, {}, [{}, {}, {}]), save(outline)]);
	const ids = runs.flatMap(({ json }) => json.map(({ id }) => id));
	expect(ids).toHaveLength(4);
	expect(new Set(ids).size).toBe(1);
	expect(await active()).toHaveLength(5);
});

it('gives way to a collection that another process made at the same moment', async () => {
	await service.faults([{ fault: 'index-lag', milliseconds: 1500 }]);
	const rival = { title: 'Spring 2027', external_id: 'blt1' };
	const { id } = await call(service, 'POST', 'assets/v1/collections/', rival);
	const { json } = await save({ ...outline, children: ['Video'] });
	expect(json).toMatchObject([{ id, created: 1, unchanged: 1 }]);
	expect((await active()).map(({ title }) => title).sort()).toEqual(['Spring 2027', 'Video']);
}, 30_000);

it('writes what differs and nothing else', async () => {
	await save(outline);
	await service.clearLog();
	const renamed = { ...outline, title: 'Spring 2028', children: [...outline.children, 'Audio'] };
	const { json } = await save(renamed);
	expect(json).toMatchObject([{ created: 1, updated: 1, unchanged: 4 }]);
	const writes = (await service.calls('write')).map(({ method }) => method);
	expect(writes.sort()).toEqual(['PATCH', 'POST']);
	expect((await active()).map(({ title }) => title)).toContain('Spring 2028');
});

it('leaves a collection where people have put it, or moves it back on request', async () => {
	const { json } = await save(outline);
	const [top, videos, stills] = json[0]?.collections as Known[];
	const path = `assets/v1/collections/${videos?.id}/`;
	await call(service, 'PATCH', path, { title: 'Video', parent_id: stills?.id });
	expect((await save(outline)).json).toMatchObject([{ updated: 0 }]);
	expect((await save(outline, { options: { move: true } })).json).toMatchObject([{ updated: 1 }]);
	expect(await call(service, 'GET', path)).toMatchObject({ parent_id: top?.id });
});

it('makes anew what people have deleted, below a parent of the user’s choice', async () => {
	const parent = await call(service, 'POST', 'assets/v1/collections/', { title: 'Campaigns' });
	const parentId = byId(String(parent.id));
	const first = await save({ title: 'Spring', external_id: 'blt1' }, { parentId });
	expect(first.json).toMatchObject([{ parent_id: parent.id }]);
	await call(service, 'DELETE', `assets/v1/collections/${String(first.json[0]?.id)}/`);
	const second = await save({ title: 'Spring', external_id: 'blt1' }, { parentId });
	expect(second.json).toMatchObject([{ created: 1 }]);
	expect(second.json[0]?.id).not.toBe(first.json[0]?.id);
});

it('makes each collection once when the connection breaks after iconik stored it', async () => {
	await service.faults([
		{ fault: 'reset-after-storing', match: { method: 'POST', path: '*/collections/', times: 1 } },
	]);
	const { json } = await save(outline);
	expect(json).toMatchObject([{ title: 'Spring 2027' }]);
	expect(await active()).toHaveLength(5);
}, 30_000);

it.each([
	['{', /JSON/],
	[{ title: 'Spring' }, 'The collection at the top has no external_id'],
	[{ external_id: 'a' }, 'A collection at the top of the outline has no title'],
	[{ title: 'A', external_id: 'a', children: [{}] }, 'A collection below "A" has no title'],
	[{ title: 'A', external_id: 'a', children: 'B' }, 'The children of "A" are not a list'],
	[
		{ title: 'A', external_id: 'a', children: ['B', 'b'] },
		'The external ID "a/b" is in the outline twice',
	],
	[['A'], /is not a collection/],
])('refuses the outline %j', async (given, message) => {
	const { error } = await save(given);
	expect(error?.message).toMatch(message);
	expect(await creations()).toEqual([]);
});

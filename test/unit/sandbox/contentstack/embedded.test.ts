import { bench, eventually, unlimited, type Bench } from './client';

let stack: Bench;
let harbour = '';
let hero = '';
let article = '';
beforeAll(async () => {
	stack = unlimited(await bench('demo'));
	const { data } = await stack.control.get('/state');
	harbour = data.entries.find(
		({ fields }: { fields: { title: string } }) => fields.title === 'Harbour at dawn',
	).uid;
	hero = data.assets.find(({ filename }: { filename: string }) => filename === 'hero.png').uid;
	const reference = (uid: string, attrs: object) => ({
		type: 'reference',
		uid,
		attrs,
		children: [{ text: '' }],
	});
	const { data: made } = await stack.cma.post('/content_types/article/entries', {
		entry: {
			title: 'With embeds',
			url: '/embeds',
			body: {
				type: 'doc',
				uid: 'd1',
				attrs: {},
				children: [
					reference('r1', {
						type: 'entry',
						'entry-uid': harbour,
						'content-type-uid': 'media',
						'display-type': 'block',
					}),
					reference('r2', {
						type: 'asset',
						'asset-uid': hero,
						'content-type-uid': 'sys_assets',
						'display-type': 'display',
					}),
				],
			},
		},
	});
	article = made.entry.uid;
});
afterAll(async () => await stack.close());

const path = () => `/content_types/article/entries/${article}`;
const params = { 'include_embedded_items[]': 'BASE' };
const expected = () => ({
	body: [
		{ uid: harbour, title: 'Harbour at dawn', _content_type_uid: 'media' },
		{ uid: hero, filename: 'hero.png', _content_type_uid: 'sys_assets' },
	],
});

it('brings the entries and assets of rich text along when they are asked for', async () => {
	const { data } = await stack.cma.get(path(), { params });
	expect(data.entry._embedded_items).toMatchObject(expected());
	const { data: plain } = await stack.cma.get(path());
	expect(plain.entry).not.toHaveProperty('_embedded_items');
});

it('brings only what is published along where it delivers', async () => {
	await stack.cma.post(`${path()}/publish`, { entry: { environments: ['production'] } });
	const live = async () =>
		await stack.cda.get(path(), { params: { ...params, environment: 'production' } });
	const { data } = await eventually(live, ({ status }) => status === 200);
	expect(data.entry._embedded_items).toMatchObject(expected());
	await stack.cma.post(`/assets/${hero}/unpublish`, { asset: { environments: ['production'] } });
	const { data: after } = await eventually(
		live,
		(answer) => answer.data.entry._embedded_items.body.length === 1,
	);
	expect(after.entry._embedded_items.body).toMatchObject([{ uid: harbour }]);
});

it('adds the metadata of an entry when it is asked for', async () => {
	const { data } = await stack.cma.get(path(), { params: { include_metadata: true } });
	expect(data.entry._metadata).toEqual({ extensions: {} });
});

it('publishes what stands in rich text along with the entry', async () => {
	const { data: made } = await stack.cma.post('/content_types/media/entries', {
		entry: { title: 'Embedded', video_id: 'x' },
	});
	const node = {
		type: 'reference',
		uid: 'r1',
		attrs: { type: 'entry', 'entry-uid': made.entry.uid, 'content-type-uid': 'media' },
		children: [{ text: '' }],
	};
	await stack.cma.put(path(), {
		entry: { body: { type: 'doc', uid: 'd1', attrs: {}, children: [node] } },
	});
	await stack.cma.post(
		`${path()}/publish`,
		{ entry: { environments: ['production'] } },
		{ headers: { api_version: '3.2' } },
	);
	await eventually(
		async () =>
			await stack.cda.get(`/content_types/media/entries/${made.entry.uid}`, {
				params: { environment: 'production' },
			}),
		({ status }) => status === 200,
	);
});

import { demoAssets } from '../../../../sandbox/iconik';
import { eventually } from '../../../support/eventually';
import { startSandbox, type Sandbox } from './client';

describe('lists', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());

	it('give ten objects a page and lead to the next one by a link relative to the host', async () => {
		const ids = new Set<string>();
		let url: string = '/API/assets/v1/assets/';
		let total = 0;
		while (url) {
			expect(url).toMatch(/^\/API\//);
			const { data } = await sandbox.api.get(url.replace(/^\/API/, ''));
			expect(data.objects.length).toBeLessThanOrEqual(10);
			for (const { id } of data.objects as Array<{ id: string }>) ids.add(id);
			({ next_url: url, total } = data);
		}
		expect(ids.size).toBe(total);
		expect(total).toBeGreaterThanOrEqual(40);
	});

	it.each([
		['/assets/v1/assets/?per_page=1001', 'per_page'],
		['/users/v1/users/?per_page=101', 'per_page'],
		['/assets/v1/assets/?page=0', 'page'],
	])('refuse %s', async (path, field) => {
		const { status, data } = await sandbox.api.get(path);
		expect(status).toBe(400);
		expect(Object.keys(data.errors)).toEqual([field]);
	});

	it('do not reach beyond the ten thousandth object by page number', async () => {
		const { status } = await sandbox.api.get('/assets/v1/assets/?per_page=1000&page=11');
		expect(status).toBe(400);
	});

	it('of the files service go on after the last id', async () => {
		const path = `/files/v1/assets/${demoAssets.approved}/keyframes/?per_page=2`;
		const first = await sandbox.api.get(path);
		expect(first.data.objects).toHaveLength(2);
		const second = await sandbox.api.get(`${path}&last_id=${first.data.objects[1].id}`);
		expect(second.data.objects).toHaveLength(1);
		expect(second.data.next_url).toBe('');
	});

	it.each(['proxies', 'keyframes', 'files', 'formats', 'subtitles'])(
		'of %s are a 404 for an asset that has none',
		async (kind) => {
			const { status } = await sandbox.api.get(
				`/files/v1/assets/${demoAssets.placeholder}/${kind}/`,
			);
			expect(status).toBe(404);
		},
	);

	it('lag behind a write that is there at once by its id', async () => {
		await sandbox.putControl('faults', [{ fault: 'index-lag', milliseconds: 3_600_000 }]);
		const { data: asset } = await sandbox.api.post('/assets/v1/assets/', {
			title: 'Late in lists',
		});
		const search = async () => {
			const body = { doc_types: ['assets'], query: '"Late in lists"' };
			return (await sandbox.api.post('/search/v1/search/', body)).data.total as number;
		};
		expect((await sandbox.api.get(`/assets/v1/assets/${asset.id}/`)).status).toBe(200);
		expect(await search()).toBe(0);
		await sandbox.putControl('clock', { advanceMs: 3_600_000 });
		await eventually(async () => expect(await search()).toBe(1));
		await sandbox.putControl('faults', []);
	});
});

import axios from 'axios';
import { savedByUid, type SavedEntry } from '../../../sandbox/client/entries';
import { connectServices, type Services } from '../../../sandbox/client/services';
import type { Forms } from '../../../sandbox/console/entryForm/forms';
import { EventLog } from '../../../sandbox/console/eventLog';
import { startConsole } from '../../../sandbox/console/server';
import { startSandbox, type Sandbox } from '../../../sandbox/sandbox';

const PICKER = 'https://n8n.example.com/webhook/1/picker';

describe('the entry form of the console', () => {
	let sandbox: Sandbox;
	let services: Services;
	let page: Awaited<ReturnType<typeof startConsole>>;

	beforeAll(async () => {
		sandbox = await startSandbox({ contentstackPort: 0, iconikPort: 0, seed: 'demo' });
		services = connectServices({
			contentstack: sandbox.contentstack.connection,
			iconik: sandbox.iconik.connection,
		});
		page = await startConsole({ port: 0, services, events: new EventLog() });
	});

	afterAll(async () => {
		await page.close();
		await sandbox.close();
	});

	const call = async <T>(method: string, path: string, data?: unknown, type = 'application/json') =>
		await axios.request<T>({
			method,
			url: `${page.url}${path}`,
			data,
			headers: { 'content-type': type },
			validateStatus: () => true,
		});

	const install = async (config: unknown) => {
		const extension = {
			title: 'iconik Picker',
			type: 'field',
			data_type: 'json',
			src: PICKER,
			config,
		};
		await services.contentstack.management.post('/extensions', { extension });
	};

	test('without a custom field in the stack there is nothing to try out', async () => {
		const { data } = await call<Forms>('GET', '/api/forms');
		expect(data).toEqual({ forms: [], addable: [] });
		const { status } = await call('POST', '/api/forms', { contentType: 'article' });
		expect(status).toBe(400);
	});

	test('a custom field is added to a content type, which keeps its entries and gets a field for the ids', async () => {
		await install(JSON.stringify({ key: 'k' }));
		const before = await call<Forms>('GET', '/api/forms');
		expect(before.data.addable.map(({ uid }) => uid)).toContain('article');

		const { data } = await call<Forms>('POST', '/api/forms', { contentType: 'article' });

		const [form, ...others] = data.forms;
		expect(others).toEqual([]);
		expect(form).toMatchObject({
			contentType: { uid: 'article' },
			field: { uid: 'picked_media', data_type: 'json' },
			extension: { src: PICKER, config: { key: 'k' } },
		});
		expect(form?.contentType.schema.map(({ uid }) => uid)).toEqual(
			expect.arrayContaining(['title', 'body', 'iconik_asset_id']),
		);
		expect(form?.entries.length).toBeGreaterThan(0);
		expect(data.addable.map(({ uid }) => uid)).not.toContain('article');
	});

	test('saving writes a version of the entry, or a new entry, as an editor would', async () => {
		const value = [{ id: 'asset-1', version_policy: 'latestApproved' }];
		const created = await call<SavedEntry>('PUT', '/api/forms/article/', {
			fields: { title: 'With media', url: '/stories/with-media', picked_media: value },
		});
		expect([created.status, created.data._version]).toEqual([200, 1]);

		const saved = await call<SavedEntry>('PUT', `/api/forms/article/${created.data.uid}`, {
			fields: { picked_media: [] },
		});

		expect(saved.data._version).toBe(2);
		expect(await savedByUid(services, 'article', created.data.uid)).toMatchObject({
			title: 'With media',
			picked_media: [],
		});
	});

	test('the page may show in a frame what is installed, and nothing else', async () => {
		const { headers } = await call('GET', '/entry');
		expect(headers['content-security-policy']).toBe(
			"default-src 'self'; frame-src 'self' https://n8n.example.com; frame-ancestors 'none'",
		);
	});

	test.each(['/entry.js', '/entry.css', '/customField.js', '/post-robot.js'])(
		'%s comes along',
		async (path) => expect((await call('GET', path)).status).toBe(200),
	);

	test.each([
		['a form that any page could send', 'PUT', '/api/forms/article/x', 'fields=1', 'text/plain'],
		['a body without fields', 'PUT', '/api/forms/article/x', '{}', 'application/json'],
		[
			'an entry that is not there',
			'PUT',
			'/api/forms/article/x',
			'{"fields":{}}',
			'application/json',
		],
		['no content type', 'POST', '/api/forms', '{}', 'application/json'],
	])('%s is refused', async (_what, method, path, body, type) => {
		const { status, data } = await call<{ error: string }>(method, path, body, type);
		expect([status, data]).toEqual([400, { error: expect.any(String) as string }]);
	});
});

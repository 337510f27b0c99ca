import axios from 'axios';
import { assetByExternalId } from '../../../sandbox/client/library';
import { connectServices, type Services } from '../../../sandbox/client/services';
import { EventLog } from '../../../sandbox/console/eventLog';
import { startConsole } from '../../../sandbox/console/server';
import { startSandbox, type Sandbox } from '../../../sandbox/sandbox';

describe('the console page', () => {
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

	const get = async <T>(path: string) => (await axios.get<T>(`${page.url}${path}`)).data;
	const press = async (name: string, body: unknown, type = 'application/json') =>
		await axios.post(`${page.url}/api/buttons/${name}`, body, {
			headers: { 'content-type': type },
			validateStatus: () => true,
		});

	test('may load nothing from elsewhere and stand in no frame', async () => {
		const { headers } = await axios.get(page.url);

		expect(headers['content-type']).toMatch(/^text\/html/);
		expect(headers['content-security-policy']).toBe("default-src 'self'; frame-ancestors 'none'");
	});

	test('a button does in iconik what it says, and the page tells of it', async () => {
		const { id, title } = await assetByExternalId(services, 'HO-ridge-jacket');

		const { status, data } = await press('approve', { assetId: id });

		expect([status, data]).toEqual([200, { text: `Approve: ${title}` }]);
		const after = await assetByExternalId(services, 'HO-ridge-jacket');
		expect(after.approval_status).toBe('APPROVED');
		const overview = await get<{ events: Array<{ text: string }>; videos: unknown[] }>(
			'/api/overview',
		);
		expect(overview.events[0]?.text).toBe(`Approve: ${title}`);
		expect(overview.videos).toContainEqual({ id, title, standing: 'approved' });
	});

	test('every button that is offered can be pressed', async () => {
		const offered = await get<Array<{ name: string }>>('/api/buttons');
		const { id: assetId } = await assetByExternalId(services, 'HO-wax-boots');

		for (const { name } of offered.filter((button) => button.name !== 'send'))
			expect([name, (await press(name, { assetId })).status]).toEqual([name, 200]);
	});

	test('what cannot be done is answered with the reason', async () => {
		const { status, data } = await press('approve', { assetId: 'none' });

		expect(status).toBe(400);
		expect(data).toEqual({ error: expect.stringContaining('there is no asset "none"') });
	});

	test('nobody has registered a button in iconik: said so', async () => {
		const { id: assetId } = await assetByExternalId(services, 'HO-wax-boots');

		const { status, data } = await press('send', { assetId });

		expect(status).toBe(400);
		expect(data).toEqual({ error: expect.stringContaining('Nothing has registered') });
	});

	test.each([
		['an unknown button', 'toString', '{"assetId":"x"}', 'application/json', 400],
		['a body that is no press', 'approve', '[]', 'application/json', 400],
		['a form, which any page could send', 'approve', 'assetId=x', 'text/plain', 400],
		['another form', 'approve', 'assetId=x', 'application/x-www-form-urlencoded', 415],
	])('%s is refused', async (_what, name, body, type, expected) => {
		const { status, data } = await press(name, body, type);

		expect(status).toBe(expected);
		expect(JSON.stringify(data)).not.toMatch(/is not a function/);
	});
});

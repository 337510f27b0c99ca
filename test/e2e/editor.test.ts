import { connectSuite, type Suite } from './harness/suite';

const CONTENTSTACK = 'n8n-nodes-contentstack-iconik.contentstack';
const ICONIK = 'n8n-nodes-contentstack-iconik.iconik';

interface Named {
	name: string;
	value: unknown;
}

/** What n8n's editor asks its server for while somebody fills in a node. */
describe('in the editor of the real n8n', () => {
	let suite: Suite;

	beforeAll(async () => {
		suite = await connectSuite();
		await suite.n8n.run(await suite.importWorkflow('00-set-up.json'));
	});

	const ask = async <T>(kind: string, type: string, methodName: string, parameters = {}) =>
		await suite.n8n.api.call<T>('POST', `/rest/dynamic-node-parameters/${kind}`, {
			path: 'parameters.field',
			methodName,
			nodeTypeAndVersion: { name: type, version: 1 },
			currentNodeParameters: { authentication: 'managementToken', ...parameters },
			credentials: suite.credentials,
		});

	const options = async (type: string, methodName: string, parameters = {}) =>
		(await ask<Named[]>('options', type, methodName, parameters)).map(({ name }) => name);

	test('environments and languages come from the stack', async () => {
		expect(await options(CONTENTSTACK, 'getEnvironments')).toEqual(['production', 'staging']);
		expect(
			(await ask<Named[]>('options', CONTENTSTACK, 'getLocales')).map(({ value }) => value),
		).toEqual(expect.arrayContaining(['en-us', 'de-de', 'fr-fr']));
	});

	test('content types are found by a part of their title', async () => {
		const { results } = await suite.n8n.api.call<{ results: Named[] }>(
			'POST',
			'/rest/dynamic-node-parameters/resource-locator-results',
			{
				path: 'parameters.contentType',
				methodName: 'searchContentTypes',
				filter: 'iconik',
				nodeTypeAndVersion: { name: CONTENTSTACK, version: 1 },
				currentNodeParameters: { authentication: 'managementToken' },
				credentials: suite.credentials,
			},
		);
		expect(results.map(({ value }) => value)).toEqual(['iconik_media']);
	});

	test('the fields to map are those of the chosen content type', async () => {
		const { fields } = await ask<{ fields: Array<{ id: string }> }>(
			'resource-mapper-fields',
			CONTENTSTACK,
			'getEntryFields',
			{
				resource: 'entry',
				operation: 'createOrUpdate',
				contentType: { __rl: true, mode: 'id', value: 'iconik_media' },
				matchField: 'iconik_asset_id',
			},
		);
		const ids = fields.map(({ id }) => id);
		expect(ids).toEqual(expect.arrayContaining(['title', 'delivery_url', 'captions']));
		expect(ids).not.toContain('iconik_asset_id');
	});

	test('metadata views and export locations come from iconik', async () => {
		const views = await options(ICONIK, 'getViews', { resource: 'asset' });
		expect(views).toEqual(expect.arrayContaining(['Editorial', 'Usage rights', 'Delivery']));
		expect(await options(ICONIK, 'getExportLocations')).toContain('CDN');
	});

	test.each([
		['contentstackApi', { managementToken: 'cs-no-such-token' }, /management token/i],
		['contentstackApi', { apiKey: 'blt0000000000000000' }, /API key/i],
		['contentstackApi', { branch: 'nowhere' }, /branch/i],
		['iconikApi', { authToken: 'no-such-token' }, /token/i],
	])('the test of a %s credential with %p says what is wrong', async (type, wrong, message) => {
		const { id, name } = suite.credentials[type] as { id: string; name: string };
		const stored = await suite.n8n.api.call<{ data: Record<string, unknown> }>(
			'GET',
			`/rest/credentials/${id}?includeData=true`,
		);
		const test = async (changes: Record<string, unknown>) =>
			await suite.n8n.api.call<{ status: string; message: string }>(
				'POST',
				'/rest/credentials/test',
				{ credentials: { id, name, type, data: { ...stored.data, ...changes } } },
			);
		expect(await test({})).toMatchObject({ status: 'OK' });
		expect(await test(wrong)).toMatchObject({
			status: 'Error',
			message: expect.stringMatching(message),
		});
	});
});

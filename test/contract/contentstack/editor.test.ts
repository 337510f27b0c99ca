import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { ContentstackApi } from '../../../credentials/ContentstackApi.credentials';
import { credentialTest, loadOptionsContext } from '../../support/engine';
import { withContentstack } from '../../support/sandbox';
import { byId, configured, install, node, save } from './runContentstack';

const service = withContentstack();
beforeAll(async () => {
	await install(service);
});

const context = (parameters: INodeParameters = save, change: IDataObject = {}) =>
	loadOptionsContext(
		configured(
			{ contentstackApi: { ...service.credentials.contentstackApi, ...change } },
			parameters,
		),
	);
const { listSearch, loadOptions, resourceMapping } = node.methods;

describe('lists in the editor', () => {
	it('content types are searched by name', async () => {
		const { results } = await listSearch.searchContentTypes.call(context(), 'ico');
		expect(results.map(({ value }) => value)).toEqual(['iconik_media']);
	});

	it('entries are searched by a part of their title as it stands', async () => {
		await service.act('create-entry', { contentType: 'campaign', fields: { title: 'Spring (1)' } });
		const campaign = context({ ...save, contentType: byId('campaign') });
		const { results } = await listSearch.searchEntries.call(campaign, 'spring (');
		expect(results.map(({ name }) => name)).toEqual(['Spring (1)']);
		expect(results[0]?.url).toContain('/content-type/campaign/en-us/entry/');
	});

	it('environments, languages and match fields come from the stack', async () => {
		const environments = await loadOptions.getEnvironments.call(context());
		expect(environments.map(({ value }) => value)).toEqual(
			expect.arrayContaining(['production', 'staging']),
		);
		const locales = await loadOptions.getLocalesOrMaster.call(context());
		expect(locales.map(({ value }) => value)).toEqual(
			expect.arrayContaining(['', 'en-us', 'de-de', 'fr-fr']),
		);
		const fields = await loadOptions.getMatchFields.call(context());
		expect(fields[0]).toMatchObject({ value: 'iconik_asset_id' });
	});

	it('the mapper shows every field but the matched one, with what goes in', async () => {
		const { fields } = await resourceMapping.getEntryFields.call(context());
		const byUid = new Map(fields.map((field) => [field.id, field]));
		expect(byUid.has('iconik_asset_id')).toBe(false);
		expect(byUid.get('poster')?.displayName).toBe('Poster (Asset UID)');
		expect(byUid.get('captions')).toMatchObject({
			type: 'array',
			displayName: 'Captions (List of Objects)',
		});
		expect(byUid.get('iconik_state')).toMatchObject({ type: 'options' });
		expect(byUid.get('preview_expires')?.type).toBe('dateTime');
	});

	it('an expression as content type is explained instead of asked for', async () => {
		const unresolved = context({ ...save, contentType: byId('={{ $json.type }}') });
		await expect(resourceMapping.getEntryFields.call(unresolved)).rejects.toThrow(
			'is an expression',
		);
	});

	it('a host that does not answer is told soon, with its address', async () => {
		const nowhere = context(save, { apiUrl: 'http://127.0.0.1:1' });
		await expect(loadOptions.getEnvironments.call(nowhere)).rejects.toMatchObject({
			message: expect.stringContaining('could not be reached at http://127.0.0.1:1'),
			description: expect.stringContaining('GET /v3/environments: no answer, ECONNREFUSED'),
		});
	});
});

describe('the test of the credential', () => {
	const test = async (change: IDataObject) =>
		await credentialTest({
			credentialType: new ContentstackApi(),
			node,
			data: { ...service.credentials.contentstackApi, ...change } as never,
		});

	it('passes with the right values', async () => {
		expect(await test({})).toMatchObject({ status: 'OK' });
	});

	it.each([
		[{ apiKey: 'blt0000000000000000' }, /^Stack API Key: .*Settings → Stack/],
		[{ managementToken: 'cswrong' }, /^Management Token: .*Settings → Tokens → Management Tokens/],
		[{ branch: 'nowhere' }, /^Branch: "nowhere" .*Settings → Branches/],
		[{ deliveryToken: 'cswrong' }, /^Delivery Token: .*Settings → Tokens → Delivery Tokens/],
		[{ environment: 'moon' }, /^Environment: "moon" /],
		[{ environment: 'staging' }, /"staging"/],
		[{ environment: '' }, /^Environment: missing/],
		[{ apiUrl: 'http://127.0.0.1:1' }, /^Region: http:\/\/127.0.0.1:1 cannot be reached/],
		[{ apiUrl: '' }, /^Management API URL: /],
		[{ cdnUrl: 'http://127.0.0.1:1' }, /^Delivery API URL: /],
	])('%j is told as the wrong value', async (change, words) => {
		const { status, message } = await test(change);
		expect(status).toBe('Error');
		expect(message).toMatch(words);
		expect(message).not.toContain('cswrong');
	});

	it('a web page instead of data points at the region', async () => {
		await service.faults([{ fault: 'html', status: 404 }]);
		expect((await test({})).message).toMatch(/^Region: .*web page/);
	});
});

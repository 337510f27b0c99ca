import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { loadOptionsContext } from '../../support/engine';
import { withContentstack } from '../../support/sandbox';
import { byId, configured, node, run } from './runContentstack';

const service = withContentstack();
beforeEach(async () => await service.clearLog());

const go = async (parameters: INodeParameters, items: IDataObject[] = [{}]) => {
	const { json, error } = await run(service, parameters, items);
	expect(error).toBeUndefined();
	return json;
};
const all = async (resource: string, more: INodeParameters = {}) =>
	await go({ resource, operation: 'getAll', returnAll: true, ...more });
const manage = async (path: string, body: object) => {
	const { baseUrl, apiKey, managementToken } = service.connection;
	const answer = await fetch(`${baseUrl}/v3${path}`, {
		method: 'POST',
		headers: {
			api_key: apiKey,
			authorization: managementToken,
			'content-type': 'application/json',
		},
		body: JSON.stringify(body),
	});
	expect(answer.status).toBe(201);
};

it('environments, locales and branches are listed', async () => {
	expect((await all('environment')).map(({ name }) => name)).toEqual(['production', 'staging']);
	expect(await all('locale')).toMatchObject([
		{ code: 'en-us', fallback_locale: null },
		{ code: 'de-de', fallback_locale: 'en-us' },
		{ code: 'fr-fr', fallback_locale: 'en-us' },
	]);
	expect((await all('branch')).map(({ uid }) => uid)).toEqual(['main', 'develop']);
	expect(await all('locale', { returnAll: false, limit: 2 })).toHaveLength(2);
});

it('workflows are listed with their stages, cut down or whole', async () => {
	const [workflow] = await all('workflow');
	expect((workflow?.stages as IDataObject[]).map(({ name }) => name)).toEqual([
		'Draft',
		'Ready for Media',
		'Review',
		'Approved',
	]);
	const [raw] = await all('workflow', { simplify: false });
	expect(raw).toHaveProperty('workflow_stages');
});

it('an unknown branch in the credential is told as such', async () => {
	const { error } = await run(service, { resource: 'locale', operation: 'getAll' }, [{}], {
		credentials: { contentstackApi: { ...service.credentials.contentstackApi, branch: 'nowhere' } },
	});
	expect(error?.message).toContain('branch');
	expect(error?.description).toContain('Settings → Branches');
});

describe('terms of a taxonomy', () => {
	const create: INodeParameters = {
		resource: 'term',
		operation: 'create',
		taxonomy: byId('genre'),
		termUid: '={{ $json.term }}',
		termName: '={{ $json.name }}',
		parentUid: '={{ $json.parent }}',
	};
	beforeAll(async () => {
		await manage('/taxonomies', { taxonomy: { uid: 'genre', name: 'Genre' } });
	});

	it('are made, under others too, and listed', async () => {
		expect(await all('taxonomy')).toMatchObject([{ uid: 'genre', name: 'Genre' }]);
		await go(create, [{ term: 'film', name: 'Film', parent: '' }]);
		const [short] = await go(create, [{ term: 'short', name: 'Short', parent: 'film' }]);
		expect(short).toMatchObject({ uid: 'short', name: 'Short', parent_uid: 'film' });
		const terms = await all('term', { taxonomy: byId('genre') });
		expect(terms.map(({ uid }) => uid)).toEqual(['film', 'short']);
	});

	it('whose answer was lost are not made twice', async () => {
		await service.faults([
			{ fault: 'error-after-storing', status: 502, match: { method: 'POST', times: 1 } },
		]);
		const [term] = await go(create, [{ term: 'series', name: 'Series', parent: '' }]);
		expect(term).toMatchObject({ uid: 'series' });
		expect(await service.calls('write')).toHaveLength(1);
	});

	it('that are there already are refused in words', async () => {
		await go(create, [{ term: 'twice', name: 'Twice', parent: '' }]);
		const { error } = await run(service, create, [{ term: 'twice', name: 'Twice', parent: '' }]);
		expect(error?.message).toContain('uid is not unique');
	});

	it('are found through a list of taxonomies in the editor', async () => {
		const context = loadOptionsContext(configured(service.credentials, create));
		const { results } = await node.methods.listSearch.searchTaxonomies.call(context, 'GEN');
		expect(results).toEqual([{ name: 'Genre', value: 'genre' }]);
		const none = await node.methods.listSearch.searchTaxonomies.call(context, 'other');
		expect(none.results).toEqual([]);
	});
});

describe('folders', () => {
	const create = (folderName: string, parent = ''): INodeParameters => ({
		resource: 'folder',
		operation: 'create',
		folderName,
		parentFolder: byId(parent),
	});

	it('are made inside others and listed with their path', async () => {
		const [posters] = await go(create('Posters'));
		const [spring] = await go(create('Spring', String(posters?.uid)));
		expect(spring).toMatchObject({ name: 'Spring', parent: posters?.uid, path: 'Posters/Spring' });
		const folders = await all('folder');
		expect(folders.map(({ path }) => path)).toEqual(
			expect.arrayContaining(['Posters', 'Posters/Spring']),
		);
		const [asset] = await go(
			{
				resource: 'asset',
				operation: 'upload',
				source: 'binary',
				additionalFields: { folder: spring?.uid as string },
			},
			[{ json: {}, binary: { data: { data: 'eA==', mimeType: 'text/plain', fileName: 'x.txt' } } }],
		);
		expect(asset).toMatchObject({ folder: spring?.uid });
		const inside = await all('asset', { options: { folder: spring?.uid as string } });
		expect(inside.map(({ uid }) => uid)).toEqual([asset?.uid]);
	});

	it('whose answer was lost are found and not made twice', async () => {
		await service.faults([
			{ fault: 'reset-after-storing', match: { method: 'POST', path: '*/folders', times: 1 } },
		]);
		await go(create('Lost'));
		expect((await all('folder')).filter(({ name }) => name === 'Lost')).toHaveLength(1);
	});

	it('without a name are refused, as are those in a folder that is not there', async () => {
		expect((await run(service, create('='))).error?.message).toContain('no name for the folder');
		const { error } = await run(service, create('Lost child', 'blt0000000000000000'));
		expect(error?.message).toContain('Folder was not found');
	});
});

describe('lists in the editor', () => {
	beforeAll(async () => {
		await go({ resource: 'folder', operation: 'create', folderName: 'Listed', parentFolder: '' });
		await go({ resource: 'release', operation: 'create', releaseName: 'Listed' });
		await go({
			resource: 'extension',
			operation: 'installIconikPicker',
			pickerUrl: 'https://example.com/picker',
			extensionTitle: 'Listed',
		});
		await manage('/webhooks', {
			webhook: {
				name: 'Listed',
				destinations: [{ target_url: 'https://example.com/hook' }],
				channels: ['assets.create'],
			},
		});
		await manage('/global_fields', {
			global_field: {
				uid: 'listed',
				title: 'Listed',
				schema: [{ uid: 'name', display_name: 'Name', data_type: 'text' }],
			},
		});
	});

	it.each([
		'searchExtensions',
		'searchFolders',
		'searchGlobalFields',
		'searchReleases',
		'searchWebhooks',
	] as const)('%s finds by a part of the name', async (method) => {
		const context = loadOptionsContext(
			configured(service.credentials, { resource: 'release', operation: 'get' }),
		);
		const { results } = await node.methods.listSearch[method].call(context, 'iste');
		expect(results).toEqual([{ name: 'Listed', value: expect.any(String) }]);
	});
});

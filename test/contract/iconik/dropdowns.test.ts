import type { ILoadOptionsFunctions, INodeParameters } from 'n8n-workflow';
import { loadOptionsContext } from '../../support/engine';
import { withIconik } from '../../support/sandbox';
import {
	addRightsView,
	addView,
	call,
	credentialTypes,
	indexed,
	node,
	type,
	video,
} from './library';

const service = withIconik({ seed: 'empty', fresh: 'test' });

const context = (parameters: INodeParameters = {}): ILoadOptionsFunctions =>
	loadOptionsContext({ node, type, parameters, credentials: service.credentials, credentialTypes });

const { loadOptions, listSearch } = node.methods;

describe('the dropdowns', () => {
	it('show the metadata views by name, and none as a choice for usage rights', async () => {
		const rights = await addRightsView(service);
		const editorial = await addView(service, 'Editorial', { Campaign: 'string' });
		const views = [
			{ name: 'Editorial', value: editorial },
			{ name: 'Usage rights', value: rights },
		];
		expect(await loadOptions.getViews.call(context())).toMatchObject(views);
		expect(await loadOptions.getViewsOrNone.call(context())).toMatchObject([
			{ name: '[None]', value: '' },
			...views,
		]);
	});

	it('show the fields of the chosen views', async () => {
		const rightsView = await addRightsView(service);
		const editorial = await addView(service, 'Editorial', { Campaign: 'string' });
		const parameters = { rightsView, metadataViews: [rightsView, editorial] };
		const names = (options: Array<{ value: unknown }>) => options.map(({ value }) => value);
		expect(names(await loadOptions.getRightsFields.call(context(parameters)))).toEqual([
			'',
			'RightsStart',
			'RightsExpiry',
			'RightsHolder',
			'Territories',
			'UsageNotes',
		]);
		expect(names(await loadOptions.getFieldsOfViews.call(context(parameters)))).toContain(
			'Campaign',
		);
	});

	it('show nothing while the view is still an expression', async () => {
		const parameters = { deliveryStrategy: 'metadata', deliveryView: '={{ $json.view }}' };
		expect(await loadOptions.getDeliveryFields.call(context(parameters))).toEqual([]);
		// What n8n's editor makes of an expression without data.
		const unread = context({ metadataViews: 'undefined' });
		expect(await loadOptions.getFieldsOfViews.call(unread)).toEqual([]);
	});

	it('show export locations, collections and users', async () => {
		const { objects } = await call<{ objects: Array<{ id: string }> }>(
			service,
			'GET',
			'files/v1/storages/',
		);
		const location = { name: 'CDN', path: '/web', storage_id: objects[0]?.id };
		await call(service, 'POST', 'files/v1/export_locations/', location);
		await call(service, 'POST', 'assets/v1/collections/', { title: 'Spring 🌷' });
		await indexed(service);
		expect(await loadOptions.getExportLocations.call(context())).toMatchObject([
			{ name: '[None]' },
			{ name: 'CDN', description: '/web' },
		]);
		expect(await loadOptions.getCollections.call(context())).toMatchObject([{ name: 'Spring 🌷' }]);
		expect(await loadOptions.getUsers.call(context())).toMatchObject([
			{ description: 'integration@haldenoutdoor.example' },
		]);
	});

	it('find assets by the beginning of a word, whatever signs are typed', async () => {
		await video(service, 'Harbour at dawn');
		await video(service, 'Mountain hut');
		await indexed(service);
		const found = await listSearch.searchAssets.call(context(), 'harb');
		expect(found.results.map(({ name }) => name)).toEqual(['Harbour at dawn']);
		await expect(listSearch.searchAssets.call(context(), 'a: (b "')).resolves.toBeDefined();
		expect((await listSearch.searchAssets.call(context())).results).toHaveLength(2);
	});

	it('page through many assets', async () => {
		for (let n = 0; n < 51; n++) await video(service, `Clip ${n}`);
		await indexed(service);
		const first = await listSearch.searchAssets.call(context());
		expect(first.results).toHaveLength(50);
		const second = await listSearch.searchAssets.call(context(), '', String(first.paginationToken));
		expect(second.results).toHaveLength(1);
		expect(second.paginationToken).toBeUndefined();
	});
});

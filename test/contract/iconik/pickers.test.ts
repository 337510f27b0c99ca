import type { ILoadOptionsFunctions, INodeParameters } from 'n8n-workflow';
import { loadOptionsContext } from '../../support/engine';
import { withIconik } from '../../support/sandbox';
import { byId, call, credentialTypes, node, type, video } from './library';

const service = withIconik({ seed: 'demo', fresh: 'file' });

const context = (parameters: INodeParameters = {}): ILoadOptionsFunctions =>
	loadOptionsContext({ node, type, parameters, credentials: service.credentials, credentialTypes });

const { listSearch, loadOptions } = node.methods;

describe('the lists to pick from', () => {
	it('find people and groups by text', async () => {
		const all = await listSearch.searchUsers.call(context());
		const [person] = all.results;
		const word = String(person?.name).split(' ')[0] ?? '';
		const found = await listSearch.searchUsers.call(context(), word);
		expect(found.results).toContainEqual(person);
		expect(found.results.length).toBeLessThan(all.results.length);
		expect((await listSearch.searchGroups.call(context())).results.length).toBeGreaterThan(0);
		expect((await listSearch.searchGroups.call(context(), 'no such group')).results).toEqual([]);
	});

	it('find saved searches and jobs by their names', async () => {
		const saved = await call<{ id: string }>(service, 'POST', 'search/v1/search/saved/', {
			name: 'Harbours',
			criteria: { doc_types: ['assets'], query: 'harbour' },
		});
		const searches = await listSearch.searchSavedSearches.call(context(), 'Harb');
		expect(searches.results).toEqual([{ name: 'Harbours', value: saved.id }]);
		const job = await call<{ id: string }>(service, 'POST', 'jobs/v1/jobs/', {
			title: 'Sync',
			type: 'CUSTOM',
			status: 'STARTED',
		});
		const jobs = await listSearch.searchJobs.call(context());
		expect(jobs.results).toContainEqual({ name: 'Sync · STARTED', value: job.id });
	});

	it('give the segments of the chosen asset, and none before one is chosen', async () => {
		const { asset_id } = await video(service);
		const segment = await call<{ id: string }>(
			service,
			'POST',
			`assets/v1/assets/${asset_id}/segments/`,
			{ segment_type: 'COMMENT', segment_text: 'Too dark' },
		);
		const search = async (assetId: string) =>
			(await listSearch.searchSegments.call(context({ assetId: byId(assetId) }))).results;
		expect(await search(asset_id)).toEqual([{ name: 'COMMENT · Too dark', value: segment.id }]);
		expect(await search('')).toEqual([]);
		expect(await search('={{ $json.id }}')).toEqual([]);
	});

	it('find webhooks, custom actions and automations by name', async () => {
		const url = 'https://n8n.example.com/hook';
		const webhook = await call<{ id: string }>(service, 'POST', 'notifications/v1/webhooks/', {
			event_type: 'assets',
			name: 'Of shares',
			status: 'ENABLED',
			url,
		});
		const action = await call<{ id: string }>(service, 'POST', 'assets/v1/custom_actions/ASSET/', {
			context: 'ASSET',
			title: 'Send to the site',
			url,
		});
		const automation = await call<{ id: string }>(service, 'POST', 'automations/v1/automations/', {
			name: 'On captions',
			triggers: [{ type: 'SUBTITLE_ADDED', parameters: {} }],
			actions: [{ type: 'CUSTOM_ACTION', parameters: { action_id: action.id, context: 'ASSET' } }],
		});
		const found = async (search: typeof listSearch.searchWebhooks, text: string) =>
			(await search.call(context(), text)).results;
		expect(await found(listSearch.searchWebhooks, 'shares')).toEqual([
			{ name: 'Of shares', value: webhook.id },
		]);
		expect(await found(listSearch.searchCustomActions, 'SITE')).toEqual([
			{ name: 'Send to the site', value: action.id },
		]);
		expect(await found(listSearch.searchAutomations, 'caption')).toEqual([
			{ name: 'On captions', value: automation.id },
		]);
		expect(await found(listSearch.searchAutomations, 'nothing like it')).toEqual([]);
	});
});

it('relation types say what the two assets are to each other, and any may be chosen to look for', async () => {
	const types = await loadOptions.getRelationTypes.call(context());
	expect(types).toContainEqual({
		name: 'Promo',
		value: 'Promo',
		description: 'Promo of / Promo for',
	});
	expect(await loadOptions.getRelationTypesOrAny.call(context())).toEqual([
		{ name: '[Any]', value: '' },
		...types,
	]);
});

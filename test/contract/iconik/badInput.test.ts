import { withIconik } from '../../support/sandbox';
import { approvedVideo, byId, ofItem, packageOf, run } from './library';

const service = withIconik({ seed: 'empty', fresh: 'test' });

const credentials = (changes: object) => ({
	credentials: { iconikApi: { ...service.credentials.iconikApi, ...changes } },
});

describe('bad input', () => {
	it('names App-ID, token and role when the token is wrong, and does not show it', async () => {
		const { asset_id } = await approvedVideo(service);
		const { error } = await run(credentials({ authToken: 'wrong-token-4711' }), ofItem, [
			{ asset_id },
		]);
		expect(error?.httpCode).toBe('401');
		expect(error?.description).toContain('App-ID and auth token');
		expect(error?.description).toContain('Application Tokens');
		expect(JSON.stringify(error)).not.toContain('wrong-token-4711');
	});

	it('points to the host when a web page answers there', async () => {
		await service.faults([{ fault: 'html', status: 404 }]);
		const { error } = await run(service, { ...ofItem, resource: 'asset', operation: 'search' });
		expect(error?.httpCode).toBe('404');
		expect(JSON.stringify(error)).not.toContain('<html>');
	});

	it('says that nothing can be reached at an address without a service', async () => {
		const { error } = await run(credentials({ customUrl: 'http://127.0.0.1:9' }), {
			...ofItem,
			operation: 'get',
			assetId: byId('a1'),
		});
		expect(error?.message).toBe('iconik cannot be reached at this address');
	});

	it('refuses a custom host that is no web address', async () => {
		const { error } = await run(credentials({ customUrl: 'media' }), ofItem, [{ asset_id: 'a' }]);
		expect(error?.message).toBe('The iconik host is not a web address');
	});

	it('fails only the item without an asset ID, and says which', async () => {
		const { asset_id } = await approvedVideo(service);
		const items = [{ asset_id }, { title: 'no id' }, { asset_id }];
		const stopped = await run(service, ofItem, items);
		expect(stopped.error).toMatchObject({ message: 'The asset ID is missing' });
		expect(stopped.error?.context).toMatchObject({ itemIndex: 1 });

		const { output } = await run(service, ofItem, items, { onError: 'continueErrorOutput' });
		expect(output[0]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
		expect(output[1]?.map(({ json }) => json)).toEqual([
			expect.objectContaining({ title: 'no id', error: 'The asset ID is missing' }),
		]);
	});

	it('outlasts a service that refuses everything for 30 seconds', async () => {
		const { asset_id } = await approvedVideo(service);
		await service.faults([{ fault: 'rate-limited', match: { seconds: 30 } }]);
		expect(await packageOf(service, asset_id, { captions: 'none' })).toMatchObject({ asset_id });
	}, 120_000);

	it('outlasts gateway pages, and does not take them for answers', async () => {
		const { asset_id } = await approvedVideo(service);
		await service.faults([{ fault: 'html', status: 502, match: { times: 2 } }]);
		expect(await packageOf(service, asset_id)).toMatchObject({ asset_id, status: 'ACTIVE' });
	});

	it('outlasts connections that break while reading', async () => {
		const { asset_id } = await approvedVideo(service);
		await service.faults([{ fault: 'reset-before-storing', match: { times: 2 } }]);
		expect(await packageOf(service, asset_id)).toMatchObject({ asset_id });
	});

	it('never takes a failing service for a deleted asset', async () => {
		const { asset_id } = await approvedVideo(service);
		await service.act('set-role', { role: 'can_read_assets', granted: false });
		const { error, json } = await run(service, ofItem, [{ asset_id }]);
		expect(error?.httpCode).toBe('403');
		expect(json).toEqual([]);
	});
});

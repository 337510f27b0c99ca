import {
	actionItems,
	parseBody,
	webhookItems,
	withoutSecrets,
} from '../../../nodes/Iconik/webhook/events';

const action = {
	user_id: '256ebe90-c0c8-11ec-9fcd-0648baddf8b3',
	system_domain_id: '57016980-6e13-11e8-ab5a-0a580a3c0f5c',
	context: 'BULK',
	action_id: 'a3c0f5c0-6e13-11e8-ab5a-0a580a3c0f5c',
	asset_ids: ['asset-1', 'asset-2', 'asset-1'],
	collection_ids: [],
	saved_search_ids: [],
	metadata_view_id: 'view-1',
	metadata_values: { Channel: { field_values: [{ value: 'Web' }] }, Note: { field_values: [] } },
	date_created: '2022-04-29T00:22:10.316685',
	auth_token: 'short-lived',
};

const share = {
	system_domain_id: '562b6dc8',
	object_id: 'share-1',
	user_id: 'user-1',
	realm: 'shares',
	operation: 'create',
	data: {
		id: 'share-1',
		object_id: 'asset-1',
		object_type: 'assets',
		url: 'https://app.iconik.io/share/assets/x/?hash=eyJ0',
		date_created: '2021-03-08T17:52:06.936000+00:00',
	},
	request_id: '3d91fa8b50cddaaba1f4908858ffb6bb',
	event_type: 'assets',
};

describe('a custom action', () => {
	it('gives one item for each asset, once each, with the answers to its form', () => {
		expect(actionItems('custom_action', action)).toMatchObject([
			{ asset_id: 'asset-1', metadata: { Channel: 'Web', Note: null }, context: 'BULK' },
			{ asset_id: 'asset-2', date: '2022-04-29T00:22:10.316Z' },
		]);
	});

	it('never gives on the token that comes along', () => {
		expect(JSON.stringify(actionItems('review_status_changed', action))).not.toContain(
			'short-lived',
		);
	});

	it('gives an item without an asset for a collection, and none for nothing', () => {
		const collection = { ...action, asset_ids: null, collection_ids: ['collection-1'] };
		expect(actionItems('custom_action', collection)).toMatchObject([
			{ asset_id: null, collection_ids: ['collection-1'] },
		]);
		expect(actionItems('custom_action', { hello: 'world' })).toBeUndefined();
	});
});

describe('a webhook event', () => {
	it('finds the asset in the data when the changed thing is a share', () => {
		expect(webhookItems('webhook', share)).toMatchObject([
			{
				asset_id: 'asset-1',
				object_id: 'share-1',
				realm: 'shares',
				date: '2021-03-08T17:52:06.936Z',
			},
		]);
	});

	it('takes the object itself for the asset in events of the asset', () => {
		const event = {
			event_type: 'assets',
			realm: 'entity',
			operation: 'update',
			object_id: 'asset-9',
		};
		expect(webhookItems('webhook', event)).toMatchObject([{ asset_id: 'asset-9', data: {} }]);
	});

	it('knows no asset in an event of a collection about a collection', () => {
		const event = {
			event_type: 'collections',
			object_id: 'c',
			data: { object_type: 'collections', object_id: 'd' },
		};
		expect(webhookItems('webhook', event)).toMatchObject([{ asset_id: null, object_id: 'c' }]);
	});

	it('is nothing without an event type', () => {
		expect(webhookItems('webhook', { realm: 'entity' })).toBeUndefined();
	});

	it('does not give on signed addresses', () => {
		expect(JSON.stringify(webhookItems('webhook', share))).not.toContain('hash=');
	});
});

describe('withoutSecrets', () => {
	it('takes out tokens, passwords and credentials at any depth, and leaves the rest', () => {
		const data = {
			name: 'Köln 🚢',
			auth_token: 'x',
			list: [{ authToken: 'x', size: 3 }, 'plain'],
			storage: { upload_credentials: { key: 'x' }, password: 'x', path: '/a', none: null },
		};
		expect(withoutSecrets(data)).toEqual({
			name: 'Köln 🚢',
			list: [{ size: 3 }, 'plain'],
			storage: { path: '/a', none: null },
		});
	});
});

describe('parseBody', () => {
	it.each([
		['empty', ''],
		['no JSON', '<html></html>'],
		['half a JSON', '{"a":'],
		['an array', '[1]'],
		['a text', '"x"'],
		['null', 'null'],
	])('refuses a body that is %s', (_, body) => {
		expect(parseBody(Buffer.from(body))).toBeUndefined();
	});

	it('reads a byte order mark and emoji', () => {
		expect(parseBody(Buffer.from('\uFEFF{"title":"Hafen 🚢"}'))).toEqual({ title: 'Hafen 🚢' });
	});

	it('reads 5 MB and refuses 13 MB', () => {
		const sized = (bytes: number) => Buffer.from(JSON.stringify({ fill: 'x'.repeat(bytes) }));
		expect(parseBody(sized(5_000_000))).toBeDefined();
		expect(parseBody(sized(13_000_000))).toBeUndefined();
	});
});

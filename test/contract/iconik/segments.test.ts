import { withIconik } from '../../support/sandbox';
import { byId, call, run, video } from './library';

const service = withIconik({ seed: 'demo', fresh: 'test' });

const segment = async (operation: string, parameters: object, items?: object[]) =>
	await run(service, { resource: 'segment', operation, ...parameters }, items as never);

const person = async () => {
	const { objects } = await call<{ objects: Array<{ id: string; first_name: string }> }>(
		service,
		'GET',
		'users/v1/users/basic/?per_page=100',
	);
	return objects[1] ?? { id: '', first_name: '' };
};

describe('Segment', () => {
	it('comments at a time, answers the comment, and lists both', async () => {
		const { asset_id } = await video(service);
		const assetId = byId(asset_id);
		const first = await segment('createComment', {
			assetId,
			text: 'Too dark',
			options: { start: 2000 },
		});
		expect(first.json).toMatchObject([
			{ asset_id, type: 'COMMENT', text: 'Too dark', start_ms: 2000, end_ms: 2000, notified: [] },
		]);
		const parentId = String(first.json[0]?.id);
		await segment('createComment', { assetId, text: 'Fixed', options: { parentId } });
		await segment('createMarker', { assetId, text: 'Cut', start: 5000, options: { end: 6000 } });
		const filters = { segmentType: 'COMMENT' };
		const { json } = await segment('getAll', { assetId, filters });
		expect(json).toMatchObject([{ text: 'Too dark' }, { text: 'Fixed', parent_id: parentId }]);
		expect((await segment('getAll', { assetId, limit: 1 })).json).toHaveLength(1);
		expect((await segment('getAll', { assetId, returnAll: true })).json).toMatchObject([
			{},
			{},
			{ type: 'MARKER', start_ms: 5000, end_ms: 6000 },
		]);
	});

	it('names the people it mentions and puts a message under their bell', async () => {
		const { asset_id } = await video(service);
		const { id, first_name } = await person();
		const { json } = await segment('createComment', {
			assetId: byId(asset_id),
			text: 'Please look',
			mentions: [id],
		});
		expect(json).toMatchObject([
			{ text: expect.stringMatching(new RegExp(`^@${first_name} .*Please look$`)), notified: [id] },
		]);
		const sent = (await service.calls()).filter(({ path }) => path.includes('/notifications/'));
		expect(sent).toHaveLength(1);
	});

	it('makes a comment with the same external ID only once, and notifies only once', async () => {
		const { asset_id } = await video(service);
		const { id } = await person();
		const parameters = {
			assetId: byId(asset_id),
			text: 'From the website',
			mentions: [id],
			options: { externalId: 'entry-7' },
		};
		const first = await segment('createComment', parameters);
		const second = await segment('createComment', parameters);
		expect(second.json[0]?.id).toBe(first.json[0]?.id);
		expect(second.json[0]?.notified).toEqual([]);
	});

	it('deletes one, and fails for one that is gone while the other items go on', async () => {
		const { asset_id } = await video(service);
		const made = await segment('createMarker', { assetId: byId(asset_id), start: 0 });
		const id = made.json[0]?.id;
		const unknown = '00000000-0000-11ee-8000-000000000000';
		const parameters = {
			resource: 'segment',
			operation: 'delete',
			assetId: byId(asset_id),
			segmentId: byId('={{ $json.id }}'),
		};
		const items = [{ id: unknown }, { id }] as never;
		const { json } = await run(service, parameters, items, { onError: 'continueRegularOutput' });
		expect(json).toMatchObject([{ error: expect.stringContaining('exist') }, { deleted: true }]);
	});
});

describe('Relation', () => {
	const relation = async (operation: string, parameters: object) =>
		await run(service, { resource: 'relation', operation, ...parameters });

	it('relates two assets, again without a second relation, lists them and ends it', async () => {
		const film = await video(service, 'Film');
		const promo = await video(service, 'Promo');
		const pair = {
			assetId: byId(promo.asset_id),
			relatedAssetId: byId(film.asset_id),
			relationType: 'Promo',
		};
		const first = await relation('create', { ...pair, relationDescription: 'Cut from it' });
		expect(first.json).toMatchObject([
			{ related_to_asset_id: film.asset_id, relation_type: 'Promo', description: 'Cut from it' },
		]);
		expect((await relation('create', pair)).json[0]?.id).toBe(first.json[0]?.id);
		await service.clock({ advanceMs: 5000 });
		const assetId = byId(promo.asset_id);
		const typed = await relation('getAll', { assetId, typeFilter: 'Promo' });
		expect(typed.json).toMatchObject([{ id: film.asset_id, relation_type: 'Promo' }]);
		expect((await relation('getAll', { assetId, typeFilter: 'Sibling' })).json).toEqual([]);
		expect((await relation('getAll', { assetId })).json).toMatchObject([{ title: 'Film' }]);
		expect((await relation('delete', pair)).json).toEqual([{ deleted: true }]);
		expect((await relation('getAll', { assetId })).json).toEqual([]);
	});

	it('says what iconik does not know', async () => {
		const { asset_id } = await video(service);
		const pair = { assetId: byId(asset_id), relatedAssetId: byId(asset_id) };
		const unknown = await relation('create', { ...pair, relationType: 'Nonsense' });
		expect(unknown.error?.message).toContain('Relation type');
		const none = await relation('create', { ...pair, relationType: '={{ $json.missing }}' });
		expect(none.error?.message).toMatch(/relation type/i);
	});
});

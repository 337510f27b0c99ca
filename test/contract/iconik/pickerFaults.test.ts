import type { INodeParameters } from 'n8n-workflow';
import type { PickerRefusal, SearchAnswer, SelectAnswer } from '../../../lib/pickerProtocol';
import { withIconik } from '../../support/sandbox';
import { approvedVideo, indexed, video } from './library';
import { ask, keyOf, session } from './picker';

const service = withIconik({ seed: 'empty' });
const ALL: INodeParameters = { approvedOnly: false };

let words = 0;
/** A search that nobody has asked before, so that no kept answer helps. */
const search = async (token: string, text = `word${++words}`) =>
	await ask<SearchAnswer & PickerRefusal>(service, 'search', {
		session: token,
		parameters: ALL,
		query: { text },
	});

const select = async (id: string, parameters = ALL) =>
	await ask<SelectAnswer & PickerRefusal>(service, 'select', {
		session: await session(service, { parameters }),
		parameters,
		body: { picks: [{ id, pinnedVersionId: null }] },
	});

it.each([
	['refuses everything', { fault: 'rate-limited' }, 503, 'iconik_slow'],
	['fails', { fault: 'error-before-storing', status: 500 }, 502, 'iconik_down'],
	['is behind a gateway that fails', { fault: 'html', status: 502 }, 502, 'iconik_down'],
	['breaks off its answers', { fault: 'reset-before-storing' }, 504, 'iconik_slow'],
	['lets nobody in', { fault: 'html', status: 403 }, 502, 'iconik_down'],
] as const)(
	'when iconik %s, the page learns in plain words what to do, and nothing about n8n',
	async (_, fault, status, code) => {
		const token = await session(service, { parameters: ALL });
		await service.faults([{ ...fault, match: { path: '/API/*' } } as never]);
		const answer = await search(token);
		expect(answer).toMatchObject({ status, body: { code, message: expect.stringMatching(/\.$/) } });
		expect(Object.keys(answer.body).every((key) => /^(code|message|retryAfter)$/.test(key))).toBe(
			true,
		);
		expect(JSON.stringify(answer)).not.toContain('/API/');
		expect(JSON.stringify(answer)).not.toContain(service.connection.authToken);
	},
);

it('one refused call is tried again, and the editor notices nothing', async () => {
	const token = await session(service, { parameters: ALL });
	await service.faults([{ fault: 'error-before-storing', status: 500, match: { times: 1 } }]);
	expect((await search(token)).status).toBe(200);
});

it('what failed is not kept: the next try finds', async () => {
	await approvedVideo(service, 'Again and again');
	await indexed(service);
	const token = await session(service, { parameters: ALL });
	await service.faults([{ fault: 'error-before-storing', status: 500 }]);
	expect((await search(token, 'again')).status).toBe(502);
	await service.faults([]);
	expect((await search(token, 'again')).body.items).toMatchObject([{ title: 'Again and again' }]);
});

it('a session opens while iconik is down, when no collection is chosen', async () => {
	await service.faults([{ fault: 'error-before-storing', status: 500 }]);
	expect((await ask(service, 'session', { body: { key: keyOf(service) } })).status).toBe(200);
});

it('approvals that cannot be read do not take the grid away: the asset then counts as not approved', async () => {
	const { asset_id } = await approvedVideo(service, 'Two versions');
	await service.act('add-version', { asset_id });
	await indexed(service);
	const token = await session(service, { parameters: ALL });
	await service.faults([
		{ fault: 'error-before-storing', status: 500, match: { path: '*/approvals/*' } },
	]);
	const { status, body } = await search(token, 'versions');
	expect(status).toBe(200);
	expect(body.items).toMatchObject([{ title: 'Two versions', approval: 'N/A' }]);
});

it('an asset that was deleted between search and pick is not taken', async () => {
	const { asset_id } = await approvedVideo(service, 'Deleted meanwhile');
	await indexed(service);
	await service.faults([{ fault: 'index-lag', milliseconds: 60_000 }]);
	await service.act('delete-asset', { asset_id });
	const token = await session(service, { parameters: ALL });
	expect((await search(token, 'meanwhile')).body.items).toHaveLength(1);
	const { items, body } = await select(asset_id);
	expect(items).toBeUndefined();
	expect(body).toEqual({
		values: [],
		refused: [
			{
				id: asset_id,
				reason: 'It is no longer in the part of iconik that you can pick from.',
			},
		],
	});
});

it('an approval that was taken back, or a block, between search and pick counts', async () => {
	const { asset_id } = await approvedVideo(service, 'Taken back');
	await indexed(service);
	await service.faults([{ fault: 'index-lag', milliseconds: 60_000 }]);
	await service.act('reject', { asset_id });
	const { items, body } = await select(asset_id, { approvedOnly: true });
	expect(items).toBeUndefined();
	expect(body.refused[0]?.reason).toMatch(/^No version is approved/);
});

it('while the index lags behind, an approved asset is picked as it is', async () => {
	await service.faults([{ fault: 'index-lag', milliseconds: 60_000 }]);
	const { asset_id } = await approvedVideo(service, 'Just approved');
	expect((await select(asset_id, { approvedOnly: true })).items).toMatchObject([{ asset_id }]);
});

it('an asset whose kind of media is not known yet is not taken for one of the chosen kinds', async () => {
	await service.faults([{ fault: 'index-lag', milliseconds: 60_000 }]);
	const { asset_id } = await video(service, 'Unknown kind');
	const { items, body } = await select(asset_id, { ...ALL, mediaTypes: ['video'] });
	expect(items).toBeUndefined();
	expect(body.refused).toHaveLength(1);
});

it('a selection that iconik cannot confirm starts nothing, so that nothing in the field is lost', async () => {
	const { asset_id } = await approvedVideo(service, 'Not now');
	await indexed(service);
	const token = await session(service, { parameters: ALL });
	await service.faults([{ fault: 'error-before-storing', status: 500 }]);
	const answer = await ask(service, 'select', {
		session: token,
		parameters: ALL,
		body: { picks: [{ id: asset_id, pinnedVersionId: null }] },
	});
	expect(answer).toMatchObject({ status: 502, body: { code: 'iconik_down' }, items: undefined });
});

import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { PickerRefusal, SearchAnswer, SelectAnswer } from '../../../lib/pickerProtocol';
import { withIconik } from '../../support/sandbox';
import { approvedVideo, indexed, video } from './library';
import { ask, session } from './picker';

// The page is built from its own sources; what the node does with it does not depend on what is in it.
jest.mock(
	'../../../nodes/Iconik/picker/page',
	() => ({
		pageHtml: '<!doctype html><title>Picker</title>',
		scriptHashes: ["'sha256-script'"],
		styleHashes: ["'sha256-style'"],
	}),
	{ virtual: true },
);

const service = withIconik({ seed: 'empty' });
const ALL: INodeParameters = { approvedOnly: false };
const nil = '00000000-0000-4000-8000-000000000000';
const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const BAD = '<script>alert(1)</script><img src=x onerror=alert(1)>';

async function refusal(name: string, query: Record<string, string | string[]>, body?: IDataObject) {
	const token = await session(service, { parameters: ALL });
	await service.clearLog();
	const answer = await ask<PickerRefusal>(service, name, {
		session: token,
		parameters: ALL,
		query,
		...(body && { body }),
	});
	expect(await service.calls()).toEqual([]);
	expect(answer.items).toBeUndefined();
	return answer;
}

it.each<[string, string, Record<string, string | string[]>]>([
	['a query of 100 kB', 'search', { text: 'a'.repeat(100_000) }],
	['a text given twice', 'search', { text: ['a', 'b'] }],
	['an order that does not exist', 'search', { sort: 'system_domain_id' }],
	['a date that is none', 'search', { createdFrom: '2027-13-45' }],
	['a duration that is none', 'search', { durationFrom: '-1e9' }],
	['a collection that is a path', 'search', { collection: '../../assets' }],
	['media types that are a query', 'search', { mediaTypes: 'video OR *:*' }],
	['a cursor that is no JSON', 'search', { cursor: 'zzzz' }],
	['a cursor with objects in it', 'search', { cursor: encoded({ after: [{ a: 1 }] }) }],
	['a cursor without end', 'search', { cursor: encoded({ after: ['a'.repeat(3000)] }) }],
	['a page beyond all pages', 'search', { cursor: encoded({ page: 1e9 }) }],
	['a path instead of an ID', 'asset', { id: '../../../users/v1/users' }],
	['an encoded path instead of an ID', 'asset', { id: '..%2f..%2fusers' }],
	['an address instead of an ID', 'asset', { id: 'https://evil.example/picture.jpg' }],
	['no ID', 'asset', {}],
	['an ID with a line break', 'asset', { id: '00000000-0000-4000-8000-000000000000\n/x' }],
	['101 IDs', 'state', { ids: Array(101).fill('00000000-0000-4000-8000-000000000000').join() }],
	['no IDs', 'state', { ids: '' }],
	['an ID with two versions', 'state', { ids: `${nil}:${nil}:${nil}` }],
	['a parent that is a path', 'collections', { parent: '..' }],
])('%s is refused in plain words and does not reach iconik', async (_, name, query) => {
	const { status, body, headers } = await refusal(name, query);
	expect(status).toBe(400);
	expect(body).toMatchObject({ code: 'bad_request', message: expect.stringMatching(/\.$/) });
	expect(headers['cache-control']).toBe('no-store');
});

it.each<[string, IDataObject]>([
	['no picks', { picks: [] }],
	['101 picks', { picks: Array(101).fill({ id: nil, pinnedVersionId: null }) as IDataObject[] }],
	['a pick without an ID', { picks: [{ pinnedVersionId: null }] }],
	['a pick that is text', { picks: ['x'] }],
	['a pinned version that is a path', { picks: [{ id: nil, pinnedVersionId: '../x' }] }],
	['an entry that is text', { picks: [{ id: nil, pinnedVersionId: null }], entry: 'x' }],
	['a field that is an object', { picks: [{ id: nil }], entry: { field: {} } }],
])('a selection with %s starts nothing', async (_, body) => {
	expect(await refusal('select', {}, body)).toMatchObject({
		status: 400,
		body: { code: 'bad_request' },
	});
});

it('a script in a title stays text, in an answer that no browser takes for a page', async () => {
	const { asset_id } = await approvedVideo(service, BAD);
	await indexed(service);
	const token = await session(service);
	const { body, headers } = await ask<SearchAnswer>(service, 'search', { session: token });
	expect(body.items.find(({ id }) => id === asset_id)?.title).toBe(BAD);
	expect(headers).toMatchObject({
		'x-content-type-options': 'nosniff',
		'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
		'referrer-policy': 'no-referrer',
		'cross-origin-resource-policy': 'same-origin',
	});
});

it('the page may run its own script, ask its own node and stand in the chosen frames, nothing else', async () => {
	const parameters = {
		appHosts: ['https://eu-app.contentstack.com'],
		otherAppHosts: "https://cms.example.com/x, javascript:alert(1), 'unsafe-inline'; script-src *",
		options: { storageHosts: "https://media.example.com, * ; script-src 'unsafe-inline'" },
	};
	const { status, body, headers } = await ask<string>(service, '', { parameters });
	expect(status).toBe(200);
	expect(body).toBe('<!doctype html><title>Picker</title>');
	const storage = `${service.connection.baseUrl} https://media.example.com`;
	expect(headers['content-security-policy']?.split('; ')).toEqual([
		"default-src 'none'",
		"script-src 'sha256-script'",
		"style-src 'sha256-style'",
		"connect-src 'self'",
		`img-src data: blob: ${storage} https://*.contentstack.io https://*.contentstack.com`,
		`media-src blob: ${storage}`,
		"base-uri 'none'",
		"form-action 'none'",
		'frame-ancestors https://eu-app.contentstack.com https://cms.example.com',
	]);
	expect(headers['content-type']).toBe('text/html; charset=utf-8');
	expect(headers).not.toHaveProperty('x-frame-options');
});

it('a selection starts the workflow with all that it needs, each asset once', async () => {
	const { asset_id, version_id } = await approvedVideo(service, 'Harbour');
	const other = await approvedVideo(service, 'Lighthouse');
	await indexed(service);
	const { items } = await ask<SelectAnswer>(service, 'select', {
		session: await session(service),
		body: {
			picks: [
				{ id: asset_id.toUpperCase(), pinnedVersionId: version_id },
				{ id: other.asset_id, pinnedVersionId: null },
				{ id: other.asset_id, pinnedVersionId: null },
			],
			entry: { contentType: 'page', uid: 'blt1', locale: 'en-us', field: 'media' },
		},
	});
	const entry = { content_type: 'page', uid: 'blt1', locale: 'en-us', field: 'media' };
	expect(items).toEqual([
		{
			asset_id,
			title: 'Harbour',
			version_policy: 'pinned',
			pinned_version_id: version_id,
			hold_reasons: [],
			entry,
		},
		{
			asset_id: other.asset_id,
			title: 'Lighthouse',
			version_policy: 'latestApproved',
			pinned_version_id: null,
			hold_reasons: [],
			entry,
		},
	]);
});

it('with a warning, what should not be used passes on with its reasons; with approved only it does not', async () => {
	const { asset_id } = await video(service, 'Not reviewed');
	await indexed(service);
	const pick = async (parameters: INodeParameters) =>
		await ask<SelectAnswer>(service, 'select', {
			session: await session(service, { parameters }),
			parameters,
			body: { picks: [{ id: asset_id, pinnedVersionId: null }] },
		});
	const reasons = ['No version is approved: the latest is not reviewed yet'];
	expect((await pick({ ...ALL, notUsable: 'warn' })).items).toMatchObject([
		{ asset_id, hold_reasons: reasons },
	]);
	const forbidden = await pick({ ...ALL, notUsable: 'forbid' });
	expect(forbidden.items).toBeUndefined();
	expect(forbidden.body.refused).toEqual([{ id: asset_id, reason: `${reasons.join()}.` }]);
	expect((await pick({ approvedOnly: true, notUsable: 'warn' })).items).toBeUndefined();
});

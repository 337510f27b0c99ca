import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import { parseBody, toEvent } from '../../../nodes/Contentstack/webhook/events';
import { toItem } from '../../../nodes/Contentstack/webhook/item';

const payload = (name: string) =>
	JSON.parse(readFileSync(join(__dirname, 'payloads', `${name}.json`), 'utf8')) as IDataObject;
const connection = {
	credentialType: 'contentstackApi' as const,
	apiUrl: 'https://api.contentstack.io',
	cdnUrl: 'https://cdn.contentstack.io',
	appUrl: 'https://app.contentstack.com',
	apiKey: 'blt1111111111111111',
	branch: 'main',
	secrets: [],
};
const item = (name: string) => {
	const event = toEvent(payload(name));
	return toItem({ event, entry: event.entry, isCurrent: false }, connection, true);
};

it('a full save: the entry simplified, keys with $ restored, nobody published it', () => {
	expect(item('entryUpdate')).toMatchObject({
		event: 'entry_updated',
		content_type: 'film',
		content_type_title: 'Film',
		entry_uid: 'blt2222222222222222',
		title: 'Launch film',
		locale: 'en-us',
		environment: null,
		version: 3,
		branch: 'develop',
		url: null,
		path: '/films/launch',
		user_uid: 'blt4444444444444444',
		date: '2026-03-02T09:05:00.000Z',
		triggered_at: '2026-03-02T09:05:01.000Z',
		entry: {
			version: 3,
			data: { $type: 'clip' },
			hero: { uid: 'blt5555555555555555', file_name: 'hero.jpg' },
			related: [{ uid: 'blt6666666666666666', _content_type_uid: 'page' }],
		},
	});
});

it('a concise save: what names the entry, and the branch of the webhook', () => {
	expect(item('entryUpdateConcise')).toMatchObject({
		event: 'entry_updated',
		entry_uid: 'blt2222222222222222',
		version: 3,
		branch: 'main',
		user_uid: null,
		date: '2026-03-02T09:05:01.000Z',
	});
});

it('a publish: in the language that it was published in, at its public address', () => {
	expect(item('entryPublish')).toMatchObject({
		event: 'entry_published',
		locale: 'de-de',
		environment: 'production',
		url: 'https://www.example.com/de/films/launch',
		cms_url:
			'https://app.contentstack.com/#!/stack/blt1111111111111111/content-type/film/de-de/entry/blt2222222222222222/edit',
		status: 'success',
		user_uid: 'blt7777777777777777',
		date: '2026-03-02T09:06:00.000Z',
	});
});

it('a publish that failed is no publish', () => {
	const body = payload('entryPublish');
	const failed = { ...body, data: { ...(body.data as IDataObject), status: 'failed' } };
	expect(toEvent(failed).name).toBe('entryPublishFailed');
	expect(toEvent({ ...failed, event: 'unpublish' }).name).toBe('entryPublishFailed');
});

it.each(['stageNested', 'stageFlat'])('a stage change is read from %s', (name) => {
	expect(item(name)).toMatchObject({
		event: 'workflow_stage_changed',
		content_type: 'film',
		entry_uid: 'blt2222222222222222',
		title: 'Launch film',
		locale: 'en-us',
		stage: 'Review',
		stage_uid: 'blt8888888888888888',
		workflow: 'Editorial',
		user_uid: 'blt7777777777777777',
		date: '2026-03-02T09:07:00.000Z',
	});
});

it('a stage change with its confirmed parts alone leaves the stage open', () => {
	const event = toEvent({
		module: 'workflow',
		event: 'update',
		data: {
			workflow: {
				entry: { uid: 'blt2222222222222222' },
				content_type: { uid: 'film' },
				log: { updated_by: 'blt7777777777777777' },
			},
		},
	});
	expect(event).toMatchObject({
		name: 'workflowStageChanged',
		entry: { uid: 'blt2222222222222222' },
		stage: { uid: null, name: null },
		locale: null,
		user: 'blt7777777777777777',
	});
});

it('a payload of no known kind gives its data without what could be a secret', () => {
	const body = {
		module: 'environment',
		event: 'create',
		data: {
			name: 'production',
			deploy: [{ delivery_token: 'cs1', url: 'https://x', Authorization: 'Bearer x' }],
			api_key: 'blt1',
		},
	};
	const event = toEvent(body);
	expect(toItem({ event, isCurrent: false }, connection, true)).toMatchObject({
		event: 'other',
		action: 'create',
		data: { name: 'production', deploy: [{ url: 'https://x' }] },
	});
	expect(JSON.stringify(toItem({ event, isCurrent: false }, connection, true))).not.toMatch(
		/cs1|Bearer/,
	);
});

it.each([
	['job', { job: { uid: 'j1' } }],
	['bulk', { job_id: 'j1', success: 3 }],
	['jobs', { bulk_job: { uid: 'j1' } }],
])('the end of a bulk job is known however %s tells it', (module, data) => {
	const event = toEvent({ module, event: 'publish', data });
	expect(event).toMatchObject({ name: 'bulkJobCompleted', job: { uid: 'j1' } });
});

it.each([
	{},
	{ data: null },
	{ data: [] },
	{ module: 7, event: {}, data: { entry: 'x', asset: { uid: 1 }, branch: 5, workflow: 'w' } },
])('a shape that nobody expects is no fault: %j', (body) => {
	expect(toEvent(body as IDataObject)).toMatchObject({ name: 'other', entry: undefined });
});

it.each([
	['', undefined],
	['{', undefined],
	['[]', undefined],
	['"x"', undefined],
	['{"a":1}', { a: 1 }],
	['\uFEFF{"a":1}', { a: 1 }],
])('the body %j is %j', (raw, body) => {
	expect(parseBody(Buffer.from(raw))).toEqual(body);
});

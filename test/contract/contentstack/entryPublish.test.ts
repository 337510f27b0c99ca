import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { withContentstack } from '../../support/sandbox';
import { byId, install, run, save } from './runContentstack';

const service = withContentstack();
let count = 0;

const publish: INodeParameters = {
	resource: 'entry',
	operation: 'publish',
	contentType: byId('iconik_media'),
	entry: byId('={{ $json.uid }}'),
	version: '={{ $json.version }}',
	publishTo: 'environments',
	environments: ['production'],
};
const waiting = { ...publish, options: { waitUntilLive: true } };
const unpublish: INodeParameters = {
	resource: 'entry',
	operation: 'unpublish',
	contentType: byId('iconik_media'),
	entry: byId('={{ $json.uid }}'),
};

beforeAll(async () => {
	await install(service);
	await service.act('choose-behaviour', { publishDelayMs: 0 });
});

const saveAs = async (assetId: string, fields: IDataObject) =>
	(await run(service, save, [{ asset_id: assetId, fields }])).json[0] as IDataObject;
const newEntry = async () => {
	const id = `asset-${++count}`;
	return { id, saved: await saveAs(id, { title: `Film ${count}` }) };
};
const editorSaves = async (uid: unknown, fields: IDataObject) =>
	await service.act('save-entry', { contentType: 'iconik_media', uid, fields, person: 'Ann' });
const go = async (parameters: INodeParameters, item: IDataObject) => {
	await service.clearLog();
	const { json, error } = await run(service, parameters, [item]);
	expect(error).toBeUndefined();
	const posts = (await service.calls('write')).length;
	return { answer: json[0] as IDataObject, posts, reads: (await service.calls('read')).length };
};

describe('publishing an entry that a person made', () => {
	it('leaves a later draft of that person alone, though the save had nothing to change', async () => {
		// By a save of its own the node knows as whom it saves.
		await newEntry();
		const id = `asset-${++count}`;
		const fields = { title: `Film ${count}`, iconik_asset_id: id };
		const { uid } = await service.act<{ uid: string }>('create-entry', {
			contentType: 'iconik_media',
			fields,
			person: 'Ann',
		});
		await service.act('publish-entry', {
			contentType: 'iconik_media',
			uid,
			environments: ['production'],
		});
		await editorSaves(uid, { tags: ['not yet'] });

		const unchanged = await saveAs(id, { title: `Film ${count}` });
		const { answer, posts } = await go(publish, unchanged);

		expect(unchanged).toMatchObject({ result: 'unchanged', uid, version: 2 });
		expect(answer).toMatchObject({ result: 'draft_found' });
		expect(posts).toBe(0);
	});
});

describe('publishing an entry of our own', () => {
	it('queues the exact version, and does nothing once that is live', async () => {
		const { id, saved } = await newEntry();
		const first = await go(waiting, saved);
		expect(first.answer).toMatchObject({
			result: 'live',
			uid: saved.uid,
			version: 1,
			environments: ['production'],
			locales: ['en-us'],
		});
		expect(first.posts).toBe(1);

		const again = await go(publish, saved);
		expect(again.answer).toMatchObject({ result: 'already_live', environments: [] });
		expect(again.posts).toBe(0);

		const unchanged = await saveAs(id, { title: saved.entry && `Film ${count}` } as IDataObject);
		expect(unchanged).toMatchObject({
			result: 'unchanged',
			published: [{ environment: 'production', locale: 'en-us', version: 1 }],
		});
	});

	it('publishes a later version of ours without asking who saved it', async () => {
		const { id, saved } = await newEntry();
		await go(waiting, saved);
		const second = await saveAs(id, { width: 1920 });
		const { answer, reads } = await go(waiting, second);
		expect(answer).toMatchObject({ result: 'live', version: 2 });
		expect(answer.targets).toMatchObject([{ live_version: 1, drafts: [] }]);
		expect(reads).toBeLessThanOrEqual(5);
	});

	it('does not put an older version over a newer live one, unless told to', async () => {
		const { id, saved } = await newEntry();
		const second = await saveAs(id, { width: 1920 });
		await go(waiting, second);
		const older = await go(publish, saved);
		expect(older).toMatchObject({ answer: { result: 'newer_live' }, posts: 0 });
		const back = await go({ ...publish, options: { allowOlderVersion: true } }, saved);
		expect(back).toMatchObject({ answer: { result: 'queued', version: 1 }, posts: 1 });
	});

	it('goes to several environments and languages with one call', async () => {
		const { saved } = await newEntry();
		const { answer, posts } = await go(
			{ ...waiting, environments: 'production, staging', locales: ['en-us', 'de-de'] },
			saved,
		);
		expect(answer).toMatchObject({
			result: 'live',
			environments: ['production', 'staging'],
			locales: ['en-us', 'de-de'],
		});
		expect(posts).toBe(1);
	});

	it('takes a time in the future', async () => {
		const { saved } = await newEntry();
		const { answer } = await go(
			{ ...publish, options: { scheduledAt: '2099-01-01T00:00:00Z' } },
			saved,
		);
		expect(answer).toMatchObject({ result: 'queued', scheduled_at: '2099-01-01T00:00:00.000Z' });
	});
});

describe('a draft of somebody else', () => {
	it('holds the publish back and names versions and authors', async () => {
		const { id, saved } = await newEntry();
		await go(waiting, saved);
		await editorSaves(saved.uid, { description: 'Not ready yet' });
		const ours = await saveAs(id, { width: 1920 });
		expect(ours.version).toBe(3);
		const { answer, posts } = await go(publish, ours);
		expect(answer).toMatchObject({
			result: 'draft_found',
			targets: [
				{
					result: 'draft_found',
					live_version: 1,
					drafts: [{ version: 2, author: expect.any(String) }],
				},
			],
		});
		expect(posts).toBe(0);

		const anyway = await go({ ...waiting, whenDraftFound: 'publish' }, ours);
		expect(anyway.answer).toMatchObject({ result: 'live', version: 3 });
	});

	it('that came after our save does not go out: exactly our version does', async () => {
		const { saved } = await newEntry();
		await editorSaves(saved.uid, { description: 'Later draft' });
		const { answer } = await go(waiting, saved);
		expect(answer).toMatchObject({ result: 'live', version: 1 });
	});

	it('that was never published is not ours to publish', async () => {
		const { uid } = await service.act<{ uid: string }>('create-entry', {
			contentType: 'iconik_media',
			fields: { title: 'By hand', iconik_asset_id: `hand-${++count}` },
			person: 'Ann',
		});
		const ours = await saveAs(`hand-${count}`, { width: 1 });
		const { answer, posts } = await go(publish, ours);
		expect(answer).toMatchObject({ result: 'draft_found', uid });
		expect(posts).toBe(0);
	});
});

describe('a version that tells nothing new but how much the media is used', () => {
	const whereLive = { ...publish, publishTo: 'whereLive' };

	it('is no reason to publish, whoever saved it', async () => {
		const { id, saved } = await newEntry();
		await go(waiting, saved);
		const counted = await saveAs(id, { iconik_usage: { entries: 3, placements: 4 } });
		expect(counted).toMatchObject({ result: 'updated', version: 2 });
		expect(await go(publish, counted)).toMatchObject({
			answer: { result: 'already_live', targets: [{ version: 2, live_version: 1, drafts: [] }] },
			posts: 0,
		});
		await editorSaves(saved.uid, { iconik_usage: { entries: 5 } });
		const unchanged = await saveAs(id, { title: counted.entry && `Film ${count}` } as IDataObject);
		expect(await go(whereLive, unchanged)).toMatchObject({
			answer: { result: 'already_live' },
			posts: 0,
		});
	});

	it('goes live with the next change of ours, and does not hide a draft of somebody else', async () => {
		const { id, saved } = await newEntry();
		await go(waiting, saved);
		await saveAs(id, { iconik_usage: { entries: 3 } });
		const widened = await saveAs(id, { width: 1920 });
		expect((await go(waiting, widened)).answer).toMatchObject({ result: 'live', version: 3 });

		await editorSaves(saved.uid, { description: 'Not ready yet' });
		const counted = await saveAs(id, { iconik_usage: { entries: 4 } });
		expect((await go(publish, counted)).answer).toMatchObject({
			result: 'draft_found',
			targets: [{ drafts: [{ version: 4 }] }],
		});
	});

	it('is published where that field is wanted on the site', async () => {
		const { id, saved } = await newEntry();
		await go(waiting, saved);
		const counted = await saveAs(id, { iconik_usage: { entries: 3 } });
		const options = { fieldsNotWorthPublishing: '', waitUntilLive: true };
		expect((await go({ ...publish, options }, counted)).answer).toMatchObject({ result: 'live' });
	});
});

describe('where it is live now', () => {
	const whereLive = { ...publish, publishTo: 'whereLive', options: { waitUntilLive: true } };

	it('republishes there and nowhere else', async () => {
		const { id, saved } = await newEntry();
		await go({ ...waiting, environments: ['staging'] }, saved);
		const second = await saveAs(id, { width: 1920 });
		const { answer } = await go(whereLive, second);
		expect(answer).toMatchObject({ result: 'live', environments: ['staging'], version: 2 });
	});

	it('takes the version for one of the language that it was saved in', async () => {
		const { id, saved } = await newEntry();
		await run(service, { ...save, locale: 'de-de' }, [
			{ asset_id: id, fields: { title: 'Auf Deutsch' } },
		]);
		await go({ ...waiting, version: 0, locales: ['de-de'] }, saved);
		const second = await saveAs(id, { width: 1920 });
		const { answer, posts } = await go(whereLive, second);
		expect(answer.targets).toMatchObject([{ locale: 'de-de', version: 1, result: 'already_live' }]);
		expect(posts).toBe(0);
	});

	it('does nothing for an entry that is not live', async () => {
		const { saved } = await newEntry();
		const { answer, posts } = await go(whereLive, saved);
		expect(answer).toMatchObject({ result: 'not_live', targets: [] });
		expect(posts).toBe(0);
	});
});

describe('unpublishing', () => {
	it('takes the entry down everywhere it is live, once', async () => {
		const { saved } = await newEntry();
		await go({ ...waiting, environments: ['production', 'staging'] }, saved);
		const first = await go(unpublish, saved);
		expect(first).toMatchObject({
			answer: { result: 'queued', environments: ['production', 'staging'], locales: ['en-us'] },
			posts: 1,
		});
	});

	it('waits until it is down, if asked', async () => {
		const { saved } = await newEntry();
		await go(waiting, saved);
		const options = { waitUntilDone: true };
		expect(await go({ ...unpublish, options }, saved)).toMatchObject({
			answer: { result: 'taken_down', environments: ['production'] },
		});
		expect(await go(unpublish, saved)).toMatchObject({ answer: { result: 'not_live' }, posts: 0 });
	});

	it('takes a time in the future, until which it stays live', async () => {
		const { saved } = await newEntry();
		await go(waiting, saved);
		const scheduledAt = new Date(Date.now() + 3_600_000).toISOString();
		expect(await go({ ...unpublish, options: { scheduledAt } }, saved)).toMatchObject({
			answer: { result: 'queued', scheduled_at: scheduledAt },
		});
		expect(await go(waiting, saved)).toMatchObject({ answer: { result: 'already_live' } });
	});

	it('leaves alone what somebody has saved since it was read, if asked', async () => {
		const { saved } = await newEntry();
		await go(waiting, saved);
		await editorSaves(saved.uid, { tags: ['new'] });
		const options = { onlyIfVersion: saved.version as number };
		expect(await go({ ...unpublish, options }, saved)).toMatchObject({
			answer: { result: 'changed_meanwhile', version: 2, expected_version: 1 },
			posts: 0,
		});
		expect(await go({ ...unpublish, options: { onlyIfVersion: 2 } }, saved)).toMatchObject({
			answer: { result: 'queued' },
		});
	});

	it('writes nothing for an entry that is not live', async () => {
		const { saved } = await newEntry();
		expect(await go(unpublish, saved)).toMatchObject({ answer: { result: 'not_live' }, posts: 0 });
	});
});

it.each([
	[{ environments: ['moon'] }, 'The environment "moon" does not exist'],
	[{ environments: [] }, 'No environment is chosen'],
	[{ locales: ['xx-xx'] }, 'The language "xx-xx" does not exist'],
	[{ entry: byId('={{ $json.none }}') }, 'No entry is given'],
	[{ entry: byId('blt0000000000000000') }, "doesn't exist"],
])('%j is refused in words', async (change, words) => {
	const { saved } = await newEntry();
	const { error } = await run(service, { ...publish, ...change } as INodeParameters, [saved]);
	expect(error?.message).toContain(words);
});

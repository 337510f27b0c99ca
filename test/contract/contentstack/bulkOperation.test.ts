import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { withContentstack } from '../../support/sandbox';
import { byId, run } from './runContentstack';

const service = withContentstack();
beforeAll(async () => {
	await service.act('choose-behaviour', { publishDelayMs: 0 });
});
beforeEach(async () => await service.clearLog());

const go = async (parameters: INodeParameters, items: IDataObject[]) => {
	const { json, error } = await run(service, parameters, items);
	expect(error).toBeUndefined();
	return json;
};
const bulk = (operation: string, more: INodeParameters = {}): INodeParameters => ({
	resource: 'bulkOperation',
	operation,
	itemType: '={{ $json.type ?? "entry" }}',
	contentType: byId('={{ $json.content_type ?? "media" }}'),
	entry: byId('={{ $json.uid }}'),
	asset: byId('={{ $json.uid }}'),
	environments: ['production'],
	...more,
});
const newEntries = async (count: number, contentType = 'media') =>
	await Promise.all(
		Array.from({ length: count }, async () => {
			const title = `B ${Math.random()}`;
			return await service.act<{ uid: string }>('create-entry', { contentType, fields: { title } });
		}),
	);
const newAsset = async () => {
	const [asset] = await go({ resource: 'asset', operation: 'upload', source: 'binary' }, [
		{ json: {}, binary: { data: { data: 'eA==', mimeType: 'text/plain', fileName: 'x.txt' } } },
	]);
	return { type: 'asset', uid: String(asset?.uid) };
};
const bulkCalls = async () =>
	(await service.calls('bulk')).map(({ path, status }) => `${path.split('/').at(-1)} ${status}`);
interface Record {
	uid: string;
	publish_details: Array<{ environment: string; version: number; locale: string }>;
}
const liveOf = async (uid: string) => {
	const { entries, assets } = await service.state<{ entries: Record[]; assets: Record[] }>();
	return [...entries, ...assets].find((one) => one.uid === uid)?.publish_details ?? [];
};

describe('publishing', () => {
	it('takes entries and assets together, ten with a call, one call a second', async () => {
		const items = [...(await newEntries(11)), await newAsset()];
		await service.clearLog();
		const began = Date.now();
		const answers = await go(bulk('publish', { options: { waitUntilDone: true } }), items);
		expect(Date.now() - began).toBeGreaterThan(1000);
		expect(await bulkCalls()).toEqual(['publish 200', 'publish 200']);
		expect(answers).toHaveLength(12);
		expect(answers[0]).toMatchObject({
			result: 'done',
			action: 'publish',
			uid: items[0]?.uid,
			content_type: 'media',
			environments: ['production'],
			locales: ['en-us'],
			job_id: expect.any(String),
			job: { is_done: true, succeeded: 10, failed: 0, progress: 100 },
		});
		expect(new Set(answers.map(({ job_id }) => job_id)).size).toBe(2);
		for (const { uid } of items) expect(await liveOf(uid)).toHaveLength(1);
	});

	it('takes another number for each call, a version and a time', async () => {
		const [entry, other] = (await newEntries(2)) as [{ uid: string }, { uid: string }];
		await service.act('save-entry', {
			contentType: 'media',
			uid: entry.uid,
			fields: { caption: 'x' },
			person: 'Ann',
		});
		await go(bulk('publish', { version: 1, itemsPerCall: 1, options: { waitUntilDone: true } }), [
			entry,
			other,
		]);
		expect(await bulkCalls()).toHaveLength(2);
		expect(await liveOf(entry.uid)).toMatchObject([{ version: 1 }]);
		const later = await go(
			bulk('publish', {
				environments: ['staging'],
				options: { scheduledAt: '2099-01-01T00:00:00Z', waitUntilDone: true },
			}),
			[entry],
		);
		expect(later).toMatchObject([{ result: 'queued', scheduled_at: '2099-01-01T00:00:00.000Z' }]);
		expect(await liveOf(entry.uid)).toHaveLength(1);
	});

	it('puts items with other places into calls of their own, and the same item only once', async () => {
		const [entry, other] = (await newEntries(2)) as [{ uid: string }, { uid: string }];
		const answers = await go(
			bulk('publish', { environments: '={{ $json.where }}', options: { waitUntilDone: true } }),
			[
				{ ...entry, where: 'production' },
				{ ...entry, where: 'production' },
				{ ...other, where: 'staging' },
			],
		);
		expect(await bulkCalls()).toHaveLength(2);
		expect(answers[0]).toMatchObject({ job: { succeeded: 1 } });
		expect(answers[1]).toMatchObject({ uid: entry.uid, result: 'done' });
	});

	it('that does not come off is told for each item', async () => {
		await service.act('choose-behaviour', { publishing: 'fails' });
		const [entry] = await newEntries(1);
		const answers = await go(bulk('publish', { options: { waitUntilDone: true } }), [entry ?? {}]);
		await service.act('choose-behaviour', { publishing: 'works' });
		expect(answers).toMatchObject([{ result: 'failed', job: { failed: 1, is_done: true } }]);
	});

	it('is taken back', async () => {
		const entries = await newEntries(2);
		await go(bulk('publish', { options: { waitUntilDone: true } }), entries);
		const answers = await go(bulk('unpublish', { options: { waitUntilDone: true } }), entries);
		expect(answers).toMatchObject([{ result: 'done' }, { result: 'done' }]);
		for (const { uid } of entries) expect(await liveOf(uid)).toEqual([]);
	});
});

describe('a batch that is refused', () => {
	const ruled = { ...bulk('publish'), contentType: byId('article') };
	beforeAll(async () => {
		await service.act('choose-behaviour', { publishRule: 'last-stage-only' });
	});
	afterAll(async () => {
		await service.act('choose-behaviour', { publishRule: 'none' });
	});

	it('is told in the words of the service, and nothing more is sent', async () => {
		const entries = await newEntries(2, 'article');
		const { error } = await run(service, { ...ruled, itemsPerCall: 1 }, entries);
		expect(error?.message).toContain('Some entries do not meet the publish rules');
		expect(error?.message).toContain('is not in the workflow stage');
		expect(await bulkCalls()).toEqual(['publish 422']);
	});

	it('leaves out what breaks a rule when the stage is not checked', async () => {
		const answers = await go(
			bulk('publish', { checkWorkflowStage: false, options: { waitUntilDone: true } }),
			[
				{ ...(await newEntries(1, 'article'))[0], content_type: 'article' },
				{ ...(await newEntries(1))[0] },
			],
		);
		expect(answers).toMatchObject([{ result: 'skipped', job: { skipped: 1 } }, { result: 'done' }]);
	});

	it('is halved until the item at fault stands alone', async () => {
		const good = (await newEntries(3)).map((one) => ({ ...one, content_type: 'media' }));
		const [bad] = (await newEntries(1, 'article')).map((one) => ({
			...one,
			content_type: 'article',
		}));
		const { output } = await run(
			service,
			bulk('publish'),
			[good[0], bad, good[1], good[2]] as IDataObject[],
			{ onError: 'continueErrorOutput' },
		);
		expect(output[0]?.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 2 },
			{ item: 3 },
		]);
		expect(output[1]).toMatchObject([{ pairedItem: { item: 1 } }]);
	});
});

describe('deleting', () => {
	it('takes entries and assets away together, and one that is gone fails alone', async () => {
		const items = [...(await newEntries(2)), await newAsset()];
		await service.clearLog();
		const answers = await go(bulk('delete'), items);
		expect(answers).toMatchObject(items.map(({ uid }) => ({ deleted: true, uid })));
		expect(await bulkCalls()).toEqual(['delete 200']);

		const [fresh] = await newEntries(1);
		const { output } = await run(service, bulk('delete'), [items[0], fresh] as IDataObject[], {
			onError: 'continueErrorOutput',
		});
		expect(output[0]).toMatchObject([{ json: { deleted: true, uid: fresh?.uid } }]);
		expect(output[1]).toMatchObject([{ pairedItem: { item: 0 } }]);
	});

	it('is not repeated when the answer was lost', async () => {
		await service.faults([{ fault: 'reset-after-storing', match: { method: 'POST', times: 1 } }]);
		const { error } = await run(service, bulk('delete'), await newEntries(1));
		expect(error?.message).toContain('Whether they were deleted is not known: ');
		expect(await bulkCalls()).toHaveLength(1);
	});
});

describe('the status of a job', () => {
	const status = (more: INodeParameters = {}): INodeParameters => ({
		resource: 'bulkOperation',
		operation: 'getJobStatus',
		jobId: '={{ $json.job_id }}',
		...more,
	});

	it('is read at once, or waited for until the job is done, with its items', async () => {
		await service.act('choose-behaviour', { publishDelayMs: 2000 });
		const [queued] = await go(bulk('publish'), await newEntries(1));
		const [now] = await go(status(), [queued as IDataObject]);
		expect(now).toMatchObject({ is_done: false, status: 'in_progress', progress: 0, total: 1 });
		const [soon] = await go(status({ waitUntilDone: true, longestWait: 1 }), [
			queued as IDataObject,
		]);
		expect(soon).toMatchObject({ is_done: false });
		const [done] = await go(status({ waitUntilDone: true, includeItems: true }), [
			queued as IDataObject,
		]);
		expect(done).toMatchObject({
			job_id: queued?.job_id,
			is_done: true,
			progress: 100,
			succeeded: 1,
			items: [
				{ uid: queued?.uid, environment: 'production', publish_details: { status: 'success' } },
			],
		});
		await service.act('choose-behaviour', { publishDelayMs: 0 });
	});

	it('needs the ID of a job that there is', async () => {
		expect((await run(service, status())).error?.message).toBe('This item has no job ID');
		const { error } = await run(service, status({ jobId: 'blt0000000000000000' }));
		expect(error?.message).toContain("doesn't exist");
	});
});

it.each([
	[{ environments: ['moon'] }, 'The environment "moon" does not exist'],
	[{ environments: [] }, 'No environment is chosen'],
	[{ locale: 'xx-xx' }, 'The language "xx-xx" does not exist'],
	[{ locales: ['xx-xx'] }, 'The language "xx-xx" does not exist'],
	[{ entry: byId('={{ $json.none }}') }, 'No entry is given'],
])('publishing with %j is refused before any bulk call', async (change, words) => {
	const { error } = await run(
		service,
		bulk('publish', change as INodeParameters),
		await newEntries(1),
	);
	expect(error?.message).toContain(words);
	expect(await bulkCalls()).toEqual([]);
});

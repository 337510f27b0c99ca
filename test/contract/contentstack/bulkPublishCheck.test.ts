import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { withContentstack } from '../../support/sandbox';
import { byId, run } from './runContentstack';

const service = withContentstack();
beforeAll(async () => {
	await service.act('choose-behaviour', { publishDelayMs: 0 });
});

interface Saved extends IDataObject {
	uid: string;
	_version: number;
}

const publish = (more: INodeParameters = {}): INodeParameters => ({
	resource: 'bulkOperation',
	operation: 'publish',
	itemType: '={{ $json.type ?? "entry" }}',
	contentType: byId('media'),
	entry: byId('={{ $json.uid }}'),
	asset: byId('={{ $json.uid }}'),
	environments: ['production', 'staging'],
	options: { waitUntilDone: true },
	...more,
});
const go = async (items: IDataObject[], more: INodeParameters = {}) => {
	await service.clearLog();
	const { json, error } = await run(service, publish(more), items);
	expect(error).toBeUndefined();
	return json;
};
const entry = async (person = 'Ann') =>
	await service.act<Saved>('create-entry', {
		contentType: 'media',
		fields: { title: `C ${Math.random()}` },
		person,
	});
const save = async ({ uid }: Saved, person: string) =>
	await service.act<Saved>('save-entry', {
		contentType: 'media',
		uid,
		fields: { caption: `x ${Math.random()}` },
		person,
	});
const publishByHand = async ({ uid }: Saved, environments: string[]) =>
	await service.act('publish-entry', { contentType: 'media', uid, environments });
const liveVersions = async ({ uid }: Saved) => {
	const { entries } = await service.state<{
		entries: Array<{ uid: string; publish_details: Array<{ version: number }> }>;
	}>();
	return entries.find((one) => one.uid === uid)?.publish_details.map(({ version }) => version);
};
const bulkCalls = async () => await service.calls('bulk');

it('leaves alone what is live already, without a call', async () => {
	const items = [await entry(), await entry()];
	await go(items);
	expect(await bulkCalls()).toHaveLength(1);

	const again = await go(items);

	expect(again).toMatchObject([
		{ result: 'already_live', version: 1, job_id: null },
		{ result: 'already_live' },
	]);
	expect(await bulkCalls()).toEqual([]);
	expect(await service.calls('read')).not.toContainEqual(
		expect.objectContaining({ path: expect.stringContaining('/entries/') }),
	);
});

it('goes only to the places that show something else, in the version that was read', async () => {
	const one = await entry();
	await publishByHand(one, ['staging']);

	const [answer] = await go([one]);

	expect(answer).toMatchObject({
		result: 'done',
		version: 1,
		environments: ['production'],
		targets: [
			{ environment: 'production', live_version: 0, result: 'queued' },
			{ environment: 'staging', live_version: 1, result: 'already_live' },
		],
	});
});

it('reports the draft of somebody else and publishes the others', async () => {
	const [drafted, free] = [await entry(), await entry()];
	await publishByHand(drafted, ['production']);
	await save(drafted, 'Ben');

	const answers = await go([drafted, free], { environments: ['production'] });

	expect(answers).toMatchObject([
		{ result: 'draft_found', targets: [{ drafts: [{ version: 2 }] }] },
		{ result: 'done' },
	]);
	expect(await liveVersions(drafted)).toEqual([1]);
	expect(await liveVersions(free)).toEqual([1]);
});

it('publishes it all the same when told so', async () => {
	const drafted = await entry();
	await save(drafted, 'Ben');
	expect(await go([drafted], { whenDraftFound: 'publish' })).toMatchObject([{ result: 'done' }]);
	expect(await liveVersions(drafted)).toEqual([2, 2]);
});

it('knows the saves of Create or Update as its own', async () => {
	const one = await entry();
	await publishByHand(one, ['production']);
	const { updated_by } = await save(one, 'Ben');

	const [answer] = await go([{ ...one, updated_by }], { environments: ['production'] });

	expect(answer).toMatchObject({ result: 'done', version: 2 });
});

it('does not go back behind what is live', async () => {
	const one = await entry();
	await save(one, 'Ann');
	await publishByHand(one, ['production']);
	expect(await go([one], { version: 1, environments: ['production'] })).toMatchObject([
		{ result: 'newer_live' },
	]);
	expect(await bulkCalls()).toEqual([]);
});

it('looks at 60 entries with two queries', async () => {
	const items = await Promise.all(Array.from({ length: 60 }, async () => await entry()));
	await go(items, { onlyCheck: true });
	const queries = (await service.calls('read')).filter(({ path }) => path.endsWith('/entries'));
	expect(queries).toHaveLength(2);
});

it('looks at assets as well', async () => {
	const { json } = await run(
		service,
		{ resource: 'asset', operation: 'upload', source: 'binary' },
		[{ json: {}, binary: { data: { data: 'eA==', mimeType: 'text/plain', fileName: 'x.txt' } } }],
	);
	const asset = { type: 'asset', uid: json[0]?.uid };
	expect(await go([asset])).toMatchObject([{ result: 'done' }]);
	expect(await go([asset])).toMatchObject([{ result: 'already_live' }]);
	expect(await bulkCalls()).toEqual([]);
});

describe('only checking', () => {
	it('says what would be done and does nothing', async () => {
		const [fresh, drafted] = [await entry(), await entry()];
		await publishByHand(drafted, ['production']);
		await save(drafted, 'Ben');

		const answers = await go([fresh, drafted], { onlyCheck: true });

		expect(answers).toMatchObject([
			{ result: 'would_publish', version: 1, targets: [{ result: 'would_publish' }, {}] },
			{ result: 'draft_found' },
		]);
		expect(await service.calls('bulk')).toEqual([]);
		expect(await liveVersions(fresh)).toEqual([]);
	});

	it('knows that an entry which is not there yet would be published', async () => {
		expect(await go([{ uid: null }], { onlyCheck: true })).toMatchObject([
			{ result: 'would_publish', uid: null, version: null },
		]);
	});
});

it('one that was deleted fails alone', async () => {
	const one = await entry();
	const { output } = await run(service, publish(), [{ uid: 'blt0000000000000000' }, one], {
		onError: 'continueErrorOutput',
	});
	expect(output[0]).toMatchObject([{ json: { result: 'done' }, pairedItem: { item: 1 } }]);
	expect(output[1]).toMatchObject([
		{ json: { error: 'There is no entry of media blt0000000000000000' } },
	]);
});

it('where one is gone and the node stops on errors, nothing goes out', async () => {
	await service.clearLog();
	const { error } = await run(service, publish(), [await entry(), { uid: 'blt0000000000000000' }]);
	expect(error?.message).toContain('There is no entry');
	expect(await bulkCalls()).toEqual([]);
});

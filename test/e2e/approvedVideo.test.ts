import axios from 'axios';
import { writes } from '../../sandbox/client/controlApi';
import { assetByExternalId, pressCustomAction } from '../../sandbox/client/library';
import { liveEntry, savedEntry } from '../../sandbox/client/mediaEntries';
import { nodesRun, outputsOf } from '../../sandbox/n8n/execution';
import { until, type ImportedWorkflow } from '../../sandbox/n8n/instance';
import { connectSuite, type Suite } from './harness/suite';

const BUTTON = 'Send to Contentstack';
const LIVE_WITHIN_MS = 10_000;

jest.setTimeout(90_000);

describe('an approved video in the real n8n', () => {
	let suite: Suite;
	let workflow: ImportedWorkflow;

	beforeAll(async () => {
		suite = await connectSuite();
		const setUp = await suite.importWorkflow('00-set-up.json');
		expect((await suite.n8n.run(setUp)).status).toBe('success');
		workflow = await suite.importWorkflow('01-approved-video-to-contentstack.json');
		await suite.n8n.publish(workflow);
	});

	afterAll(async () => await suite.n8n.removeWorkflow(workflow));

	const idOf = async (externalId: string) => (await assetByExternalId(suite, externalId)).id;
	const writesSoFar = async () => writes(await suite.contentstack.control.log()).length;

	const isLive = async (id: string) =>
		await until('it is live', LIVE_WITHIN_MS, async () => await liveEntry(suite, id));

	/** Does something that sends `count` events, and waits until n8n is done with them. */
	const after = async (count: number, act: () => Promise<unknown>) => {
		const known = await suite.n8n.executions(workflow);
		await act();
		return await suite.n8n.newExecutions(workflow, known, count);
	};

	const press = async (externalId: string) => {
		const [execution] = await after(
			1,
			async () => await pressCustomAction(suite, BUTTON, await idOf(externalId)),
		);
		if (!execution) throw new Error('No execution');
		return execution;
	};

	test('is live within 10 s with all that a page needs of it', async () => {
		const id = await idOf('HO-summit-film');
		const [execution] = await after(1, async () => {
			await suite.iconik.control.act('approve', { asset_id: id });
			await isLive(id);
		});

		expect(execution?.status).toBe('success');
		const entry = await liveEntry(suite, id);
		expect(entry).toMatchObject({
			title: 'Above the Treeline – Hero Film',
			iconik_asset_id: id,
			iconik_version_number: 2,
			iconik_state: 'ready',
			media_type: 'video',
			usage_rights: { status: 'valid', expires: expect.stringMatching(/^\d{4}-/) },
			delivery_strategy: 'public_proxy',
		});
		expect(entry?.captions?.map(({ language }) => language).sort()).toEqual(['de', 'en', 'fr']);
	});

	test('its poster, captions and delivery link can be fetched by anybody', async () => {
		const entry = await liveEntry(suite, await idOf('HO-summit-film'));
		const get = async (url: unknown) =>
			await axios.get<ArrayBuffer>(String(url), { responseType: 'arraybuffer' });

		const captions = await Promise.all((entry?.captions ?? []).map(({ file }) => get(file?.url)));
		expect(captions).toHaveLength(3);
		for (const { data } of captions) expect(Buffer.from(data).toString()).toMatch(/^WEBVTT/);
		expect((await get(entry?.poster?.url)).headers['content-type']).toMatch(/^image\//);
		expect((await get(entry?.delivery_url)).status).toBe(200);
		expect((await get(entry?.preview_url)).status).toBe(200);
	});

	test('the same event five times more writes nothing to Contentstack', async () => {
		const id = await idOf('HO-summit-film');
		const version = (await savedEntry(suite, id))?._version;
		const before = await writesSoFar();

		const executions = await after(
			5,
			async () =>
				await Promise.all(
					[1, 2, 3, 4, 5].map(async () => await pressCustomAction(suite, BUTTON, id)),
				),
		);

		expect(executions.map(({ status }) => status)).toEqual(Array(5).fill('success'));
		expect((await writesSoFar()) - before).toBe(0);
		expect((await savedEntry(suite, id))?._version).toBe(version);
	});

	test.each([
		['with expired rights', 'HO-ingrid-portrait', /expired/i],
		['without rights', 'HO-sharpen-crampons', /rights/i],
		['that is blocked', 'HO-blocked-film', /blocked/i],
		['without a proxy', 'HO-no-proxy', /proxy/i],
		['whose proxy is not ready', 'HO-transcoding', /proxy/i],
	])('one %s is saved as held with the reason and not live', async (_why, externalId, reason) => {
		const execution = await press(externalId);

		const id = await idOf(externalId);
		expect(await savedEntry(suite, id)).toMatchObject({
			iconik_state: 'held',
			iconik_hold_reason: expect.stringMatching(reason),
		});
		expect(await liveEntry(suite, id)).toBeUndefined();
		expect(outputsOf(execution, 'It Is Held')[0]).toHaveLength(1);
	});

	test.each([
		['over which reviewers disagree', 'HO-trail-shoe'],
		['that was rejected', 'HO-trail-shoe-making'],
	])('one %s leaves nothing in Contentstack', async (_why, externalId) => {
		const before = await writesSoFar();

		const execution = await press(externalId);

		expect(execution.status).toBe('success');
		expect(nodesRun(execution)).not.toContain('Save Media Entry');
		expect(await savedEntry(suite, await idOf(externalId))).toBeUndefined();
		expect((await writesSoFar()) - before).toBe(0);
	});

	test('a new version that awaits review leaves the approved one live', async () => {
		const id = await idOf('HO-summit-film');
		await suite.iconik.control.act('add-version', { asset_id: id });
		const before = await writesSoFar();

		await press('HO-summit-film');

		expect(await liveEntry(suite, id)).toMatchObject({ iconik_version_number: 2 });
		expect((await writesSoFar()) - before).toBe(0);
	});

	test('is taken down when its approved version is rejected', async () => {
		const id = await idOf('HO-jonas-race');
		await press('HO-jonas-race');
		expect(await isLive(id)).toMatchObject({ iconik_version_number: 1 });
		const { versions } = (
			await suite.iconik.control.state<{ assets: Array<{ id: string; versions: Version[] }> }>()
		).assets.find((asset) => asset.id === id) as { versions: Version[] };
		const approved = versions.find(({ version_number }) => version_number === 1)?.id;

		await after(
			1,
			async () =>
				await suite.iconik.control.act('reject', {
					asset_id: id,
					version_id: approved,
				}),
		);

		expect(await savedEntry(suite, id)).toMatchObject({ iconik_state: 'withdrawn' });
		await until('it is down', LIVE_WITHIN_MS, async () =>
			(await liveEntry(suite, id)) ? undefined : true,
		);
	});

	test('is taken down when its approval is taken back', async () => {
		const id = await idOf('HO-ridge-jacket-fit');
		await press('HO-ridge-jacket-fit');
		await isLive(id);

		await after(1, async () => await suite.iconik.control.act('revoke-approval', { asset_id: id }));

		expect(await savedEntry(suite, id)).toMatchObject({ iconik_state: 'withdrawn' });
		await until('it is down', LIVE_WITHIN_MS, async () =>
			(await liveEntry(suite, id)) ? undefined : true,
		);
	});

	test('with changes that an editor has not published is reported, and they stay a draft', async () => {
		const id = await idOf('HO-wash-down');
		await press('HO-wash-down');
		const { _version } = await isLive(id);
		const { uid } = (await savedEntry(suite, id)) as { uid: string };
		await suite.contentstack.control.act('save-entry', {
			contentType: 'iconik_media',
			uid,
			fields: { description: 'Not for the public yet' },
		});
		await suite.iconik.control.act('edit-title', { asset_id: id, title: 'Washing Down' });

		const execution = await press('HO-wash-down');

		expect(outputsOf(execution, 'A Draft Was Found')[0]).toHaveLength(1);
		expect(await liveEntry(suite, id)).toMatchObject({ _version });
	});

	test('a call that does not come from iconik is refused and starts nothing', async () => {
		const known = await suite.n8n.executions(workflow);
		const state = await suite.iconik.control.state<{ custom_actions: Array<{ url: string }> }>();
		const body = { asset_ids: [await idOf('HO-summit-film')] };

		const { status } = await axios.post(String(state.custom_actions[0]?.url), body, {
			validateStatus: () => true,
			headers: { 'X-Secret': 'guessed' },
		});

		expect(status).toBe(401);
		await press('HO-trail-shoe');
		expect(await suite.n8n.executions(workflow)).toHaveLength(known.length + 1);
	});

	test('switched off, the workflow leaves nothing of its own in iconik', async () => {
		await suite.n8n.unpublish(workflow);

		const state = async () =>
			await suite.iconik.control.state<{ custom_actions: unknown[]; automations: unknown[] }>();
		await until('its registrations are gone', 10_000, async () => {
			const { custom_actions, automations } = await state();
			return custom_actions.length + automations.length === 0 ? true : undefined;
		});
	});
});

interface Version {
	id: string;
	version_number: number;
}

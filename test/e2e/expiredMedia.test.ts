import { createByHand, liveVersions } from '../../sandbox/client/entries';
import { writes } from '../../sandbox/client/controlApi';
import { assetByExternalId, versionId, type LibraryAsset } from '../../sandbox/client/library';
import { liveEntry, savedEntry } from '../../sandbox/client/mediaEntries';
import { outputsOf, type Execution } from '../../sandbox/n8n/execution';
import { until, type ImportedWorkflow } from '../../sandbox/n8n/instance';
import { connectSuite, type Suite } from './harness/suite';

const TEMPLATE = '09-withdraw-expired-media.json';
const DOWN_WITHIN_MS = 20_000;

jest.setTimeout(90_000);

describe('media that may no longer be shown, in the real n8n', () => {
	let suite: Suite;
	let workflow: ImportedWorkflow;
	const media: Record<string, LibraryAsset> = {};
	const asset = (name: string) => media[name] as LibraryAsset;

	beforeAll(async () => {
		suite = await connectSuite();
		await suite.n8n.run(await suite.importWorkflow('00-set-up.json'));
		const names = [
			'summit-cutdown',
			'amelie-kit',
			'annual-review',
			'patch-tent',
			'ingrid-training',
		];
		for (const name of names) {
			media[name] = await assetByExternalId(suite, `HO-${name}`);
			await showLive(asset(name));
		}
		await makePage();
		workflow = await suite.importWorkflow(TEMPLATE, { warnDays: 40 });
		// What other tests have left live and wrong goes down now.
		await checkAll();
		await suite.n8n.publish(workflow);
	});

	afterAll(async () => await suite.n8n.removeWorkflow(workflow));

	/** A media entry that is live in two environments, as an earlier approval has left it. */
	const showLive = async (of: LibraryAsset) =>
		await createByHand(
			suite,
			'iconik_media',
			{
				title: of.title,
				iconik_asset_id: of.id,
				iconik_version_id: versionId(of, 1),
				iconik_version_number: 1,
				iconik_state: 'ready',
				delivery_url: `https://cdn.example.com/${of.id}.mp4`,
			},
			['production', 'staging'],
		);
	/** A page of a new content type that shows one of them. */
	const makePage = async () => {
		const field = (uid: string, more: object) => ({ uid, display_name: uid, ...more });
		const { status } = await suite.contentstack.management.post('/content_types', {
			content_type: {
				uid: 'landing',
				title: 'Landing',
				schema: [
					field('title', { data_type: 'text', mandatory: true, unique: true }),
					field('film', { data_type: 'reference', reference_to: ['iconik_media'] }),
				],
			},
		});
		expect(status).toBe(201);
		const { uid } = (await savedEntry(suite, asset('amelie-kit').id)) as { uid: string };
		const film = [{ uid, _content_type_uid: 'iconik_media' }];
		await createByHand(suite, 'landing', { title: 'Meet Amélie', film }, ['production']);
	};
	const act = async (action: string, name: string, more: Record<string, unknown> = {}) =>
		await suite.iconik.control.act(action, { asset_id: asset(name).id, ...more });
	const isDown = async (name: string) =>
		await until(`"${asset(name).title}" is down`, DOWN_WITHIN_MS, async () => {
			const { uid } = (await savedEntry(suite, asset(name).id)) as { uid: string };
			return (await liveVersions(suite, 'iconik_media', uid)).length === 0 ? true : undefined;
		});
	const checkAll = async (of = workflow) => {
		const execution = await suite.n8n.run(of);
		expect(execution.status).toBe('success');
		return execution;
	};
	const record = (execution: Execution, node: string, name: string) =>
		(outputsOf(execution, node)[0] ?? [])
			.map(({ json }) => json)
			.find(({ asset_id }) => asset_id === asset(name).id);
	const writesSoFar = async () => writes(await suite.contentstack.control.log()).length;

	test('in order: a check of everything changes nothing, warns of rights that end soon, and leaves a heartbeat', async () => {
		const before = await writesSoFar();

		const execution = await checkAll();

		expect((await writesSoFar()) - before).toBe(0);
		expect(record(execution, 'It Expires Soon', 'ingrid-training')).toMatchObject({
			outcome: 'expires_soon',
			reason: expect.stringMatching(/\d{4}-\d\d-\d\d/),
			days_left: expect.any(Number),
		});
		const [heartbeat] = outputsOf(execution, 'Heartbeat')[0] ?? [];
		expect(heartbeat?.json).toMatchObject({
			ran_at: expect.stringMatching(/^\d{4}-/),
			must_not_stay_live: 0,
		});
		expect(heartbeat?.json.live_entries).toBeGreaterThanOrEqual(5);
		const { jobs } = await suite.iconik.control.state<{ jobs: Array<Record<string, unknown>> }>();
		const heartbeats = jobs.filter(({ custom_type }) => custom_type === 'heartbeat');
		expect(heartbeats).toContainEqual(
			expect.objectContaining({
				status: 'FINISHED',
				message: expect.stringContaining(
					`${String(heartbeat?.json.live_entries)} entries are live, 0 of them must not be`,
				),
			}),
		);
	});

	test.each([
		['blocked', 'summit-cutdown', async () => await act('block', 'summit-cutdown'), /blocked/],
		['deleted', 'patch-tent', async () => await act('delete-asset', 'patch-tent'), /deleted/],
		[
			'no longer approved',
			'annual-review',
			async () => await act('revoke-approval', 'annual-review'),
			/not approved/,
		],
	])(
		'%s in iconik: taken down by the event, with the reason',
		async (_why, name, change, reason) => {
			await change();

			await isDown(name);
			expect(await savedEntry(suite, asset(name).id)).toMatchObject({
				iconik_state: 'withdrawn',
				iconik_hold_reason: expect.stringMatching(reason),
			});
		},
	);

	test('its rights are moved to the past: taken down, and the pages that show it are listed', async () => {
		const { uid } = (await savedEntry(suite, asset('amelie-kit').id)) as { uid: string };
		const known = await suite.n8n.executions(workflow);

		await act('update-metadata', 'amelie-kit', { values: { RightsExpiry: '2020-01-31' } });

		await isDown('amelie-kit');
		const executions = await suite.n8n.newExecutions(workflow, known, 1);
		const execution = executions.find((one) => record(one, 'It Was Taken Down', 'amelie-kit'));
		expect(execution && record(execution, 'It Was Taken Down', 'amelie-kit')).toMatchObject({
			problem: 'rights_expired',
			entry_uid: uid,
			reason: expect.stringContaining('2020-01-31'),
			was_live_in: ['production', 'staging'],
		});
		const pages = execution ? (outputsOf(execution, 'Pages That Show It')[0] ?? []) : [];
		expect(pages.map(({ json }) => json)).toEqual([
			expect.objectContaining({
				page: 'Meet Amélie',
				content_type: 'landing',
				live_in: ['production'],
				shows: asset('amelie-kit').title,
			}),
		]);
	});

	test('once it is down, another check writes nothing', async () => {
		const before = await writesSoFar();
		const execution = await checkAll();
		expect((await writesSoFar()) - before).toBe(0);
		expect(outputsOf(execution, 'It Was Taken Down').flat()).toEqual([]);
	});

	describe('that only the daily check can notice', () => {
		let other: ImportedWorkflow;
		const name = 'ingrid-training';
		const configured = async (config: Record<string, unknown>) => {
			other = await suite.importWorkflow(TEMPLATE, config);
		};

		beforeAll(async () => {
			await suite.n8n.unpublish(workflow);
			await until('no event is heard any more', DOWN_WITHIN_MS, async () => {
				type Registered = { webhooks: unknown[]; custom_actions: unknown[] };
				const { webhooks, custom_actions } = await suite.iconik.control.state<Registered>();
				return webhooks.length + custom_actions.length === 0 ? true : undefined;
			});
			await act('update-metadata', name, { values: { RightsExpiry: '2020-01-31' } });
		});

		afterEach(async () => await suite.n8n.removeWorkflow(other));

		test('is flagged with the reason and stays live, when that is chosen', async () => {
			await configured({ whenNotUsable: 'flag' });

			const execution = await checkAll(other);

			expect(record(execution, 'It Is Flagged', name)).toMatchObject({ problem: 'rights_expired' });
			expect(await savedEntry(suite, asset(name).id)).toMatchObject({
				iconik_state: 'held',
				iconik_hold_reason: expect.stringMatching(/expired/),
			});
			expect(await liveEntry(suite, asset(name).id)).toMatchObject({ iconik_state: 'ready' });
			const before = await writesSoFar();
			await checkAll(other);
			expect((await writesSoFar()) - before).toBe(0);
		});

		test('shows the fallback in the same place, when that is chosen', async () => {
			const fallback = await assetByExternalId(suite, 'HO-stove-safety');
			await configured({ whenNotUsable: 'fallback', fallbackAssetId: fallback.id });

			await checkAll(other);

			const shown = await until('the fallback is live', DOWN_WITHIN_MS, async () => {
				const entry = await liveEntry(suite, asset(name).id);
				return entry?.iconik_url?.toString().includes(fallback.id) ? entry : undefined;
			});
			expect(shown).toMatchObject({ iconik_asset_id: asset(name).id, title: asset(name).title });
			expect(shown.poster?.url).toBeTruthy();
			expect(await liveVersions(suite, 'iconik_media', shown.uid)).toHaveLength(2);
			const before = await writesSoFar();
			await checkAll(other);
			expect((await writesSoFar()) - before).toBe(0);
		});

		test('is taken down when the fallback may not be shown either', async () => {
			const fallback = await assetByExternalId(suite, 'HO-blocked-interview');
			await configured({ whenNotUsable: 'fallback', fallbackAssetId: fallback.id });

			await checkAll(other);

			await isDown(name);
		});
	});
});

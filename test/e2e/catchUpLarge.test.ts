import { writes } from '../../sandbox/client/controlApi';
import { failureOf, outputsOf } from '../../sandbox/n8n/execution';
import { startOwnWorld, type OwnWorld } from './harness/ownWorld';
import { installViews, People } from './harness/people';

const COUNT = 10_000;
/** As many of them are approved and live, the others have no media yet. */
const APPROVED = 300;
/** Of those, a newer version waits for its approval. */
const WAITING = 10;
const MOST_CALLS = 220;
/** Overlap of two minutes with what was changed while the test prepared. */
const SETTLED_MS = 120_000;

jest.setTimeout(550_000);

describe('catching up with 10,000 assets and 10,000 media entries in the real n8n', () => {
	let world: OwnWorld;

	beforeAll(async () => {
		world = await startOwnWorld();
		await installViews(world);
		const setUp = await world.importTemplate('00-set-up.json');
		expect(failureOf(await world.n8n.run(setUp))).toBeUndefined();
	});

	afterAll(async () => await world?.close());

	/** An entry as *Approved video to Contentstack* leaves it, made without that workflow's uploads. */
	const entryOf = async (fields: Record<string, unknown>) =>
		await world.contentstack.control.act<{ uid: string }>('create-entry', {
			contentType: 'iconik_media',
			fields,
		});

	const fillBothSides = async () => {
		const people = new People(world);
		const { control } = world.iconik;
		const { asset_ids } = await control.act<{ asset_ids: string[] }>('import-assets', {
			count: COUNT - APPROVED,
		});
		for (const [n, iconik_asset_id] of asset_ids.entries())
			await entryOf({ title: `Import ${n + 1}`, iconik_asset_id, iconik_state: 'withdrawn' });
		for (let n = 0; n < APPROVED; n += 1) {
			const film = await people.film(`Film ${n}`);
			await entryOf({
				title: film.title,
				iconik_asset_id: film.asset_id,
				iconik_version_id: film.version_id,
				iconik_state: 'ready',
				description: `About ${film.title}`,
				media_type: 'video',
				duration_ms: 30_000,
				usage_rights: { status: 'valid', expires: '2099-12-31', holder: 'Halden' },
				iconik_metadata: [{ name: 'Description', value: `About ${film.title}` }],
			});
			if (n < WAITING) await people.revise(film);
		}
	};

	/** The record of an earlier run, so that this one is about what has changed since. */
	const rememberEarlierRun = async () => {
		const { environment } = world.connections.contentstack;
		const params = { init: true, environment, type: 'entry_published', content_type_uid: 'none' };
		const { data } = await world.contentstack.delivery.get<{ sync_token: string }>('/stacks/sync', {
			params,
		});
		const since = new Date(Date.now() + SETTLED_MS).toISOString();
		await world.iconik.api.post('/jobs/v1/jobs/', {
			title: 'Catch-up',
			type: 'CUSTOM',
			custom_type: 'contentstack-catch-up',
			status: 'FINISHED',
			metadata: { since, sync_token: data.sync_token, own_author: '' },
		});
	};

	test(`a run that finds nothing changed takes at most ${MOST_CALLS} calls and writes nothing but its record`, async () => {
		await fillBothSides();
		await rememberEarlierRun();
		const workflow = await world.importTemplate('08-catch-up.json');
		const controls = [world.contentstack.control, world.iconik.control];
		const before = await Promise.all(controls.map(async (one) => (await one.log()).length));
		const begin = Date.now();

		const execution = await world.n8n.run(workflow, 300_000);

		const seconds = (Date.now() - begin) / 1000;
		expect(failureOf(execution)).toBeUndefined();
		const report = outputsOf(execution, 'Drift Report')[0]?.[0]?.json;
		expect(report).toMatchObject({ media_entries: COUNT, looked_at: 0, repaired: [] });
		const logs = await Promise.all(controls.map(async (one) => await one.log()));
		const [contentstack = [], iconik = []] = logs.map((log, n) => log.slice(before[n]));
		process.stdout.write(
			`10,000 compared: ${contentstack.length} calls of Contentstack, ${iconik.length} of iconik, ${seconds} s\n`,
		);
		expect(contentstack.length + iconik.length).toBeLessThanOrEqual(MOST_CALLS);
		expect(writes([...contentstack, ...iconik]).map(({ path }) => path)).toEqual([
			'/API/jobs/v1/jobs/',
			expect.stringMatching(/^\/API\/jobs\/v1\/jobs\/.+\/$/),
		]);
	});
});

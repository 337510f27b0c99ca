import type { SavedEntry } from '../../sandbox/client/entries';
import { FILM_PAGE, installFilmPages } from '../../sandbox/client/filmPages';
import { liveEntry, savedEntry } from '../../sandbox/client/mediaEntries';
import { failureOf, isOver, outputsOf } from '../../sandbox/n8n/execution';
import { until, type ImportedWorkflow } from '../../sandbox/n8n/instance';
import { drift } from './harness/drift';
import { startOwnWorld, type OwnWorld } from './harness/ownWorld';
import { installViews, People, type Film } from './harness/people';

const FILMS = 26;
const PAGES = 9;
/** With the delivery itself, each event comes five times. */
const MORE_TIMES = 4;
const QUIET_MS = 4000;
const RUN_MS = 200_000;

jest.setTimeout(500_000);

describe('catching up beside workflows that hear of the same events, in the real n8n', () => {
	let world: OwnWorld;
	let people: People;
	let catchingUp: ImportedWorkflow;
	let byEvent: ImportedWorkflow[];
	let films: Film[];
	let media: SavedEntry[];
	let pages: SavedEntry[];

	beforeAll(async () => {
		world = await startOwnWorld();
		people = new People(world);
		await installViews(world);
		const setUp = await world.importTemplate('00-set-up.json');
		expect(failureOf(await world.n8n.run(setUp))).toBeUndefined();
		await installFilmPages(world);
		catchingUp = await world.importTemplate('08-catch-up.json');
		films = [];
		for (let n = 0; n < FILMS; n += 1) films.push(await people.film(`Film ${n}`));
		await people.settled();
		await catchUp();
		media = await Promise.all(
			films.map(
				async ({ asset_id }) => (await savedEntry(world, asset_id)) as unknown as SavedEntry,
			),
		);
		pages = await Promise.all(
			[...Array(PAGES).keys()].map(async (n) => await people.page(`Page ${n}`, media[n]!)),
		);
		await catchUp();
		byEvent = [];
		for (const file of [
			'01-approved-video-to-contentstack.json',
			'02-two-way-metadata.json',
			'09-withdraw-expired-media.json',
		]) {
			const workflow = await world.importTemplate(file);
			await world.n8n.publish(workflow);
			byEvent.push(workflow);
		}
	});

	afterAll(async () => await world?.close());

	const catchUp = async () => {
		const execution = await world.n8n.run(catchingUp, RUN_MS);
		expect(failureOf(execution)).toBeUndefined();
		return outputsOf(execution, 'Drift Report')[0]?.[0]?.json as {
			repaired: unknown[];
			webhooks: { switched_on: string[]; failing_elsewhere: string[] };
		};
	};

	/** Returns once no run of any workflow has begun for a while, and all are over. */
	const quiet = async () => {
		let seen = '';
		let since = Date.now();
		await until('all runs are over', RUN_MS, async () => {
			const lists = await Promise.all(
				byEvent.map(async (workflow) => await world.n8n.executions(workflow)),
			);
			const runs = lists.flat();
			const now = runs.map(({ id, status }) => `${id} ${status}`).join();
			if (now !== seen || !runs.every(isOver)) since = Date.now();
			seen = now;
			return Date.now() - since > QUIET_MS ? true : undefined;
		});
	};

	const peopleAtWork = async () => {
		const [renamed, described, revised, revoked, discarded, blocked] = [
			films.slice(0, 3),
			films.slice(3, 7),
			films.slice(7, 10),
			films.slice(10, 13),
			films.slice(13, 15),
			films.slice(15, 17),
		];
		for (const [n, film] of renamed.entries()) await people.rename(film, `Renamed ${n}`);
		for (const page of pages.slice(0, 3)) await people.showInstead(page, media[20]!, media[21]!);
		for (const [n, film] of described.entries()) await people.describe(film, `New text ${n}`);
		for (const entry of media.slice(22, 24)) await people.draft(entry);
		for (const film of revised) await people.revise(film);
		for (const film of revised) await people.approve(film);
		for (const page of pages.slice(3, 5)) await people.unpublish(page);
		for (const film of revoked) await people.revoke(film);
		for (const page of pages.slice(5, 7)) await people.remove(page);
		for (const film of discarded) await people.discard(film);
		for (const film of blocked) await people.block(film);
		await people.page('New page', media[24]!, media[25]!);
	};

	test('each event five times and out of order, while it runs, ends as once and in order', async () => {
		const controls = [world.contentstack.control, world.iconik.control];
		const from = await Promise.all(controls.map(async (one) => (await one.deliveries()).length));
		let isAtWork = true;
		const runs = (async () => {
			while (isAtWork) await catchUp();
		})();

		try {
			await peopleAtWork();
			await Promise.all(controls.map(async (one, n) => await one.replay(from[n] ?? 0, MORE_TIMES)));
		} finally {
			isAtWork = false;
			await runs;
		}
		await quiet();
		await catchUp();

		expect(await drift(world, FILM_PAGE)).toEqual([]);
		for (const film of films.slice(22, 24))
			expect(await liveEntry(world, film.asset_id)).toMatchObject({ tags: [] });
		expect((await catchUp()).repaired).toEqual([]);
	});

	test('webhooks that were switched off are on again, those of others are named', async () => {
		const ours = await switchOffAll();
		const { data } = await world.iconik.api.post<{ id: string }>('/notifications/v1/webhooks/', {
			name: 'Somebody else',
			event_type: 'assets',
			url: 'http://127.0.0.1:9/elsewhere',
			status: 'DISABLED',
		});

		const { webhooks } = await catchUp();

		expect(webhooks.switched_on).toHaveLength(ours);
		expect(webhooks.failing_elsewhere).toEqual(['Somebody else']);
		expect(await switchedOff()).toEqual([data.id]);
	});

	interface Hooks {
		iconik: Array<{ id: string; status: string }>;
		contentstack: Array<{ uid: string; disabled: boolean }>;
	}
	const hooks = async (): Promise<Hooks> => {
		const [iconik, contentstack] = await Promise.all([
			world.iconik.control.state<{ webhooks: Hooks['iconik'] }>(),
			world.contentstack.control.state<{ webhooks: Hooks['contentstack'] }>(),
		]);
		return { iconik: iconik.webhooks, contentstack: contentstack.webhooks };
	};

	const switchedOff = async () => {
		const { iconik, contentstack } = await hooks();
		return [
			...iconik.filter(({ status }) => status !== 'ENABLED').map(({ id }) => id),
			...contentstack.filter(({ disabled }) => disabled).map(({ uid }) => uid),
		];
	};

	/** @returns how many were on */
	const switchOffAll = async () => {
		const { api } = world.iconik;
		const { management } = world.contentstack;
		const { iconik, contentstack } = await hooks();
		expect(iconik.length).toBeGreaterThan(0);
		expect(contentstack.length).toBeGreaterThan(0);
		for (const { id } of iconik) {
			const path = `/notifications/v1/webhooks/${id}/`;
			const { data } = await api.get<Record<string, unknown>>(path);
			const { name, url, event_type, realm, operation, headers } = data;
			const status = 'DISABLED';
			await api.put(path, { name, url, event_type, realm, operation, headers, status });
		}
		for (const { uid } of contentstack) {
			const { data } = await management.get<{ webhook: Record<string, unknown> }>(
				`/webhooks/${uid}`,
			);
			const { name, channels, branches, retry_policy } = data.webhook;
			const webhook = { name, channels, branches, retry_policy, disabled: true };
			await management.put(`/webhooks/${uid}`, { webhook });
		}
		expect(await switchedOff()).toHaveLength(iconik.length + contentstack.length);
		return iconik.length + contentstack.length;
	};
});

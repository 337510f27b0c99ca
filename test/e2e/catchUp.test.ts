import { writes } from '../../sandbox/client/controlApi';
import type { SavedEntry } from '../../sandbox/client/entries';
import { FILM_PAGE, installFilmPages } from '../../sandbox/client/filmPages';
import { liveEntry, savedEntry } from '../../sandbox/client/mediaEntries';
import { failureOf, outputsOf, type Execution } from '../../sandbox/n8n/execution';
import { until, type ImportedWorkflow } from '../../sandbox/n8n/instance';
import { drift } from './harness/drift';
import { startOwnWorld, type OwnWorld } from './harness/ownWorld';
import { installViews, People, type Film } from './harness/people';

const FILMS = 64;
const PAGES = 30;
const RUN_MS = 400_000;

jest.setTimeout(550_000);

describe('catching up in the real n8n', () => {
	let world: OwnWorld;
	let people: People;
	let workflow: ImportedWorkflow;
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
		workflow = await world.importTemplate('08-catch-up.json');
	});

	afterAll(async () => await world?.close());

	/** One run, by its button. Returns what it reports. */
	const catchUp = async () => {
		const execution = await world.n8n.run(workflow, RUN_MS);
		expect(failureOf(execution)).toBeUndefined();
		return { execution, report: reportOf(execution) };
	};
	const reportOf = (execution: Execution) =>
		outputsOf(execution, 'Drift Report')[0]?.[0]?.json as Record<string, unknown[]>;

	/** Writes to both sides, without those of the run's own record, which is a job in iconik. */
	const writesOf = async (act: () => Promise<unknown>) => {
		const controls = [world.contentstack.control, world.iconik.control];
		const before = await Promise.all(controls.map(async (one) => (await one.log()).length));
		await act();
		const logs = await Promise.all(controls.map(async (one) => await one.log()));
		const calls = logs.flatMap((log, n) => log.slice(before[n]));
		return {
			calls: calls.length,
			writes: writes(calls)
				.map(({ method, path }) => `${method} ${path}`)
				.filter((call) => !call.includes('/jobs/')),
		};
	};

	const inTurn = async <T, R>(items: T[], act: (item: T, n: number) => Promise<R>) => {
		const results: R[] = [];
		for (const [n, item] of items.entries()) results.push(await act(item, n));
		return results;
	};
	const mediaOf = async ({ asset_id }: Film) =>
		(await savedEntry(world, asset_id)) as unknown as SavedEntry;

	test('the first run brings in what was approved, the second what pages show', async () => {
		films = await inTurn([...Array(FILMS).keys()], async (n) => await people.film(`Film ${n}`));
		await inTurn(films.slice(0, 20), async (film) => await people.caption(film, 'en'));
		await people.settled();
		await catchUp();
		media = await inTurn(films, mediaOf);
		pages = await Promise.all(
			[...Array(PAGES).keys()].map(
				async (n) => await people.page(`Page ${n}`, media[n]!, media[FILMS - 1 - n]!),
			),
		);
		await catchUp();

		expect(await drift(world, FILM_PAGE)).toEqual([]);
	});

	test('after 200 changes on both sides while n8n was stopped, one run leaves no drift', async () => {
		const { url } = world.n8n;
		await world.stopN8n();
		await expect(fetch(url)).rejects.toThrow();
		const waiting = await changeTwoHundredThings();
		const before = await drift(world, FILM_PAGE);
		expect(before.length).toBeGreaterThan(100);
		const live = await inTurn(waiting, async ({ asset_id }) => await liveEntry(world, asset_id));
		await world.startN8n();

		const { report } = await catchUp();

		// Where an editor has unpublished changes, what is live stays until that person publishes.
		const expected = waiting.map(({ title }) => `${title}: description is About ${title} and not`);
		const left = await drift(world, FILM_PAGE);
		expect(left.filter((line) => !expected.some((start) => line.startsWith(start)))).toEqual([]);
		expect(left).toHaveLength(waiting.length);
		expect(report.left).toHaveLength(waiting.length);
		expect(await inTurn(waiting, async ({ asset_id }) => await liveEntry(world, asset_id))).toEqual(
			live,
		);
		await inTurn(waiting, async (film) => await people.publish(await mediaOf(film)));
		await until('the drafts are live', 10_000, async () =>
			(await drift(world, FILM_PAGE)).length === 0 ? true : undefined,
		);
	});

	test('a run with nothing lost writes nothing', async () => {
		await catchUp();
		const { writes: written } = await writesOf(async () => {
			expect((await catchUp()).report.repaired).toEqual([]);
		});
		expect(written).toEqual([]);
		const drafts = await inTurn(films.slice(58, 64), mediaOf);
		expect(drafts.map(({ tags }) => tags)).toEqual(drafts.map(() => ['draft']));
		for (const film of films.slice(58, 64))
			expect(await liveEntry(world, film.asset_id)).toMatchObject({ tags: [] });
	});

	/** @returns the films whose media entry a person has changed and not published, and whose description changed */
	async function changeTwoHundredThings(): Promise<Film[]> {
		let changes = 0;
		const each = async <T>(list: T[], act: (item: T, n: number) => Promise<unknown>) => {
			changes += list.length;
			await inTurn(list, act);
		};
		const numbers = (count: number) => [...Array(count).keys()];
		const [revoked, edited, ended] = [films.slice(0, 8), films.slice(8, 18), films.slice(18, 23)];
		const [discarded, blocked, revised] = [
			films.slice(23, 31),
			films.slice(31, 35),
			films.slice(35, 43),
		];
		const [waiting, fallenBack, drafted] = [
			films.slice(43, 49),
			films.slice(49, 53),
			films.slice(53, 58),
		];
		await each(numbers(11), async (n) => await people.film(`New ${n}`));
		await each(revoked, people.revoke);
		await each(revoked, async (film, n) => await people.describe(film, `Rejected ${n}`));
		await each(edited, async (film, n) => await people.describe(film, `New text ${n}`));
		await each(edited, async (film, n) => await people.holder(film, `Holder ${n}`));
		await each(edited, async (film, n) => await people.rename(film, `Renamed ${n}`));
		await each(ended, people.endRights);
		await each(discarded, people.discard);
		await each(blocked, people.block);
		await each(revised, people.revise);
		await each(revised, people.approve);
		await each(waiting, people.revise);
		await each(fallenBack, people.revise);
		await each(fallenBack, people.revokeFirst);
		await each(drafted, async (film, n) => await people.describe(film, `Not to be seen ${n}`));

		const changed = pages.slice(0, 12);
		await each(changed, async (page, n) => await people.showInstead(page, media[n + 20]!));
		await each(changed, async (page, n) => {
			await people.showInstead(page, media[n + 30]!, media[n + 45]!);
		});
		await each(pages.slice(12, 22), people.unpublish);
		await each(pages.slice(22, 30), people.remove);
		await each(numbers(12), async (n) => await people.page(`New page ${n}`, media[n + 40]!));
		const seenBriefly = await inTurn(numbers(13), async (n) => {
			changes += 1;
			return await people.page(`Brief page ${n}`, media[n + 10]!);
		});
		await each(seenBriefly, people.unpublish);
		await each(media.slice(53, 64), people.draft);
		expect(changes).toBe(200);
		return drafted;
	}
});

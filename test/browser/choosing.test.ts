import type { Frame } from 'playwright-core';
import type { SelectRequest } from '../../lib/pickerProtocol';
import { eventually } from '../support/eventually';
import { details, item, items, picked } from './support/library';
import { type FieldSettings, type OpenField, Stage } from './support/stage';

const stage = new Stage();
beforeAll(async () => await stage.start(), 60_000);
afterEach(async () => await stage.clear());
afterAll(async () => await stage.stop());

/** A field whose chooser is open and shows its first results. */
async function openChooser(settings: FieldSettings = {}): Promise<OpenField> {
	const field = await stage.openField(settings);
	await field.picker.getByRole('button', { name: 'Choose media' }).click();
	await field.picker.getByRole('row').first().waitFor();
	return field;
}

const card = (picker: Frame, title: string) =>
	picker.getByRole('checkbox', { name: title, exact: true });
const titles = async (picker: Frame) => await picker.locator('.card-title').allTextContents();
const confirm = (picker: Frame) => picker.getByRole('button', { name: /^Use / });
const shows = async (picker: Frame, text: string | RegExp) =>
	await picker.getByText(text).first().waitFor();

describe('searching', () => {
	test('what is typed fast asks once, and finds', async () => {
		const { picker } = await openChooser();
		const before = stage.mock.searches().length;

		await picker.getByRole('textbox', { name: 'Search' }).pressSequentially('ridge');
		await shows(picker, /^10 media items$/);

		const searches = stage.mock.searches().slice(before);
		expect(searches).toMatchObject([{ text: 'ridge', sort: 'relevance' }]);
		expect((await titles(picker))[0]).toBe('Ridge Jacket – Fit and Layers');
	});

	test('an answer that comes late does not replace a newer one', async () => {
		const { picker } = await openChooser();
		let letGo = () => {};
		const held = new Promise<void>((resolve) => (letGo = resolve));
		stage.mock.twist = async ({ query }) => {
			if (query.text === 'ridge') await held;
			return false;
		};
		const search = picker.getByRole('textbox', { name: 'Search' });

		await search.fill('ridge');
		await eventually(() => expect(stage.mock.searches().at(-1)).toMatchObject({ text: 'ridge' }));
		await search.fill('summit');
		await shows(picker, /^5 media items$/);
		letGo();

		await picker.getByRole('checkbox', { name: 'Summit Light', exact: true }).waitFor();
		expect(new Set(await titles(picker))).toContain('Summit Light');
		expect(await titles(picker)).not.toContain('Ridge Jacket – Fit and Layers');
	});

	test('filters go into the request and can be taken away one by one', async () => {
		const { picker } = await openChooser();
		await picker.getByRole('button', { name: 'Filters' }).click();
		await picker.getByRole('checkbox', { name: 'Video', exact: true }).check();
		await picker.getByRole('checkbox', { name: 'Approved only' }).check();
		await picker.getByLabel('Duration').selectOption('30 s to 2 min');
		await picker.getByLabel('Orientation').selectOption('Landscape');
		await picker.getByLabel('Captions').selectOption('German');
		await picker.getByLabel('From').fill('2026-01-01');
		await picker.getByLabel('To', { exact: true }).fill('2026-06-30');
		await picker.getByRole('button', { name: 'Show what is inside Campaigns' }).click();
		await picker.getByRole('button', { name: 'Autumn', exact: true }).click();
		await picker.getByLabel('Sort by').selectOption('Longest first');

		await eventually(() =>
			expect(stage.mock.searches().at(-1)).toEqual({
				mediaTypes: 'video',
				approvedOnly: 'true',
				durationFrom: '30000',
				durationTo: '120000',
				orientation: 'landscape',
				captions: 'de',
				createdFrom: '2026-01-01',
				createdTo: '2026-06-30',
				collection: 'autumn',
				sort: 'longest',
			}),
		);
		await picker.getByRole('button', { name: 'Remove the filter Autumn' }).click();
		await eventually(() => expect(stage.mock.searches().at(-1)).not.toHaveProperty('collection'));
		await picker.getByRole('button', { name: 'Clear filters' }).click();
		await eventually(() => expect(stage.mock.searches().at(-1)).toEqual({ sort: 'longest' }));
	});

	test('results grow while an editor scrolls, each item once, until all are there', async () => {
		stage.mock.library = items(60);
		const { picker } = await openChooser();
		expect(await titles(picker)).toHaveLength(24);

		await eventually(async () => {
			await picker.locator('.results').evaluate((list) => list.scrollTo(0, list.scrollHeight));
			expect(new Set(await titles(picker)).size).toBe(60);
		});

		await shows(picker, 'That is all: 60 media items');
		expect(stage.mock.searches().map(({ cursor }) => cursor)).toEqual([undefined, '24', '48']);
	});

	test('nothing found says what to do', async () => {
		const { picker } = await openChooser();
		await picker.getByRole('textbox', { name: 'Search' }).fill('no such thing');
		await shows(picker, 'Nothing matches');
		await picker.getByRole('button', { name: 'Clear filters' }).click();
		await card(picker, 'Summit Light').waitFor();
	});
});

describe('choosing', () => {
	test('several become the value of the field, in the order in which they were chosen', async () => {
		const { picker, values, ids } = await openChooser({
			schema: [{ uid: 'iconik_asset_id', data_type: 'text' }],
		});
		await card(picker, 'How to Wash Down').click();
		await card(picker, 'Alpine Start: Packing for Two Days').click();
		await confirm(picker).click();

		await shows(picker, '2 media items picked');
		expect(await ids()).toEqual(['asset-3', 'asset-1']);
		expect(await values()).toEqual({
			media: [picked(item(3)), picked(item(1))],
			iconik_asset_id: 'asset-3, asset-1',
		});
		const { body } = stage.mock.asked.find(({ name }) => name === 'select') ?? {};
		expect(body).toEqual({
			picks: [
				{ id: 'asset-3', pinnedVersionId: null },
				{ id: 'asset-1', pinnedVersionId: null },
			],
			entry: { contentType: 'story', uid: 'blt1', locale: 'en-us', field: 'media' },
		} satisfies SelectRequest);
	});

	test('what the field holds already is not prepared again', async () => {
		const { picker, ids } = await openChooser({ value: [picked(item(0)), picked(item(1))] });
		await card(picker, 'Above the Treeline – Hero Film').click();
		await card(picker, 'Summit Light').click();
		await confirm(picker).click();

		await shows(picker, '2 media items picked');
		expect(await ids()).toEqual(['asset-1', 'asset-9']);
		expect(
			stage.mock.asked
				.filter(({ name }) => name === 'select')
				.map(({ body }) => (body as SelectRequest).picks),
		).toEqual([[{ id: 'asset-9', pinnedVersionId: null }]]);
	});

	test('what may not be used says why and is not chosen', async () => {
		const { picker } = await openChooser();
		const expired = card(picker, 'Night on the Ridge');
		expect(await expired.getAttribute('aria-disabled')).toBe('true');

		await expired.click({ force: true });

		await shows(picker, /Night on the Ridge cannot be chosen: The usage rights ended/);
		expect(await expired.getAttribute('aria-checked')).toBe('false');
		expect(await confirm(picker).isDisabled()).toBe(true);
	});

	test('with a node that only warns it is chosen after a warning, and not without', async () => {
		stage.mock.settings = { ...stage.mock.settings, notUsable: 'warn' };
		const { picker, ids } = await openChooser();
		const expired = card(picker, 'Night on the Ridge');

		await expired.click();
		await picker.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
		expect(await expired.getAttribute('aria-checked')).toBe('false');
		await expired.click();
		await picker.getByRole('button', { name: 'Choose it anyway' }).click();
		await confirm(picker).click();

		await shows(picker, '1 media item picked');
		expect(await ids()).toEqual(['asset-5']);
	});

	test('the field keeps to its limits of number and type', async () => {
		const { picker, ids } = await openChooser({
			config: { min: 2, max: 2, mediaTypes: ['video'] },
		});
		expect(new Set(stage.mock.searches().map(({ mediaTypes }) => mediaTypes))).toEqual(
			new Set(['video']),
		);

		await card(picker, 'How to Wash Down').click();
		await shows(picker, 'Choose at least 2.');
		expect(await confirm(picker).isDisabled()).toBe(true);
		await card(picker, 'Trail Shoe 2 – Launch').click();
		await card(picker, 'Alpine Start: Packing for Two Days').click();
		await shows(picker, '2 is the most for this field. Remove one first.');
		await confirm(picker).click();

		await shows(picker, '2 media items picked');
		expect(await ids()).toEqual(['asset-3', 'asset-4']);
	});

	test('in a field for one the next takes the place of the last', async () => {
		const { picker, ids } = await openChooser({ config: { max: 1 } });
		await card(picker, 'How to Wash Down').click();
		await card(picker, 'Summit Light').click();
		await confirm(picker).click();
		await shows(picker, '1 media item picked');
		expect(await ids()).toEqual(['asset-9']);
	});

	test('what n8n refuses is named, the rest stays chosen and goes in at the next try', async () => {
		stage.mock.selectAnswer = ({ picks }) =>
			picks.some(({ id }) => id === 'asset-1')
				? { values: [], refused: [{ id: 'asset-1', reason: 'It was deleted just now.' }] }
				: { values: picks.map(() => picked(item(3))), refused: [] };
		const { picker, ids } = await openChooser();
		await card(picker, 'Alpine Start: Packing for Two Days').click();
		await card(picker, 'How to Wash Down').click();
		await confirm(picker).click();
		await shows(picker, 'Alpine Start: Packing for Two Days: It was deleted just now.');

		await confirm(picker).click();

		await shows(picker, '1 media item picked');
		expect(await ids()).toEqual(['asset-3']);
	});

	test('cancelling leaves the field as it was', async () => {
		const { picker, values } = await openChooser({ value: [picked(item(0))] });
		await card(picker, 'How to Wash Down').click();
		await picker.getByRole('button', { name: 'Cancel' }).last().click();
		await shows(picker, '1 media item picked');
		expect(await values()).toEqual({});
	});
});

describe('the preview', () => {
	test('plays, with captions, and pins the version that is chosen in it', async () => {
		const { picker, values, complaints } = await openChooser();
		await picker
			.getByRole('button', { name: /^Preview Ridge Jacket/ })
			.first()
			.click();
		const video = picker.locator('video');
		await video.evaluate(async (element: HTMLVideoElement) => await element.play());

		const cues = async () =>
			await video.evaluate((element: HTMLVideoElement) =>
				Array.from(element.textTracks).map(({ label, cues: all }) => [label, all?.length ?? 0]),
			);
		await eventually(async () => expect((await cues())[0]).toEqual(['English', 1]));
		expect((await cues()).map(([label]) => label)).toEqual(['English', 'German']);
		expect(await video.evaluate((element: HTMLVideoElement) => element.videoWidth)).toBe(320);
		await picker.getByRole('radio', { name: /^Version 2/ }).check();
		await picker.getByRole('button', { name: 'Choose', exact: true }).click();
		await confirm(picker).click();

		await shows(picker, 'Pinned to v2');
		expect(await values()).toMatchObject({
			media: [{ id: 'asset-2', version_policy: 'pinned', version_id: 'asset-2-v2' }],
		});
		expect(complaints).toEqual([]);
	});

	test('of what cannot be played shows its picture and says so', async () => {
		stage.mock.twist = async ({ name, query }, reply) => {
			if (name !== 'asset') return false;
			const shown = details(item(Number(query.id?.replace('asset-', ''))));
			await reply.send({ ...shown, previewUrl: '/no-such-film.webm' });
			return true;
		};
		const { picker } = await openChooser();
		await picker
			.getByRole('button', { name: /^Preview Summit Light/ })
			.first()
			.click();
		await shows(picker, 'There is no preview that a browser can play.');
	});
});

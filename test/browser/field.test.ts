import type { Frame } from 'playwright-core';
import type { PickedState, SelectRequest } from '../../lib/pickerProtocol';
import { eventually } from '../support/eventually';
import { item, picked } from './support/library';
import { KEY } from './support/mockPicker';
import { Stage } from './support/stage';

const stage = new Stage();
beforeAll(async () => await stage.start(), 60_000);
afterEach(async () => await stage.clear());
afterAll(async () => await stage.stop());

const [hero, alpine, ridge] = [picked(item(0)), picked(item(1)), picked(item(2))];
const THREE = [hero, alpine, ridge];

const shows = async (picker: Frame, text: string | RegExp) =>
	await picker.getByText(text).first().waitFor();
const button = (picker: Frame, name: string | RegExp) => picker.getByRole('button', { name });
const order = async (picker: Frame) => await picker.locator('.row-title').allInnerTexts();
const said = (picker: Frame) => picker.locator('[aria-live]').allInnerTexts();

describe('in the form', () => {
	test.each([
		['a classic extension', undefined],
		['an app of the marketplace', 'installation-1'],
	])(
		'as %s it gets its configuration, and the frame grows with it',
		async (_as, installationUid) => {
			const { page, picker } = await stage.openField({ value: THREE, installationUid });
			await shows(picker, 'Approved');
			const height = async () =>
				await page.locator('#field').evaluate((frame) => frame.clientHeight);
			const withThree = await height();
			const content = await picker.evaluate(() => document.documentElement.scrollHeight);
			expect(Math.abs(withThree - content)).toBeLessThan(2);

			await button(picker, 'Choose media').click();

			await eventually(async () => expect(await height()).toBe(760));
		},
	);

	test('an empty field says so, and nothing is written by looking at it', async () => {
		const { picker, values } = await stage.openField();
		await shows(picker, 'No media picked yet');
		expect(await values()).toEqual({});
		expect(stage.mock.asked).toEqual([]);
	});

	test('what did not come from the picker is kept and said', async () => {
		const foreign = { public_id: 'of another picker' };
		const { picker, values } = await stage.openField({ value: [foreign, hero, alpine] });
		await shows(picker, /1 element in this field did not come from this picker/);

		await button(picker, /^Remove Above/).click();

		await eventually(async () => expect(await values()).toEqual({ media: [alpine, foreign] }));
	});

	test('data that is no list is left alone until something is picked', async () => {
		const { picker, values } = await stage.openField({ value: { some: 'object' } });
		await shows(picker, /holds data that is not a list of media/);
		expect(await values()).toEqual({});
	});

	test('a value that the form does not take is kept and can be sent again', async () => {
		const { picker, values } = await stage.openField({ value: THREE, refuses: 1 });
		await button(picker, /^Remove Above/).click();
		await shows(picker, /Contentstack did not take the change/);
		expect(await values()).toEqual({});

		await button(picker, 'Try again').click();

		await eventually(async () => expect(await values()).toEqual({ media: [alpine, ridge] }));
		await eventually(async () =>
			expect(await picker.getByText(/did not take the change/).count()).toBe(0),
		);
	});

	test('a list of texts does not get the asset ids', async () => {
		const { picker, values } = await stage.openField({
			value: THREE,
			schema: [{ uid: 'iconik_asset_id', data_type: 'text', multiple: true }],
		});
		await button(picker, /^Remove Above/).click();
		await eventually(async () => expect(await values()).toEqual({ media: [alpine, ridge] }));
	});

	test('the text field that the configuration names gets the asset ids', async () => {
		const { picker, values } = await stage.openField({
			value: THREE,
			extensionConfig: { key: KEY, mirrorField: 'video_ids' },
			schema: [
				{ uid: 'iconik_asset_id', data_type: 'text' },
				{ uid: 'video_ids', data_type: 'text' },
			],
		});
		await button(picker, /^Remove Above/).click();
		await eventually(async () =>
			expect(await values()).toEqual({ media: [alpine, ridge], video_ids: 'asset-1, asset-2' }),
		);
	});
});

describe('the order', () => {
	const REORDERED = ['asset-1', 'asset-0', 'asset-2'];

	test('changes by dragging', async () => {
		const { page, picker, ids } = await stage.openField({ value: THREE });
		const handle = button(picker, /^Reorder Above/);
		await handle.hover();
		const from = await handle.boundingBox();
		const to = await button(picker, /^Reorder Alpine/).boundingBox();
		if (!from || !to) throw new Error('Not shown');
		const x = from.x + from.width / 2;
		await page.mouse.down();
		await page.mouse.move(x, from.y + 30, { steps: 4 });
		await page.mouse.move(x, to.y + to.height / 2 + 8, { steps: 8 });
		await page.mouse.up();
		await eventually(async () => expect(await ids()).toEqual(REORDERED));
	});

	test('changes with the keyboard, and each step is said', async () => {
		const { page, picker, ids } = await stage.openField({ value: THREE });
		await button(picker, /^Reorder Above/).focus();
		await page.keyboard.press('Space');
		await eventually(async () =>
			expect(String(await said(picker))).toMatch(/Lifted Above.*number 1 of 3/),
		);
		await page.keyboard.press('ArrowDown');
		await eventually(async () => expect(String(await said(picker))).toMatch(/over number 2 of 3/));
		await page.keyboard.press('Space');
		await eventually(async () => expect(await ids()).toEqual(REORDERED));
		expect(String(await said(picker))).toMatch(/Dropped Above.*as number 2 of 3/);
	});

	test('changes step by step without dragging', async () => {
		const { picker, ids } = await stage.openField({ value: THREE });
		await button(picker, /^Move Above.*down$/).click();
		await eventually(async () => expect(await ids()).toEqual(REORDERED));
		expect(await order(picker)).toEqual([alpine.name, hero.name, ridge.name]);
		expect(String(await said(picker))).toMatch(/is now number 2 of 3/);
		expect(await button(picker, /^Move Alpine.*up$/).isDisabled()).toBe(true);
	});
});

describe('what is picked', () => {
	test('is removed, and comes back to its place', async () => {
		const { picker, ids } = await stage.openField({ value: THREE });
		await button(picker, /^Remove Alpine/).click();
		await eventually(async () => expect(await ids()).toEqual(['asset-0', 'asset-2']));
		await button(picker, 'Undo').click();
		await eventually(async () => expect(await ids()).toEqual(['asset-0', 'asset-1', 'asset-2']));
	});

	test('is pinned to its version and follows the latest approved again, prepared by n8n each time', async () => {
		const { picker, values } = await stage.openField({ value: [ridge] });
		await button(picker, /^Pin Ridge Jacket/).click();
		await shows(picker, 'Pinned to v3');
		expect(await values()).toEqual({ media: [picked(item(2), 'asset-2-v3')] });

		await button(picker, /^Let Ridge Jacket/).click();

		await shows(picker, 'Latest approved · v3');
		expect(await values()).toEqual({ media: [ridge] });
		expect(
			stage.mock.asked
				.filter(({ name }) => name === 'select')
				.flatMap(({ body }) => (body as SelectRequest).picks),
		).toEqual([
			{ id: 'asset-2', pinnedVersionId: 'asset-2-v3' },
			{ id: 'asset-2', pinnedVersionId: null },
		]);
	});

	test('is marked on opening when it is gone, must not be used, is outdated or ends soon', async () => {
		const state = (id: string, change: Partial<PickedState>): PickedState => ({
			id,
			isGone: false,
			holdReasons: [],
			latestApprovedVersionId: `${id}-v1`,
			latestApprovedVersionNumber: 1,
			item: item(0, { id }),
			...change,
		});
		stage.mock.states = [
			state('asset-0', { isGone: true, item: null }),
			state('asset-1', {
				holdReasons: ['It is blocked', 'The rights ended.'],
				latestApprovedVersionId: null,
			}),
			state('asset-2', { latestApprovedVersionId: 'new', latestApprovedVersionNumber: 4 }),
			state('asset-3', {
				item: item(3, { rights: { status: 'expiring', starts: null, expires: '2026-12-14' } }),
			}),
			state('asset-6', { latestApprovedVersionId: 'new', latestApprovedVersionNumber: 2 }),
			state('asset-9', { latestApprovedVersionId: null }),
		];
		const pinned = picked(item(6), 'asset-6-v1');
		const value = [...THREE, picked(item(3)), pinned, picked(item(9))];
		const { picker, values } = await stage.openField({ value });

		const marks = async (id: string) =>
			await picker.locator(`[data-asset="${id}"] .mark`).allInnerTexts();
		await eventually(async () => expect(await marks('asset-0')).toHaveLength(1));
		expect(await marks('asset-0')).toEqual([expect.stringMatching(/No longer in iconik/)]);
		expect(await marks('asset-1')).toEqual(['May not be used: It is blocked. The rights ended.']);
		expect(await marks('asset-2')).toEqual([
			expect.stringMatching(/^v4 is approved now\.\s*Use it/),
		]);
		expect(await marks('asset-3')).toEqual(['Rights end on Dec 14, 2026.']);
		expect(await marks('asset-6')).toEqual([expect.stringMatching(/^v2 is approved now\./)]);
		expect(await marks('asset-9')).toEqual(['No approved version at present.']);
		expect(await values()).toEqual({});
		const [asked] = stage.mock.asked.filter(({ name }) => name === 'state');
		expect(asked?.query.ids?.split(',')).toContain('asset-6:asset-6-v1');
	});
});

describe('the chooser in its own window', () => {
	test('shows what the field holds and gives back what was chosen', async () => {
		const { page, picker, ids } = await stage.openField({ value: [hero] });
		await button(picker, 'Choose media').click();
		const [own] = await Promise.all([
			page.context().waitForEvent('page'),
			button(picker, 'Open in its own window').click(),
		]);
		await shows(picker, /Choose in the window that has opened/);
		await own.getByRole('checkbox', { name: 'Summit Light', exact: true }).click();
		await own.getByRole('button', { name: 'Use 2 media items' }).click();

		await eventually(async () => expect(await ids()).toEqual(['asset-0', 'asset-9']));
		await eventually(() => expect(own.isClosed()).toBe(true));
	});

	test('closed by its own button, it leaves the field as it was', async () => {
		const { page, picker, values } = await stage.openField({ value: [hero] });
		await button(picker, 'Choose media').click();
		const [own] = await Promise.all([
			page.context().waitForEvent('page'),
			button(picker, 'Open in its own window').click(),
		]);
		await own.getByRole('row').first().waitFor();
		await own.close();

		await eventually(async () =>
			expect(await picker.getByText(/Choose in the window/).count()).toBe(0),
		);
		expect(await values()).toEqual({});
	});

	test('that the browser does not open leaves the chooser where it is', async () => {
		const { picker } = await stage.openField();
		await button(picker, 'Choose media').click();
		await picker.evaluate(() => Object.assign(window, { open: () => null }));
		await button(picker, 'Open in its own window').click();
		await shows(picker, /The browser did not open a window/);
		await picker.getByRole('row').first().waitFor();
	});

	test('takes no task from another site', async () => {
		const attacker = await stage.newPage();
		await attacker.goto(stage.hostUrl);
		const [own] = await Promise.all([
			attacker.context().waitForEvent('page'),
			attacker.evaluate((url) => {
				Object.assign(window, { opened: window.open(`${url}#/choose`) });
			}, stage.mock.url),
		]);
		await own.waitForLoadState();
		await own.evaluate(() =>
			window.addEventListener('message', () => Object.assign(window, { isTold: true })),
		);

		await attacker.evaluate(() => {
			const task = { access: { key: 'x', parentOrigin: null }, values: [], limits: {}, entry: {} };
			const { opened } = window as unknown as { opened: Window };
			opened.postMessage({ type: 'iconik-picker:task', task }, '*');
		});

		await own.waitForFunction(() => (window as { isTold?: boolean }).isTold);
		expect(await own.locator('.chooser').count()).toBe(0);
		expect(stage.mock.asked).toEqual([]);
	});
});

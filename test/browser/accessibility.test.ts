import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { eventually } from '../support/eventually';
import { item, items, picked } from './support/library';
import { refuse } from './support/mockPicker';
import { type FieldSettings, type OpenField, Stage } from './support/stage';

const stage = new Stage();
beforeAll(async () => await stage.start(), 60_000);
afterEach(async () => await stage.clear());
afterAll(async () => await stage.stop());

/** axe looks at every element four times. */
jest.setTimeout(90_000);

const LOOKS = (['light', 'dark'] as const).flatMap((colorScheme) =>
	[320, 1280].map((width) => ({ colorScheme, width })),
);

/** What axe finds against WCAG 2.2 AA, and its good practice; the form around the page is not ours. */
async function faults(page: Page): Promise<string[]> {
	const { violations } = await new AxeBuilder({ page })
		.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
		.disableRules(['page-has-heading-one', 'landmark-one-main', 'region'])
		.analyze();
	return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** At 320 px nothing may need scrolling sideways. */
const isTooWide = async ({ picker }: OpenField) =>
	await picker.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);

const choose = async ({ picker }: OpenField) =>
	await picker.getByRole('button', { name: 'Choose media' }).click();

const opened = async (field: OpenField) => {
	await choose(field);
	await field.picker.getByRole('row').first().waitFor();
};

const pressed = async (field: OpenField, name: string | RegExp) => {
	await opened(field);
	await field.picker.getByRole('button', { name }).first().click();
};

interface State {
	settings?: FieldSettings;
	reach: (field: OpenField) => Promise<unknown>;
}

const refusing = () => {
	stage.mock.twist = async ({ name }, reply) => {
		if (name === 'session') return false;
		await refuse(reply, 429, 'too_many', 'Too many requests from here.', 60);
		return true;
	};
};

const PICKED = [picked(item(0)), picked(item(5)), picked(item(2), 'asset-2-v1'), picked(item(9))];

const STATES: Record<string, State> = {
	'the empty field': {
		reach: async ({ picker }) => await picker.getByText('No media picked yet').waitFor(),
	},
	'the field with marks': {
		settings: { value: [...PICKED, { ...picked(item(3)), id: 'gone' }] },
		reach: async ({ picker }) => await picker.getByText(/No longer in iconik/).waitFor(),
	},
	'the field that could not be checked': {
		settings: { value: PICKED },
		reach: async ({ picker }) => {
			refusing();
			await picker.getByText('Too many requests at once').waitFor();
		},
	},
	'the field offline': {
		settings: { value: PICKED },
		reach: async ({ page, picker }) => {
			await picker.getByText('Approved', { exact: true }).first().waitFor();
			await page.context().setOffline(true);
			await picker.getByText('You are offline').waitFor();
		},
	},
	'the chooser': { settings: { value: PICKED }, reach: opened },
	'the chooser as a list': {
		reach: async (field) => {
			await opened(field);
			await field.picker.getByRole('button', { name: 'List', exact: true }).click();
		},
	},
	'the filters': {
		reach: async (field) => {
			await pressed(field, 'Filters');
			await field.picker.getByRole('checkbox', { name: 'Video', exact: true }).check();
			await field.picker.getByRole('button', { name: 'Show what is inside Campaigns' }).click();
			await field.picker.getByRole('button', { name: 'Autumn', exact: true }).waitFor();
		},
	},
	'the chooser while it loads': {
		reach: async (field) => {
			stage.mock.twist = async ({ name }) => {
				if (name === 'search') await new Promise(() => undefined);
				return false;
			};
			await choose(field);
			await field.picker.getByRole('status', { name: 'Loading media…' }).waitFor();
		},
	},
	'the chooser with nothing found': {
		reach: async (field) => {
			await opened(field);
			await field.picker.getByRole('textbox', { name: 'Search' }).fill('no such thing');
			await field.picker.getByText('Nothing matches').waitFor();
		},
	},
	'the chooser that was refused': {
		reach: async (field) => {
			refusing();
			await choose(field);
			await field.picker.getByText('Too many requests at once').waitFor();
		},
	},
	'the preview': {
		reach: async (field) => {
			await pressed(field, /^Preview Night on the Ridge/);
			await field.picker.getByRole('radio').first().waitFor();
		},
	},
	'the warning': {
		reach: async (field) => {
			stage.mock.settings = { ...stage.mock.settings, notUsable: 'warn' };
			await opened(field);
			await field.picker.getByRole('checkbox', { name: 'Night on the Ridge', exact: true }).click();
			await field.picker.getByRole('dialog').waitFor();
		},
	},
	'something that could not be taken': {
		reach: async (field) => {
			stage.mock.selectAnswer = ({ picks }) => ({
				values: [],
				refused: picks.map(({ id }) => ({ id, reason: 'It was blocked just now.' })),
			});
			await opened(field);
			await field.picker.getByRole('checkbox', { name: 'How to Wash Down', exact: true }).click();
			await field.picker.getByRole('button', { name: 'Use 1 media item' }).click();
			await field.picker.getByText(/It was blocked just now/).waitFor();
		},
	},
};

describe('without a fault for axe, light and dark, and within 320 px and 1280 px', () => {
	test.each(Object.entries(STATES))('%s', async (_name, { settings, reach }) => {
		stage.mock.library = items(12);
		const field = await stage.openField(settings);
		await reach(field);
		for (const { colorScheme, width } of LOOKS) {
			await field.page.emulateMedia({ colorScheme });
			await field.page.setViewportSize({ width, height: 900 });
			expect({ colorScheme, width, faults: await faults(field.page) }).toMatchObject({
				faults: [],
			});
			expect(await isTooWide(field)).toBe(false);
		}
	});
});

describe('with the keyboard alone', () => {
	test('an editor searches, previews, picks two, reorders, pins one and removes one', async () => {
		const { page, picker, ids, values } = await stage.openField();
		const focused = async () =>
			await picker.evaluate(() => {
				const element = document.activeElement;
				return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
			});
		const press = async (...keys: string[]) => {
			for (const key of keys) await page.keyboard.press(key);
		};
		const tabTo = async (name: RegExp, key = 'Tab') => {
			for (let presses = 0; presses < 40; presses++) {
				if (name.test(await focused())) return;
				await page.keyboard.press(key);
			}
			throw new Error(`Never came to ${name}, but to "${await focused()}"`);
		};

		await picker.getByRole('button', { name: 'Choose media' }).waitFor();
		await page.locator('#field').focus();
		await tabTo(/^Choose media/);
		await press('Enter');
		await picker.getByRole('row').first().waitFor();
		await page.keyboard.type('ridge');
		await picker.getByText(/^10 media items$/).waitFor();
		await tabTo(/Ridge Jacket – Fit and Layers/);
		await press('Space', 'ArrowRight', 'ArrowRight', 'Tab');
		expect(await focused()).toMatch(/^Preview /);
		await press('Enter');
		await picker.getByRole('dialog').waitFor();
		await press('Escape');
		await eventually(async () => expect(await focused()).toMatch(/^Preview /));
		await press('Shift+Tab', 'Space');
		await tabTo(/^Use 2 media items/);
		await press('Enter');
		await eventually(async () => expect(await ids()).toHaveLength(2));
		const [first, second] = await ids();

		await eventually(async () => expect(await focused()).toMatch(/^Choose media/));
		await tabTo(/^Reorder Ridge Jacket – Fit and Layers$/, 'Shift+Tab');
		await press('Space');
		await eventually(async () =>
			expect(String(await picker.locator('[aria-live]').allInnerTexts())).toMatch(/Lifted/),
		);
		await press('ArrowDown');
		await eventually(async () =>
			expect(String(await picker.locator('[aria-live]').allInnerTexts())).toMatch(/over number 2/),
		);
		await press('Space');
		await eventually(async () => expect(await ids()).toEqual([second, first]));
		await tabTo(/^Pin Ridge Jacket – Fit and Layers to/);
		await press('Enter');
		await picker.getByText(/^Pinned to/).waitFor();
		await tabTo(/^Remove Ridge Jacket – Fit and Layers$/);
		await press('Enter');
		await eventually(async () => expect(await ids()).toEqual([second]));
		expect(await values()).toMatchObject({ media: [{ version_policy: 'latestApproved' }] });
	});
});

import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { item, picked } from '../test/browser/support/library';
import { type OpenField, Stage } from '../test/browser/support/stage';

const IMAGES = join(__dirname, '..', 'docs', 'images');
const LOOKS = (['light', 'dark'] as const).flatMap((colorScheme) =>
	[320, 1280].map((width) => ({ colorScheme, width })),
);

const FIELD = [
	picked(item(0)),
	picked(item(2), 'asset-2-v2'),
	picked(item(5)),
	{ ...picked(item(3)), id: 'no-longer-there' },
];

/** What is shown, and how it is reached from the one before. */
const VIEWS: Array<[name: string, reach: (field: OpenField) => Promise<void>]> = [
	['field', async ({ picker }) => await picker.getByText(/No longer in iconik/).waitFor()],
	[
		'chooser',
		async ({ page, picker }) => {
			await press(picker, 'Choose media');
			await picker.getByRole('row').first().waitFor();
			if (isNarrow(page)) return;
			await press(picker, 'Filters');
			await press(picker, 'Show what is inside Campaigns');
			await picker.getByRole('button', { name: 'Autumn', exact: true }).waitFor();
		},
	],
	[
		'preview',
		async ({ picker }) => {
			await picker
				.getByRole('button', { name: /^Preview Ridge Jacket/ })
				.first()
				.click();
			await picker.locator('video').waitFor();
		},
	],
];

const isNarrow = (page: Page) => (page.viewportSize()?.width ?? 0) < 700;

const press = async (picker: Frame, name: string) =>
	await picker.getByRole('button', { name, exact: true }).click();

/** Takes the pictures of the picker, light and dark, narrow and wide, with the library that its tests use. */
async function main(): Promise<void> {
	const stage = new Stage();
	await stage.start();
	try {
		for (const { colorScheme, width } of LOOKS) {
			const viewport = { width, height: width === 320 ? 800 : 760 };
			const field = await stage.openField({
				value: FIELD,
				config: { max: 6 },
				context: { colorScheme, viewport },
			});
			for (const [name, reach] of VIEWS) {
				await reach(field);
				await settle(field);
				const path = join(IMAGES, `picker-${name}-${colorScheme}-${width}.png`);
				await field.page.screenshot({ path });
			}
			await stage.clear();
		}
	} finally {
		await stage.stop();
	}
}

/** Pictures that load leave no other mark than that nothing happens any more. */
async function settle({ page }: OpenField): Promise<void> {
	await page.waitForLoadState('networkidle');
	await page.waitForTimeout(600);
}

void main();

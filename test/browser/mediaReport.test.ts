import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { reportPage } from '../../nodes/Iconik/placements/reportPage/page';
import { readReportRow } from '../../nodes/Iconik/placements/reportPage/rows';
import { SECTIONS } from '../../nodes/Iconik/placements/reportPage/sections';
import { launchBrowser } from '../../sandbox/browser';
import { sampleRows } from '../../scripts/reportSample';

const TODAY = '2026-03-02';
const HOSTILE = `"><script>document.title = 'taken over'</script><img src="https://evil.example/x">`;

jest.setTimeout(60_000);

const LOOKS = (['light', 'dark'] as const).flatMap((colorScheme) =>
	[320, 1280].map((width) => ({ colorScheme, width })),
);

/** The page that Make Report Page makes. */
describe('the media report in a browser', () => {
	let browser: Browser;
	let page: Page;
	const asked: string[] = [];

	beforeAll(async () => {
		const rows = [
			...sampleRows(TODAY),
			{ report: 'unused', asset_id: 'x', title: HOSTILE, web_url: `javascript:${HOSTILE}` },
		];
		browser = await launchBrowser();
		page = await (await browser.newContext()).newPage();
		page.on('request', (request) => asked.push(request.url()));
		await page.setContent(
			reportPage({
				title: 'Media in use',
				rows: rows.flatMap((row) => readReportRow(row) ?? []),
				sections: Object.keys(SECTIONS) as Array<keyof typeof SECTIONS>,
				today: TODAY,
			}),
		);
	});

	afterAll(async () => await browser.close());

	it.each(LOOKS)(
		'can be read by everybody: $colorScheme, $width px',
		async ({ colorScheme, width }) => {
			await page.emulateMedia({ colorScheme });
			await page.setViewportSize({ width, height: 900 });
			const { violations } = await new AxeBuilder({ page })
				.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
				.analyze();
			expect(violations.map(({ id }) => id)).toEqual([]);
			const wide = await page.evaluate('document.documentElement.scrollWidth');
			expect(wide).toBeLessThanOrEqual(width);
		},
	);

	it('tells in words what its charts show', async () => {
		const chart = (name: string) => page.getByRole('img', { name });
		expect(await chart('Assets: in use: 9, unused: 8').count()).toBe(1);
		expect(await chart('Assets in use: Ended: 1, 7 days: 1').count()).toBe(1);
	});

	it('leads from its figures to the reports', async () => {
		await page.getByRole('link', { name: '3 In use, captions missing' }).click();
		expect(page.url()).toMatch(/#missingCaptions$/);
		expect(await page.getByRole('row', { name: /^How the Trail Shoe Is Made/ }).count()).toBe(2);
	});

	it('asks nobody for anything and runs nothing that somebody typed', async () => {
		expect(await page.title()).toBe('Media in use, 2 Mar 2026');
		expect(await page.getByText(HOSTILE).count()).toBe(1);
		expect(await page.getByRole('link', { name: HOSTILE }).count()).toBe(0);
		expect(asked.filter((url) => !url.startsWith('about:'))).toEqual([]);
	});

	it('prints in black on white, also where the screen is dark', async () => {
		await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
		const back = await page.evaluate('getComputedStyle(document.body).backgroundColor');
		expect(back).toBe('rgb(255, 255, 255)');
	});
});

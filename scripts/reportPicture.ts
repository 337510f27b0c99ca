import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { reportPage } from '../nodes/Iconik/placements/reportPage/page';
import { readReportRow } from '../nodes/Iconik/placements/reportPage/rows';
import { SECTIONS } from '../nodes/Iconik/placements/reportPage/sections';
import { sampleRows } from './reportSample';

const TODAY = '2026-03-02';
const VIEWPORT = { width: 1240, height: 1380 };

/** Takes the pictures of the media report, light and dark: the node's page of rows that are made up. */
export async function reportPictures(page: Page, folder: string): Promise<void> {
	const text = reportPage({
		title: 'Media in use',
		rows: sampleRows(TODAY).flatMap((row) => readReportRow(row) ?? []),
		sections: Object.keys(SECTIONS) as Array<keyof typeof SECTIONS>,
		today: TODAY,
	});
	await page.setViewportSize(VIEWPORT);
	await page.setContent(text);
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme });
		await page.screenshot({ path: join(folder, `media-report-${colorScheme}.png`) });
	}
}

import { endings, newPlaces, tally } from '../../../nodes/Iconik/placements/reportPage/figures';
import { html } from '../../../nodes/Iconik/placements/reportPage/html';
import { reportPage } from '../../../nodes/Iconik/placements/reportPage/page';
import { readReportRow } from '../../../nodes/Iconik/placements/reportPage/rows';
import { SECTIONS } from '../../../nodes/Iconik/placements/reportPage/sections';
import { sampleRows } from '../../../scripts/reportSample';

const today = '2026-03-02';
const sections = Object.keys(SECTIONS) as Array<keyof typeof SECTIONS>;

const page = (json: Array<Record<string, unknown>>, more: object = {}) =>
	reportPage({
		title: 'Media in use',
		rows: json.flatMap((row) => readReportRow(row) ?? []),
		sections,
		today,
		...more,
	});

/** What a reader sees: without markup and style, blanks made one. */
const words = (text: string) =>
	text
		.replace(/<style>[\s\S]*?<\/style>/, '')
		.replace(/<[^>]+>/g, ' ')
		.replace(/\s+/g, ' ');

describe('markup', () => {
	it('escapes every value, and not what is markup already', () => {
		const inner = html`<b>${'a & b'}</b>`;
		expect(html`<p title="${'"><script>'}">${[inner, `'`, 0, null, false]}</p>`.text).toBe(
			'<p title="&quot;&gt;&lt;script&gt;"><b>a &amp; b</b>&#39;0</p>',
		);
	});
});

describe('the page of the report', () => {
	const hostile = '"><img src=x onerror=alert(1)></title><script>alert(2)</script>';

	it('lets nothing that somebody typed become markup, wherever it stands', () => {
		const place = {
			title: hostile,
			url: `https://x.example/${hostile}`,
			locale: hostile,
			environment: hostile,
		};
		const text = page(
			sections.map((report) => ({
				report,
				asset_id: hostile,
				title: hostile,
				media_type: hostile,
				web_url: `https://x.example/?${hostile}`,
				entries: 2,
				placements: [place],
				approval_status: hostile,
				rights_expire: '2026-03-01',
				missing_captions: [hostile],
			})),
			{ title: hostile },
		);
		expect(text).toContain('&lt;script&gt;alert(2)');
		expect(text).not.toMatch(/<script|<img|onerror=alert\(1\)>/);
		expect(text.match(/<title>/g)).toHaveLength(1);
	});

	it('links to addresses of the web and to nothing that could run', () => {
		const row = (web_url: string) => page([{ report: 'unused', asset_id: 'a', web_url }]);
		expect(row('https://app.iconik.io/asset/a')).toContain('href="https://app.iconik.io/asset/a"');
		for (const address of ['javascript:alert(1)', 'data:text/html,x', '/asset/a'])
			expect(row(address).match(/href="[^#][^"]*"/g)).toBeNull();
	});

	it('needs nothing but itself', () => {
		const text = page(sampleRows(today));
		expect(text).toContain("default-src 'none'");
		expect(text).not.toMatch(/<link|<script|<img|<iframe|url\(|@import| src=/);
	});

	it('counts each asset in use once, and says how many ask for attention', () => {
		const used = { asset_id: 'a', title: 'A', entries: 2, placements: [{}, {}, {}] };
		const text = words(
			page([
				{ ...used, report: 'mostUsed' },
				{ ...used, report: 'expiring', rights_expire: '2026-03-12' },
				{ ...used, report: 'missingCaptions', missing_captions: ['de', 'fr'] },
				{ asset_id: 'b', title: 'B', report: 'unused' },
				{ asset_id: 'c', title: 'C', report: 'unused' },
				{},
			]),
		);
		expect(text).toContain('Pages show 1 of 3 assets, in 3 places. 1 asset asks for attention.');
		expect(text).toContain('33% in use');
		expect(text).toContain('10 days left 12 Mar 2026');
		expect(text).toMatch(/Missing Entries Shown on A other de fr 2/);
	});

	it('says that there is nothing to do, and leaves out what was not asked for', () => {
		const empty = words(page([]));
		expect(empty).toContain('Nothing asks for attention.');
		expect(empty).toContain('All that pages show is approved.');
		const one = words(page([], { sections: ['expiring'] }));
		expect(one).toContain('No rights end soon.');
		expect(one).not.toContain('Unused');
	});

	it('holds a hundred rows of a report and tells how many more there are', () => {
		const rows = Array.from({ length: 1234 }, (_, n) => ({
			report: 'unused',
			asset_id: `a${n}`,
			title: `Still ${n}`,
		}));
		const text = words(page(rows));
		expect(text).toContain('Still 99 ');
		expect(text).not.toContain('Still 100 ');
		expect(text).toContain('And 1,134 more');
	});

	it('names a page once, with all languages and environments, and the first three at sight', () => {
		const place = (title: string, environment: string) => ({ title, environment, locale: 'en-us' });
		const placements = [
			...['live', 'test', 'live'].map((environment) => place('Home', environment)),
			...['News', 'Press', 'Jobs', 'Team'].map((title) => place(title, 'live')),
		];
		const text = words(page([{ report: 'mostUsed', asset_id: 'a', entries: 5, placements }]));
		expect(text).toContain(
			'Home live en-us, test en-us News live en-us Press live en-us 2 more pages Jobs',
		);
	});
});

describe('the figures', () => {
	it('count endings by how far ahead they are, the last day being one of the future', () => {
		const days = ['2026-02-20', today, '2026-03-09', '2026-03-10', '2026-04-20'];
		expect(endings(days, today).map(({ name, count }) => [name, count])).toEqual([
			['Ended', 1],
			['7 days', 2],
			['14 days', 1],
			['30 days', 0],
			['60 days', 1],
		]);
		expect(endings([], today)).toEqual([]);
	});

	it('count new places by month, across the turn of the year', () => {
		const since = (day: string) => ({ since: day }) as Parameters<typeof newPlaces>[0][number];
		const places = ['2025-12-31', '2026-03-01', '2026-03-02', '2024-03-01', ''].map(since);
		expect(newPlaces(places, today, 4)).toEqual([
			{ name: 'Dec', count: 1 },
			{ name: 'Jan', count: 0 },
			{ name: 'Feb', count: 0 },
			{ name: 'Mar', count: 2 },
		]);
	});

	it('put the most frequent first, and equals by name', () => {
		expect(tally(['b', 'a', 'b', 'c']).map(({ name }) => name)).toEqual(['b', 'a', 'c']);
	});
});

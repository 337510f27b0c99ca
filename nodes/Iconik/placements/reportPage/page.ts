import { rowsOf, type Section } from './figures';
import { Html, html } from './html';
import { charts, lead, tiles } from './overview';
import type { ReportRow } from './rows';
import { section } from './sections';
import { STYLE } from './style';
import { dayName } from './words';

export interface ReportPage {
	title: string;
	rows: readonly ReportRow[];
	/** Which reports the page has, in this order. */
	sections: readonly Section[];
	/** The day of the report, such as `2026-03-02`. */
	today: string;
}

/**
 * The whole page as text: complete in one file, without scripts and without anything from elsewhere, so that it can be sent by mail,
 * kept and printed.
 */
export function reportPage({ title, rows, sections, today }: ReportPage): string {
	return html`<!doctype html>
		<html lang="en">
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="color-scheme" content="light dark" />
				<meta
					http-equiv="Content-Security-Policy"
					content="default-src 'none'; style-src 'unsafe-inline'"
				/>
				<title>${title}, ${dayName(today)}</title>
				<style>
					${new Html(STYLE)}
				</style>
			</head>
			<body>
				<header>
					<h1>${title}</h1>
					<p class="quiet">
						Media of iconik on the pages of Contentstack, as of
						<time datetime="${today}">${dayName(today)}</time>
					</p>
					${lead(rows, sections)}
				</header>
				<main>
					${tiles(rows, sections)} ${charts(rows, sections, today)}
					${sections.map((name) => section(name, rowsOf(rows, name), today))}
				</main>
			</body>
		</html> `.text
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '')
		.join('\n');
}

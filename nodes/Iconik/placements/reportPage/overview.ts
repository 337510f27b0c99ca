import { bars, columns, ring } from './charts';
import { endings, newPlaces, rowsOf, tally, usedAssets, type Section } from './figures';
import { html, type Html } from './html';
import type { ReportRow } from './rows';
import { SECTIONS } from './sections';
import { counted, link, number } from './words';

const TOP = 5;
const MONTHS = 12;

const TONES: Partial<Record<Section, string>> = {
	usedUnapproved: 'bad',
	expiring: 'warn',
	missingCaptions: 'warn',
};

/** A number for each report, which leads to it. */
export function tiles(rows: readonly ReportRow[], sections: readonly Section[]): Html {
	const tile = (name: Section) => {
		const count = rowsOf(rows, name).length;
		const tone = TONES[name] && (count > 0 ? TONES[name] : 'good');
		return html`<li class="tile ${tone}">
			<a href="#${name}"><b>${number(count)}</b><span>${SECTIONS[name].title}</span></a>
		</li>`;
	};
	return html`<nav aria-label="Reports">
		<ul class="tiles">
			${sections.map(tile)}
		</ul>
	</nav>`;
}

/** What the rows say in pictures. A picture without anything in it is left out. */
export function charts(
	rows: readonly ReportRow[],
	sections: readonly Section[],
	today: string,
): Html {
	const used = usedAssets(rows);
	const unused = rowsOf(rows, 'unused');
	const places = used.flatMap((row) => row.places);
	const ends = endings(
		rowsOf(rows, 'expiring').map(({ rightsExpire }) => rightsExpire),
		today,
	);
	const months = newPlaces(places, today, MONTHS);
	const most = [...used].sort((a, b) => b.entries - a.entries).slice(0, TOP);
	return html`<div class="charts">
		${
			tellsAll(sections) &&
			used.length + unused.length > 0 &&
			figure(
				'How much is in use',
				ring('Assets', [
					{ name: 'in use', count: used.length, tone: 'used' },
					{ name: 'unused', count: unused.length, tone: 'rest' },
				]),
			)
		}
		${
			most.length > 0 &&
			figure(
				'Shown by most entries',
				bars(
					most.map(({ title, webUrl, entries }) => ({
						name: title,
						count: entries,
						label: link(webUrl, title),
					})),
				),
			)
		}
		${ends.length > 0 && figure('When rights end', columns('Assets in use', ends))}
		${
			months.some(({ count }) => count > 0) &&
			figure('New places, by month', columns('New places', months))
		}
		${
			places.length > 0 &&
			figure(
				'Where it is shown',
				bars(
					tally(
						places.map(({ environment, locale }) =>
							[environment, locale].filter((part) => part !== '').join(' · '),
						),
					).slice(0, TOP),
				),
			)
		}
		${used.length > 0 && figure('What is in use', bars(tally(used.map(({ mediaType }) => mediaType)).slice(0, TOP)))}
	</div>`;
}

function figure(title: string, chart: Html): Html {
	return html`<figure class="card">
		<figcaption>${title}</figcaption>
		${chart}
	</figure>`;
}

/** The whole report in two sentences. */
export function lead(rows: readonly ReportRow[], sections: readonly Section[]): Html {
	const used = usedAssets(rows);
	const places = used.reduce((sum, row) => sum + row.places.length, 0);
	const attention = new Set(
		(Object.keys(TONES) as Section[]).flatMap((name) =>
			rowsOf(rows, name).map(({ assetId }) => assetId),
		),
	);
	const all = used.length + rowsOf(rows, 'unused').length;
	const share = tellsAll(sections) ? html` of ${number(all)}` : '';
	const state =
		attention.size === 0
			? html`<span class="good">Nothing asks for attention.</span>`
			: html`<span class="bad">${counted(attention.size, 'asset')}</span>
					${attention.size === 1 ? 'asks' : 'ask'} for attention.`;
	return html`<p class="lead">
		Pages show <b>${number(used.length)}</b>${share} assets, in ${counted(places, 'place')}.
		${state}
	</p>`;
}

function tellsAll(sections: readonly Section[]): boolean {
	return sections.includes('unused') && sections.includes('mostUsed');
}

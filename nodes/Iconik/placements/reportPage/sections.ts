import { daysUntil, type Section } from './figures';
import { html, type Content, type Html } from './html';
import type { ReportRow } from './rows';
import { counted, dayName, link, number } from './words';

/** A page holds as many rows of a report as people look through; the file of rows has all. */
const MOST_ROWS = 100;
const MOST_PAGES = 3;

interface Column {
	heading: string;
	value: (row: ReportRow, today: string) => Content;
	isNumber?: boolean;
}

interface SectionText {
	title: string;
	/** What the section is about and what to do. */
	words: string;
	/** What it says when it is empty. */
	nothing: string;
	columns: Column[];
}

const asset: Column = {
	heading: 'Asset',
	value: ({ title, webUrl, mediaType }) =>
		html`${link(webUrl, title)} <span class="quiet">${mediaType}</span>`,
};
const pages: Column = { heading: 'Shown on', value: ({ places }) => shownOn(places) };
const entries: Column = {
	heading: 'Entries',
	value: ({ entries: count }) => number(count),
	isNumber: true,
};
const since: Column = { heading: 'In use since', value: ({ since: day }) => dayName(day) };

export const SECTIONS: Record<Section, SectionText> = {
	usedUnapproved: {
		title: 'In use, not approved',
		words:
			'Pages show these, and no version of them is approved. Have them reviewed, or take them down.',
		nothing: 'All that pages show is approved.',
		columns: [
			asset,
			{ heading: 'Review', value: ({ approval }) => badge(reviewName(approval), 'bad') },
			entries,
			pages,
		],
	},
	expiring: {
		title: 'In use, rights ending',
		words:
			'Pages show these, and the right to do so has ended or ends soon. Renew it, or replace them.',
		nothing: 'No rights end soon.',
		columns: [asset, { heading: 'Rights', value: rightsOf }, entries, pages],
	},
	missingCaptions: {
		title: 'In use, captions missing',
		words:
			'Pages show these videos and recordings without captions in all of the languages that you ask for.',
		nothing: 'Everything that speaks has its captions.',
		columns: [
			asset,
			{
				heading: 'Missing',
				value: ({ missingCaptions }) => missingCaptions.map((code) => badge(code, 'warn')),
			},
			entries,
			pages,
		],
	},
	mostUsed: {
		title: 'In use',
		words: 'What pages show, that which most entries show first.',
		nothing: 'No page shows media from iconik.',
		columns: [asset, entries, since, pages],
	},
	unused: {
		title: 'Unused',
		words: 'No page shows these. They may be waiting for one, or be ready for the archive.',
		nothing: 'Every asset is in use.',
		columns: [asset],
	},
};

/** One report as a heading, a sentence and a table, or a list where there is one thing to say of each. */
export function section(name: Section, rows: readonly ReportRow[], today: string): Html {
	const { title, words, nothing, columns } = SECTIONS[name];
	const shown = rows.slice(0, MOST_ROWS);
	const left = rows.length - shown.length;
	return html`<section class="card" aria-labelledby="${name}">
		<h2 id="${name}">${title} <span class="quiet">${number(rows.length)}</span></h2>
		${rows.length === 0 && html`<p class="nothing ${name}">${nothing}</p>`}
		${rows.length > 0 && html`<p class="quiet">${words}</p>`}
		${rows.length > 0 && (columns.length > 1 ? table(name, columns, shown, today) : tidyList(shown))}
		${left > 0 && html`<p class="quiet">And ${number(left)} more, which the rows of the report have.</p>`}
	</section>`;
}

function tidyList(rows: readonly ReportRow[]): Html {
	return html`<ul class="grid">
		${rows.map((row) => html`<li>${asset.value(row, '')}</li>`)}
	</ul>`;
}

function table(
	name: Section,
	columns: readonly Column[],
	rows: readonly ReportRow[],
	today: string,
): Html {
	const cells = (tag: 'td' | 'th', value: (column: Column) => Content) =>
		columns.map((column) => {
			const marks = column.isNumber ? 'number' : '';
			return tag === 'td'
				? html`<td class="${marks}">${value(column)}</td>`
				: html`<th scope="col" class="${marks}">${value(column)}</th>`;
		});
	return html`<div class="scroll" tabindex="0" role="group" aria-labelledby="${name}">
		<table>
			<thead>
				<tr>
					${cells('th', (column) => column.heading)}
				</tr>
			</thead>
			<tbody>
				${rows.map(
					(row) =>
						html`<tr>
							${cells('td', (column) => column.value(row, today))}
						</tr>`,
				)}
			</tbody>
		</table>
	</div>`;
}

function badge(words: string, tone: string): Html {
	return html`<span class="badge ${tone}">${words}</span> `;
}

function reviewName(status: string): string {
	const names: Record<string, string> = {
		REQUESTED: 'Waiting for review',
		NOT_APPROVED: 'Rejected',
		MIXED: 'Undecided',
	};
	return names[status] ?? 'Never reviewed';
}

function rightsOf({ rightsExpire }: ReportRow, today: string): Html {
	const days = daysUntil(rightsExpire, today);
	const distance =
		days < 0
			? badge(`Ended ${counted(-days, 'day')} ago`, 'bad')
			: badge(days === 0 ? 'Last day' : `${counted(days, 'day')} left`, 'warn');
	return html`${distance}<span class="quiet day">${dayName(rightsExpire)}</span>`;
}

/** Each page once, with the languages and environments in which it shows the asset. */
function shownOn(places: ReportRow['places']): Html {
	const found = new Map<string, { title: string; url: string; where: Set<string> }>();
	for (const { title, url, locale, environment } of places) {
		const page = found.get(title) ?? { title, url, where: new Set() };
		page.url ||= url;
		page.where.add([environment, locale].filter((part) => part !== '').join(' '));
		found.set(title, page);
	}
	const all = [...found.values()];
	const item = ({ title, url, where }: (typeof all)[number]) =>
		html`<li>${link(url, title)} <span class="quiet">${[...where].join(', ')}</span></li>`;
	const more = all.slice(MOST_PAGES);
	return html`<ul class="pages">
			${all.slice(0, MOST_PAGES).map(item)}
		</ul>
		${
			more.length > 0 &&
			html`<details>
				<summary>${counted(more.length, 'more page', 'more pages')}</summary>
				<ul class="pages">
					${more.map(item)}
				</ul>
			</details>`
		}`;
}

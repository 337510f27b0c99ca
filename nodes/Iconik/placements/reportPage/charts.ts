import type { Figure } from './figures';
import { html, type Html } from './html';
import { number } from './words';

/** A figure as it is drawn: in another colour where that says something, which its name says as well. */
interface Drawn extends Figure {
	tone?: string;
}

const listed = (figures: readonly Figure[]) =>
	figures.map(({ name, count }) => `${name}: ${number(count)}`).join(', ');

/** Bars from left to right, with their names and values as text beside them. */
export function bars(figures: ReadonlyArray<Figure & { label?: Html }>): Html {
	const most = Math.max(1, ...figures.map(({ count }) => count));
	return html`<ul class="bars">
		${figures.map(
			({ name, count, label }) =>
				html`<li>
					<span class="bar-name">${label ?? name}</span>
					<b>${number(count)}</b>
					<svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
						<rect class="track" width="100" height="8" />
						<rect class="bar" width="${((count / most) * 100).toFixed(2)}" height="8" />
					</svg>
				</li>`,
		)}
	</ul>`;
}

const COLUMNS = { width: 340, height: 190, top: 24, bottom: 26 };

/** Columns side by side, each with its value above and its name below. */
export function columns(what: string, figures: readonly Drawn[]): Html {
	const { width, height, top, bottom } = COLUMNS;
	const most = Math.max(1, ...figures.map(({ count }) => count));
	const step = width / Math.max(1, figures.length);
	const wide = Math.min(40, step * 0.66);
	const floor = height - bottom;
	const column = ({ name, count, tone = '' }: Drawn, n: number) => {
		const middle = (n + 0.5) * step;
		const tall = (count / most) * (floor - top);
		return html`<rect
				class="bar ${tone}"
				x="${(middle - wide / 2).toFixed(1)}"
				y="${(floor - tall).toFixed(1)}"
				width="${wide.toFixed(1)}"
				height="${tall.toFixed(1)}"
				rx="3"
			/>
			<text class="count" x="${middle.toFixed(1)}" y="${(floor - tall - 7).toFixed(1)}">
				${count > 0 ? number(count) : ''}
			</text>
			<text x="${middle.toFixed(1)}" y="${height - 7}">${name}</text>`;
	};
	return html`<svg
		class="columns"
		viewBox="0 0 ${width} ${height}"
		role="img"
		aria-label="${what}: ${listed(figures)}"
	>
		<line class="axis" x1="0" x2="${width}" y1="${floor}" y2="${floor}" />
		${figures.map(column)}
	</svg>`;
}

const RING = { radius: 70, thick: 24 };

/** A ring of parts of a whole, with the share of the first in its middle. */
export function ring(what: string, parts: readonly Drawn[]): Html {
	const { radius, thick } = RING;
	const around = 2 * Math.PI * radius;
	const whole = parts.reduce((sum, { count }) => sum + count, 0);
	const share = whole === 0 ? 0 : Math.round(((parts[0]?.count ?? 0) / whole) * 100);
	let passed = 0;
	const arcs = parts
		.filter(({ count }) => count > 0)
		.map(({ count, tone }) => {
			const length = (count / whole) * around;
			const arc = html`<circle
				class="${tone}"
				r="${radius}"
				fill="none"
				stroke-width="${thick}"
				stroke-dasharray="${length.toFixed(2)} ${(around - length).toFixed(2)}"
				stroke-dashoffset="${(-passed).toFixed(2)}"
				transform="rotate(-90)"
			/>`;
			passed += length;
			return arc;
		});
	return html`<div class="ring">
		<svg viewBox="-90 -90 180 180" role="img" aria-label="${what}: ${listed(parts)}">
			<circle class="track" r="${radius}" fill="none" stroke-width="${thick}" />
			${arcs}
			<text class="share" y="4">${share}%</text>
			<text class="share-name" y="26">${parts[0]?.name}</text>
		</svg>
		<ul class="legend">
			${parts.map(
				({ name, count, tone }) =>
					html`<li><span class="dot ${tone}"></span>${name} <b>${number(count)}</b></li>`,
			)}
		</ul>
	</div>`;
}

/** How the page of the report looks: light or dark as the reader has it, and in black on white on paper. */
export const STYLE = `
:root {
	--back: #f4f5f8; --card: #ffffff; --text: #18202e; --quiet: #566073; --line: #e1e5ec;
	--main: #3d55cc; --soft: #dfe4f0; --good: #1c7048; --warn: #8a5200; --bad: #b3261e;
	--good-soft: #dff3e8; --warn-soft: #fdefd5; --bad-soft: #fbe3e1;
}
@media (prefers-color-scheme: dark) {
	:root {
		--back: #10141b; --card: #191f2a; --text: #e9edf4; --quiet: #a6b0c2; --line: #2b3342;
		--main: #8da4ff; --soft: #2c3547; --good: #6ad7a2; --warn: #f0b964; --bad: #ff948b;
		--good-soft: #17362a; --warn-soft: #3d2e15; --bad-soft: #43211f;
	}
}
* { box-sizing: border-box; }
body {
	margin: 0 auto; padding: 40px 24px 64px; max-width: 1180px; background: var(--back); color: var(--text);
	font: 15px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;
}
html { background: var(--back); scroll-behavior: smooth; }
h1 { margin: 0; font-size: 30px; line-height: 1.2; letter-spacing: -0.02em; }
h2 { margin: 0 0 2px; font-size: 19px; letter-spacing: -0.01em; }
h2 .quiet { font-weight: 400; margin-left: 4px; }
p { margin: 0 0 14px; }
a { color: inherit; text-decoration-color: var(--main); text-underline-offset: 3px; text-decoration-thickness: 1px; }
a:hover { color: var(--main); }
:focus-visible { outline: 3px solid var(--main); outline-offset: 2px; border-radius: 4px; }
ul { list-style: none; margin: 0; padding: 0; }
.quiet { color: var(--quiet); font-size: 0.93em; }
.lead { margin: 18px 0 0; font-size: 20px; line-height: 1.4; letter-spacing: -0.01em; }
.lead .bad { color: var(--bad); font-weight: 600; } .lead .good { color: var(--good); font-weight: 600; }
.day { white-space: nowrap; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 14px; padding: 22px 24px; margin: 0; }
section.card { margin-top: 20px; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 14px; margin: 22px 0 20px; }
.tile { background: var(--card); border: 1px solid var(--line); border-top: 4px solid var(--main); border-radius: 14px; }
.tile a { display: block; padding: 14px 18px 16px; text-decoration: none; }
.tile b { display: block; font-size: 34px; line-height: 1.15; letter-spacing: -0.03em; font-variant-numeric: tabular-nums; }
.tile span { color: var(--quiet); }
.tile.good { border-top-color: var(--good); } .tile.good b { color: var(--good); }
.tile.warn { border-top-color: var(--warn); } .tile.warn b { color: var(--warn); }
.tile.bad { border-top-color: var(--bad); } .tile.bad b { color: var(--bad); }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(330px, 100%), 1fr)); gap: 20px; }
figcaption { font-weight: 600; margin-bottom: 16px; }
.bars li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 4px 12px; padding: 5px 0; }
.bar-name { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; padding-bottom: 2px; }
.bars b { text-align: right; font-variant-numeric: tabular-nums; }
.bars svg { grid-column: 1 / -1; display: block; width: 100%; height: 8px; border-radius: 4px; }
svg text { font: 12px system-ui, -apple-system, 'Segoe UI', Roboto, Arial, sans-serif; fill: var(--quiet); text-anchor: middle; }
svg .count { fill: var(--text); font-weight: 600; }
rect.track { fill: var(--soft); } circle.track { stroke: var(--soft); }
.bar { fill: var(--main); } .bar.bad { fill: var(--bad); } .bar.warn { fill: var(--warn); }
.axis { stroke: var(--line); stroke-width: 1.5; }
.columns { display: block; width: 100%; height: auto; }
.ring { display: flex; align-items: center; justify-content: center; gap: 28px; flex-wrap: wrap; }
.ring svg { width: 176px; height: 176px; }
circle.used { stroke: var(--main); } circle.rest { stroke: var(--soft); }
svg .share { font-size: 34px; font-weight: 700; fill: var(--text); }
.legend li { padding: 3px 0; } .legend b { margin-left: 6px; font-variant-numeric: tabular-nums; }
.dot { display: inline-block; width: 11px; height: 11px; border-radius: 50%; margin-right: 9px; }
.dot.used { background: var(--main); } .dot.rest { background: var(--soft); border: 1px solid var(--quiet); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; min-width: 680px; }
th { text-align: left; font-size: 0.86em; font-weight: 600; color: var(--quiet); }
th, td { padding: 9px 18px 9px 0; vertical-align: top; border-bottom: 1px solid var(--line); }
tbody tr:last-child td { border-bottom: 0; }
td:first-child { min-width: 190px; font-weight: 500; } td:first-child .quiet { font-weight: 400; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
td:last-child { padding-right: 0; width: 45%; }
.grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(260px, 100%), 1fr)); column-gap: 28px; }
.grid li { overflow-wrap: anywhere; padding: 8px 0; border-bottom: 1px solid var(--line); font-weight: 500; } .grid .quiet { font-weight: 400; }
.badge { display: inline-block; padding: 1px 9px; border-radius: 99px; font-size: 0.87em; font-weight: 600; white-space: nowrap; }
.badge.warn { color: var(--warn); background: var(--warn-soft); } .badge.bad { color: var(--bad); background: var(--bad-soft); }
.nothing { margin: 6px 0 0; color: var(--good); font-weight: 600; }
.nothing::before { content: '✓ '; }
.nothing.mostUsed { color: var(--quiet); } .nothing.mostUsed::before { content: ''; }
summary { cursor: pointer; color: var(--quiet); font-size: 0.93em; }
@media print {
	:root {
		--back: #fff; --card: #fff; --text: #000; --quiet: #444; --line: #ccc; --main: #3d55cc; --soft: #e3e6ee;
		--good: #1c7048; --warn: #8a5200; --bad: #b3261e; --good-soft: #fff; --warn-soft: #fff; --bad-soft: #fff;
	}
	body { padding: 0; max-width: none; font-size: 11px; }
	* { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
	.card, .tile, tr { break-inside: avoid; } section.card { break-inside: auto; } h2, thead { break-after: avoid; }
	.tiles { grid-template-columns: repeat(5, 1fr); } .charts { grid-template-columns: 1fr 1fr; }
	.card { padding: 14px 16px; border-radius: 8px; } .scroll { overflow: visible; }
}
`;

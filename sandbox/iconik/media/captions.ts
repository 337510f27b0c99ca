/** A text that is said or shown for a while. */
export interface Cue {
	startMs: number;
	endMs: number;
	text: string;
}

/** The cues as WebVTT, with so many words a line. */
export function toWebVtt(cues: Cue[], wordsPerLine?: number): string {
	const blocks = cues.map(({ startMs, endMs, text }) =>
		[`${time(startMs, '.')} --> ${time(endMs, '.')}`, lines(text, wordsPerLine)].join('\n'),
	);
	return ['WEBVTT', ...blocks].join('\n\n').concat('\n');
}

/** The cues as SubRip, numbered from 1. */
export function toSrt(cues: Cue[], wordsPerLine?: number): string {
	const blocks = cues.map(({ startMs, endMs, text }, index) =>
		[index + 1, `${time(startMs, ',')} --> ${time(endMs, ',')}`, lines(text, wordsPerLine)].join(
			'\n',
		),
	);
	return blocks.join('\n\n').concat('\n');
}

/** The cues of a WebVTT or SubRip text. Headers, notes and numbers are passed over. */
export function fromCaptions(content: string): Cue[] {
	const moment = '(?:(\\d+):)?(\\d{2}):(\\d{2})[.,](\\d{3})';
	const range = new RegExp(`^${moment} --> ${moment}`);
	return content
		.replace(/\r/g, '')
		.split(/\n{2,}/)
		.flatMap((block) => {
			const rows = block.trim().split('\n');
			const at = rows.findIndex((row) => range.test(row));
			const [, ...parts] = range.exec(rows[at] ?? '') ?? [];
			if (parts.length === 0) return [];
			const text = rows.slice(at + 1).join(' ');
			return [{ startMs: milliseconds(parts), endMs: milliseconds(parts.slice(4)), text }];
		});
}

function milliseconds([hours = '0', minutes, seconds, rest]: Array<string | undefined>): number {
	return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(rest);
}

function time(ms: number, separator: string): string {
	const [hms = '', rest = ''] = new Date(ms).toISOString().slice(11, 23).split('.');
	return `${hms}${separator}${rest}`;
}

function lines(text: string, wordsPerLine = Infinity): string {
	const words = text.split(/\s+/).filter(Boolean);
	const rows: string[] = [];
	while (words.length > 0)
		rows.push(words.splice(0, Math.min(wordsPerLine, words.length)).join(' '));
	return rows.join('\n');
}

const SRT_TIME = /(\d{1,2}:\d{2}:\d{2}),(\d{3})/g;
const SRT_START = /^(?:\d+\s*\n)?\d{1,2}:\d{2}:\d{2},\d{3}\s*-->/;

/**
 * Captions as WebVTT. SubRip (.srt) differs from it in its times and lacks the first line, so it is turned into it.
 * `undefined` for a text that is neither.
 */
export function toWebVtt(text: string): string | undefined {
	const lines = text
		.replace(/^\uFEFF/, '')
		.replace(/\r\n?/g, '\n')
		.trim();
	if (/^WEBVTT(\s|$)/.test(lines)) return `${lines}\n`;
	if (!SRT_START.test(lines)) return undefined;
	const timed = lines.replace(/^.*-->.*$/gm, (line) => line.replace(SRT_TIME, '$1.$2'));
	return `WEBVTT\n\n${timed}\n`;
}

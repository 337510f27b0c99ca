import type { Result } from './scenario';

const WIDTH = 64;

/** The scenarios' results as a table: name, what happened (wrapped), calls used, seconds. */
export function table(results: ReadonlyArray<Omit<Result, 'template'>>): string {
	const rows = results.map(({ name, ok, happened, calls, seconds }) => ({
		name: `${ok ? '✔' : '✘'} ${name}`,
		happened: wrap(happened),
		calls: `iconik ${calls.iconik}, Contentstack ${calls.contentstack}`,
		seconds: seconds.toFixed(1),
	}));
	const head = {
		name: '  scenario',
		happened: ['what happened'],
		calls: 'calls',
		seconds: 'seconds',
	};
	const width = (texts: string[]) => Math.max(...texts.map((text) => text.length));
	const all = [head, ...rows];
	const nameWidth = width(all.map(({ name }) => name));
	const callsWidth = width(all.map(({ calls }) => calls));
	const happenedWidth = width(all.flatMap(({ happened }) => happened));
	return all
		.flatMap(({ name, happened, calls, seconds }) =>
			happened.map((line, index) => {
				const first = index === 0;
				return [
					(first ? name : '').padEnd(nameWidth),
					line.padEnd(happenedWidth),
					(first ? calls : '').padEnd(callsWidth),
					(first ? seconds : '').padStart(head.seconds.length),
				]
					.join('  ')
					.trimEnd();
			}),
		)
		.join('\n');
}

function wrap(text: string): string[] {
	const lines: string[] = [];
	for (const word of text.split(/\s+/)) {
		const last = lines.at(-1);
		if (last !== undefined && last.length + word.length < WIDTH)
			lines[lines.length - 1] = `${last} ${word}`;
		else lines.push(word);
	}
	return lines;
}

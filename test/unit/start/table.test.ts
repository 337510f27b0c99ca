import { table } from '../../../sandbox/start/table';

describe('the table of results', () => {
	test('marks what failed and wraps a long story under its own column', () => {
		const long = 'word '.repeat(30).trim();
		const calls = { contentstack: 12, iconik: 7 };

		const lines = table([
			{ name: 'Set up', ok: true, happened: 'done', calls, seconds: 1.25 },
			{ name: 'Approve', ok: false, happened: long, calls, seconds: 20 },
		]).split('\n');

		expect(lines[1]).toMatch(/^✔ Set up +done +iconik 7, Contentstack 12 +1\.3$/);
		expect(lines[2]).toMatch(/^✘ Approve +word .* 20\.0$/);
		expect(lines.slice(3).join(' ')).toMatch(/^( +word( word)*)+$/);
		expect(lines.join(' ').match(/word/g)).toHaveLength(30);
	});
});

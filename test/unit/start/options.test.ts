import { readOptions as readSandboxOptions } from '../../../sandbox/options';
import { readOptions } from '../../../sandbox/start/options';

describe('npm start', () => {
	test('stays at the usual ports and takes any free ones for a single run', () => {
		expect(readOptions([])).toEqual({
			once: false,
			n8nPort: 5678,
			consolePort: 5700,
			contentstackPort: 5701,
			iconikPort: 5702,
		});
		expect(readOptions(['--once'])).toMatchObject({ once: true, n8nPort: 0, iconikPort: 0 });
		expect(readOptions(['--once', '--n8n-port', '8080'])).toMatchObject({ n8nPort: 8080 });
	});

	test.each([
		[['--n8n-port', '70000'], '--n8n-port takes a port number from 0 to 65535'],
		[['--console-port', 'x'], '--console-port takes a port number from 0 to 65535'],
		[['--port', '1'], '--iconik-port N'],
		[['surplus'], '--iconik-port N'],
	])('%p is answered with one sentence', (args, sentence) => {
		expect(() => readOptions(args)).toThrow(sentence);
	});
});

describe('npm run sandbox', () => {
	test('takes ports and a seed', () => {
		const args = ['--contentstack-port', '4001', '--iconik-port', '0', '--seed', 'empty'];

		expect(readSandboxOptions(args)).toEqual({
			contentstackPort: 4001,
			iconikPort: 0,
			seed: 'empty',
		});
		expect(readSandboxOptions([])).toEqual({ contentstackPort: 0, iconikPort: 0, seed: 'demo' });
	});

	test.each([
		[['--seed', 'full'], '--seed is "demo" or "empty", not "full".'],
		[['--iconik-port', '-1'], 'iconik-port'],
		[['--contentstack-port', '1.5'], '--contentstack-port takes a port number'],
		[['--speed', '2'], 'Options: --contentstack-port N'],
	])('%p is answered with one sentence', (args, sentence) => {
		expect(() => readSandboxOptions(args)).toThrow(sentence);
	});
});

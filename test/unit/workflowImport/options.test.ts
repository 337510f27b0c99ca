import { readImportOptions } from '../../../scripts/workflowImport/options';

const URL = ['--url', 'https://n8n.example.com/'];

describe('npm run workflows:import', () => {
	test('takes an address and a key, and imports all without replacing anything', () => {
		expect(readImportOptions([...URL, '--api-key', 'k'], {})).toEqual({
			url: 'https://n8n.example.com',
			apiKey: 'k',
			only: [],
			dryRun: false,
			overwrite: false,
			credentials: {},
		});
	});

	test('takes the key from the environment, numbers, and names of credentials', () => {
		const args = [
			...URL,
			...['--only', '01, 04', '--dry-run', '--overwrite', '--iconik-credential', 'Library'],
		];

		expect(readImportOptions(args, { N8N_API_KEY: 'k' })).toMatchObject({
			apiKey: 'k',
			only: ['01', '04'],
			dryRun: true,
			overwrite: true,
			credentials: { iconikApi: 'Library' },
		});
	});

	test('keeps the path of an n8n that does not live at the root', () => {
		const args = ['--url', 'https://example.com/n8n/', '--api-key', 'k'];
		expect(readImportOptions(args, {}).url).toBe('https://example.com/n8n');
	});

	test.each([
		[[], 'The address of your n8n is missing'],
		[['--url', 'n8n.example.com'], 'not "n8n.example.com"'],
		[['--url', 'ftp://n8n.example.com'], 'not "ftp://n8n.example.com"'],
		[[...URL, '--force'], "Unknown option '--force'"],
	])('%p is answered with one sentence', (args, sentence) => {
		expect(() => readImportOptions(args, { N8N_API_KEY: 'k' })).toThrow(sentence);
	});

	test('says where a key comes from when there is none', () => {
		expect(() => readImportOptions(URL, {})).toThrow('N8N_API_KEY');
	});

	test('does not repeat a key whose option was forgotten', () => {
		const read = () => readImportOptions([...URL, 'eyJhbGciOi'], {});
		expect(read).toThrow('a word without an option');
		expect(read).not.toThrow('eyJhbGciOi');
	});
});

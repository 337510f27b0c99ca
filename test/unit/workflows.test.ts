import { packageNodes } from '../support/packageNodes';
import { layout } from '../support/templates/layout';
import { parameters } from '../support/templates/parameters';
import { privacy } from '../support/templates/privacy';
import { parts, references, structure, wiring } from '../support/templates/shape';
import { readTemplate, templateFiles } from '../support/templates/template';

const files = templateFiles();
const ourNodes = packageNodes();

describe('the templates', () => {
	it('begin with the set-up and the approved video', () => {
		expect(files).toEqual(
			expect.arrayContaining(['00-set-up.json', '01-approved-video-to-contentstack.json']),
		);
	});

	it('are numbered, each number once', () => {
		const numbers = files.map((file) => /^(\d\d)-[a-z0-9-]+\.json$/.exec(file)?.[1]);
		expect(numbers).not.toContain(undefined);
		expect(new Set(numbers).size).toBe(numbers.length);
	});

	it('have names that differ', () => {
		const names = files.map((file) => readTemplate(file).name);
		expect(new Set(names).size).toBe(names.length);
	});
});

describe.each(files)('%s', (file) => {
	const template = readTemplate(file);

	it.each([
		['can be opened by n8n', structure],
		['has the parts that every template has', parts],
		['is wired from its triggers to its error branches', wiring],
		['refers to nodes that are there', references],
		['fills in our nodes as their descriptions say', parameters],
		['holds nothing private', privacy],
		['is laid out without overlaps', layout],
	])('%s', (_what, check) => {
		expect(check(template, ourNodes)).toEqual([]);
	});
});

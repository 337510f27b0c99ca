import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FakeProject } from './fakeProject';

describe('the bootstrap of the commands', () => {
	let project: FakeProject;

	beforeEach(() => {
		project = new FakeProject();
	});

	afterEach(() => project.remove());

	const cache = () => join(project.folder, 'cache', 'n8n-nodes-contentstack-iconik');
	const hosts = () => readdirSync(cache());

	test('installs the dependencies without their scripts, then runs the program with its arguments and exit code', async () => {
		const { code, stdout } = await project.run(['sandbox', '--seed', 'empty']);

		expect(project.npmCalls().map((call) => call.split(' in ')[0])).toEqual(['ci', 'rebuild node']);
		expect(stdout).toBe('["--seed","empty"]\n');
		expect(code).toBe(7);
	});

	test('installs nothing the second time, and again once the lock file is another', async () => {
		await project.run(['sandbox']);
		project.npmCalls();

		await project.run(['sandbox']);
		expect(project.npmCalls()).toEqual([]);

		project.lock('1.0.1');
		await project.run(['sandbox']);
		expect(project.npmCalls()).toHaveLength(2);
	});

	test('an install that broke off is started over', async () => {
		await project.run(['sandbox'], { FAKE_NPM_FAILS: 'rebuild node', FAKE_NPM_ERROR: 'E1' });
		project.npmCalls();

		const { code } = await project.run(['sandbox']);

		expect(project.npmCalls()).toHaveLength(2);
		expect(code).toBe(7);
	});

	test('without a network one sentence says what was tried and where the log is', async () => {
		const { code, stdout, stderr } = await project.run(['sandbox'], {
			FAKE_NPM_FAILS: 'ci',
			FAKE_NPM_ERROR: 'ENOTFOUND',
		});

		expect(stderr.trim().split('\n')).toHaveLength(1);
		expect(stderr).toContain('npm ci --ignore-scripts');
		expect(stderr).toContain('cannot be reached (no network?)');
		expect(stderr).toContain(join(project.folder, '.tmp', 'install.log'));
		expect(stdout).toBe('');
		expect(code).toBe(1);
	});

	test('passes a signal on and ends as the program does', async () => {
		const { child, ended } = project.start(['sandbox', 'wait']);
		await new Promise((resolve) => child.stdout.once('data', resolve));

		child.kill('SIGTERM');

		expect((await ended).code).toBe(8);
	});

	test('ends the program when the shell that started it is gone, as after a signal to npm', async () => {
		await project.run(['sandbox']);
		const { child, ended } = project.start(['sandbox', 'wait'], {}, 'shell');
		await new Promise((resolve) => child.stdout.once('data', resolve));

		child.kill('SIGTERM');

		// Its streams close when nobody holds them any more.
		await ended;
	});

	test('puts n8n into the cache of the user, once', async () => {
		await project.run(['start']);
		expect(project.npmCalls()).toEqual([
			expect.stringMatching(/^ci in bootstrap-/),
			expect.stringMatching(/^rebuild node in bootstrap-/),
			expect.stringMatching(/^ci in n8n-[0-9a-f]{16}\.partial$/),
			expect.stringMatching(/^rebuild sqlite3 in n8n-[0-9a-f]{16}\.partial$/),
		]);
		expect(hosts()).toEqual([expect.stringMatching(/^n8n-[0-9a-f]{16}$/)]);

		await project.run(['start']);
		expect(project.npmCalls()).toEqual([]);
	});

	test('an n8n that is only half there is never taken for a whole one', async () => {
		await project.run(['start'], { FAKE_NPM_FAILS: 'rebuild sqlite3', FAKE_NPM_ERROR: 'E1' });
		const [partial] = hosts();
		expect(partial).toMatch(/\.partial$/);
		writeFileSync(join(cache(), String(partial), 'left-over'), '');
		mkdirSync(join(cache(), String(partial).replace('.partial', '')));

		const { code } = await project.run(['start']);

		expect(code).toBe(7);
		expect(hosts()).toHaveLength(1);
		expect(readdirSync(join(cache(), String(hosts()[0])))).not.toContain('left-over');
	});

	test('two that start at once install n8n once', async () => {
		await project.run(['sandbox']);
		project.npmCalls();

		const [one, other] = await Promise.all([project.run(['start']), project.run(['start'])]);

		expect([one.code, other.code]).toEqual([7, 7]);
		expect(project.npmCalls()).toHaveLength(2);
	});

	test('a lock whose process is gone does not hold anybody up', async () => {
		await project.run(['start'], { FAKE_NPM_FAILS: 'ci', FAKE_NPM_ERROR: 'E1' });
		await project.run(['sandbox']);
		await project.run(['start'], { FAKE_NPM_FAILS: 'rebuild sqlite3', FAKE_NPM_ERROR: 'E1' });
		const name = String(hosts()[0]).replace('.partial', '');
		writeFileSync(join(cache(), `${name}.lock`), '4194304');

		expect((await project.run(['start'])).code).toBe(7);
	});

	test('an unknown command is answered with those there are', async () => {
		const { code, stderr } = await project.run(['stop']);

		expect(stderr.trim()).toBe(
			'Usage: node scripts/bootstrap.mjs <start|test|sandbox|workflows:import>',
		);
		expect(code).toBe(1);
	});
});

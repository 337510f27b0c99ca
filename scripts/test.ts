import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { packageTarball } from '../sandbox/n8n/packageTarball';
import { countTests, type TestCount } from './testCount';

const reports = join('.tmp', 'test-reports');

interface Step {
	name: string;
	/** Whether all is well. */
	run: () => Promise<boolean>;
	/** Where jest leaves its counts, for a step that is made of tests. */
	report?: string;
}

interface Result extends TestCount {
	name: string;
	isGood: boolean;
	seconds: number;
}

const script = (name: string): Step => ({ name, run: async () => await npmRun(name) });

const tests = (name: string): Step => {
	const report = join(reports, `${name}.json`);
	const run = async () => await npmRun(`test:${name}`, '--json', `--outputFile=${report}`);
	return { name, report, run };
};

const steps: Step[] = [
	script('lint'),
	script('types'),
	{
		name: 'build',
		run: async () => {
			console.log(await packageTarball());
			return true;
		},
	},
	script('scan'),
	tests('unit'),
	tests('contract'),
	tests('e2e'),
	tests('browser'),
];

async function npmRun(name: string, ...args: string[]): Promise<boolean> {
	const npm = process.env.npm_execpath;
	const all = ['run', '--silent', name, '--', ...args];
	const child = npm?.endsWith('npm-cli.js')
		? spawn(process.execPath, [npm, ...all], { stdio: 'inherit' })
		: spawn('npm', all, { stdio: 'inherit', shell: process.platform === 'win32' });
	return await new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (code) => resolve(code === 0));
	});
}

async function measure({ name, run, report }: Step): Promise<Result> {
	console.log(`\n── ${name}`);
	const start = Date.now();
	const isGood = await run().catch((error: unknown) => {
		console.error(error);
		return false;
	});
	const counts = report ? countTests(report) : { passed: 0, failed: isGood ? 0 : 1 };
	const seconds = (Date.now() - start) / 1000;
	console.log(`── ${name}: ${isGood ? 'good' : 'FAILED'}, ${seconds.toFixed(1)} s`);
	return { name, seconds, ...counts, isGood: isGood && counts.failed === 0 };
}

/**
 * All checks one after the other, each also when one before it failed; `npm test -- unit e2e` runs only these. The last line
 * is `N passed, N failed`: tests, and each other step that failed counts as one failure.
 */
async function main(wanted: string[]): Promise<void> {
	const unknown = wanted.filter((name) => !steps.some((step) => step.name === name));
	if (unknown.length > 0) {
		const names = steps.map(({ name }) => name).join(', ');
		console.error(`There is no step "${unknown.join('", "')}". There are: ${names}`);
		process.exitCode = 1;
		return;
	}
	rmSync(reports, { recursive: true, force: true });
	mkdirSync(reports, { recursive: true });
	const results: Result[] = [];
	for (const step of steps)
		if (wanted.length === 0 || wanted.includes(step.name)) results.push(await measure(step));

	console.log('');
	for (const { name, isGood, seconds } of results)
		console.log(
			`${name.padEnd(10)}${isGood ? 'good  ' : 'FAILED'}${seconds.toFixed(1).padStart(8)} s`,
		);
	const sum = (pick: (result: Result) => number) =>
		results.reduce((total, result) => total + pick(result), 0);
	console.log(`${sum(({ passed }) => passed)} passed, ${sum(({ failed }) => failed)} failed`);
	process.exitCode = results.every(({ isGood }) => isGood) ? 0 : 1;
}

void main(process.argv.slice(2));

import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '..', '..', '..');

/** Stands in for npm: notes how it was called and leaves behind what the real one would. FAKE_NPM_FAILS names a call that fails. */
const FAKE_NPM = `
const fs = require('fs');
const path = require('path');
const call = process.argv.slice(2).filter((arg) => !arg.startsWith('--')).join(' ');
fs.appendFileSync(process.env.FAKE_NPM_CALLS, call + ' in ' + path.basename(process.cwd()) + '\\n');
if (call === process.env.FAKE_NPM_FAILS) {
	console.error('npm error code ' + process.env.FAKE_NPM_ERROR);
	process.exit(1);
}
fs.mkdirSync('node_modules/node/bin', { recursive: true });
const { packages } = JSON.parse(fs.readFileSync('package-lock.json', 'utf8'));
delete packages[''];
delete packages['node_modules/of-another-platform'];
fs.writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages }));
fs.mkdirSync('node_modules/tsx', { recursive: true });
fs.writeFileSync('node_modules/tsx/package.json', '{"main":"main.js"}');
fs.writeFileSync('node_modules/tsx/main.js', '');
if (call === 'rebuild node' && !fs.existsSync('node_modules/node/bin/node'))
	fs.symlinkSync(process.execPath, 'node_modules/node/bin/node');
`;

/** What the bootstrap starts: says its arguments, ends with 7; with \`wait\` it stays until a signal comes and ends with 8. */
const PROGRAM = `
if (process.argv[2] === 'wait') {
	process.on('SIGTERM', () => process.exit(8));
	setInterval(() => {}, 1000);
} else process.exitCode = 7;
console.log(JSON.stringify(process.argv.slice(2)));
`;

export interface Run {
	code: number | null;
	stdout: string;
	stderr: string;
}

/** A project of its own in a temporary folder: the real bootstrap, a stand-in for npm and for the programs. */
export class FakeProject {
	readonly folder = mkdtempSync(join(tmpdir(), 'bootstrap-'));
	private readonly calls = join(this.folder, 'npm-calls.txt');

	constructor() {
		cpSync(join(root, 'scripts'), join(this.folder, 'scripts'), { recursive: true });
		for (const file of ['location.cjs', 'package.json', 'package-lock.json'])
			cpSync(join(root, 'sandbox', 'host', file), join(this.folder, 'sandbox', 'host', file));
		this.lock('1.0.0');
		writeFileSync(join(this.folder, 'sandbox', 'main.ts'), PROGRAM);
		mkdirSync(join(this.folder, 'sandbox', 'start'));
		writeFileSync(join(this.folder, 'sandbox', 'start', 'main.ts'), PROGRAM);
		mkdirSync(join(this.folder, 'npm'));
		writeFileSync(join(this.folder, 'npm', 'npm-cli.js'), FAKE_NPM);
		writeFileSync(this.calls, '');
	}

	/** The calls of npm since the last time this was asked. */
	npmCalls(): string[] {
		const lines = readFileSync(this.calls, 'utf8').split('\n').filter(Boolean);
		writeFileSync(this.calls, '');
		return lines;
	}

	/** Writes the lock file: one package at this version, and one that this platform does not need. */
	lock(version: string): void {
		const packages = {
			'': { name: 'project' },
			'node_modules/tsx': { version },
			'node_modules/of-another-platform': { version: '1.0.0', optional: true },
		};
		writeFileSync(join(this.folder, 'package-lock.json'), JSON.stringify({ packages }));
	}

	/** @param by `shell` puts a shell between, as npm does */
	start(args: string[], env: Record<string, string> = {}, by: 'itself' | 'shell' = 'itself') {
		const command = [process.execPath, 'scripts/bootstrap.mjs', ...args];
		const [program = '', ...rest] =
			by === 'shell' ? ['sh', '-c', `${command.join(' ')}; true`] : command;
		const child = spawn(program, rest, {
			cwd: this.folder,
			env: {
				...process.env,
				npm_execpath: join(this.folder, 'npm', 'npm-cli.js'),
				XDG_CACHE_HOME: join(this.folder, 'cache'),
				FAKE_NPM_CALLS: this.calls,
				...env,
			},
		});
		let stdout = '';
		let stderr = '';
		child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
		child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
		const ended = new Promise<Run>((resolve) =>
			child.once('close', (code) => resolve({ code, stdout, stderr })),
		);
		return { child, ended };
	}

	async run(args: string[], env?: Record<string, string>): Promise<Run> {
		return await this.start(args, env).ended;
	}

	remove(): void {
		rmSync(this.folder, { recursive: true, force: true });
	}
}

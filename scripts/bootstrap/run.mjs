import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDependencies, ownNode } from './dependencies.mjs';
import { ensureHost } from './host.mjs';
import { PlainError } from './progress.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const ORPHAN_CHECK_MS = 250;

const programs = {
	start: { file: 'sandbox/start/main.ts', needsHost: true },
	test: { file: 'scripts/test.ts', needsHost: true },
	sandbox: { file: 'sandbox/main.ts', needsHost: false },
	'workflows:import': { file: 'scripts/importWorkflows.ts', needsHost: false },
};

/**
 * Installs what is missing and runs one of the programs with the project's own Node.
 * @returns its exit code
 */
export async function run(name, args) {
	const program = programs[name];
	if (!program)
		throw new PlainError(`Usage: node scripts/bootstrap.mjs <${Object.keys(programs).join('|')}>`);
	await ensureDependencies(root);
	if (program.needsHost) await ensureHost(root);
	return await passThrough(ownNode(root), [
		'--import',
		'tsx',
		join(root, ...program.file.split('/')),
		...args,
	]);
}

/** Runs a program in this one's place: its streams, its signals, its exit code. */
function passThrough(command, args) {
	// Programs of the project find its tools by name, and those that start themselves by `env node` find the right Node.
	const path = [join(root, 'node_modules', '.bin'), process.env.PATH].join(
		process.platform === 'win32' ? ';' : ':',
	);
	const child = spawn(command, args, {
		cwd: root,
		stdio: 'inherit',
		env: { ...process.env, PATH: path },
	});
	// npm starts this by a shell, which a signal to npm ends without a word to what it runs.
	const parent = process.ppid;
	const orphaned = () => process.ppid !== parent && child.kill('SIGTERM');
	setInterval(orphaned, ORPHAN_CHECK_MS).unref();
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
		process.on(signal, () => child.kill(signal));
	return new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
	});
}

import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { PlainError } from './progress.mjs';

const OFFLINE = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|ETIMEDOUT|ERR_SOCKET/;

/**
 * Runs npm with its output in a log file.
 * @throws PlainError with one sentence: what was tried, the likely cause, where the log is
 */
export async function npm(args, { cwd, log, env = {} }) {
	mkdirSync(dirname(log), { recursive: true });
	const output = openSync(log, 'w');
	const code = await new Promise((resolve, reject) => {
		const child = spawnNpm(args, {
			cwd,
			stdio: ['ignore', output, output],
			env: { ...process.env, ...env },
		});
		child.once('error', reject);
		child.once('close', (exitCode, signal) => resolve(exitCode ?? signal));
	}).finally(() => closeSync(output));
	if (code === 0) return;
	const cause = OFFLINE.test(readFileSync(log, 'utf8'))
		? 'the package registry cannot be reached (no network?)'
		: `npm ended with ${code}`;
	throw new PlainError(`\`npm ${args.join(' ')}\` failed in ${cwd}: ${cause}; its log is ${log}`);
}

/** npm tells its children where it is; without it (a plain `node scripts/bootstrap.mjs`) the one on the PATH is taken. */
function spawnNpm(args, options) {
	const self = process.env.npm_execpath;
	return self && self.endsWith('npm-cli.js')
		? spawn(process.execPath, [self, ...args], options)
		: spawn('npm', args, { ...options, shell: process.platform === 'win32' });
}

import {
	copyFileSync,
	existsSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import location from '../../sandbox/host/location.cjs';
import { npm } from './npm.mjs';
import { withProgress } from './progress.mjs';

/**
 * Installs the real n8n (2.9 GB) once per user and lock file. It grows in a folder beside its place and is moved there when it is
 * whole, so that a broken install is never taken for a good one and simply starts over.
 */
export async function ensureHost(root) {
	const host = location.hostLocation();
	if (host.isReady()) return;
	mkdirSync(dirname(host.folder), { recursive: true });
	const lock = `${host.folder}.lock`;
	await withProgress('Installing n8n for the sandbox (once per user, some minutes)', async () => {
		await takeLock(lock);
		try {
			if (!host.isReady()) await install(root, host);
		} finally {
			rmSync(lock, { force: true });
		}
	});
}

async function install(root, host) {
	const partial = `${host.folder}.partial`;
	const log = join(root, '.tmp', 'install-n8n.log');
	rmSync(partial, { recursive: true, force: true });
	rmSync(host.folder, { recursive: true, force: true });
	mkdirSync(partial);
	for (const file of ['package.json', 'package-lock.json'])
		copyFileSync(join(root, 'sandbox', 'host', file), join(partial, file));
	const quiet = ['--no-audit', '--no-fund'];
	await npm(['ci', '--ignore-scripts', ...quiet], { cwd: partial, log });
	await npm(['rebuild', 'sqlite3'], { cwd: partial, log, env: nodeHeaders() });
	writeFileSync(join(partial, '.ready'), '');
	renameSync(partial, host.folder);
}

/**
 * sqlite3 is compiled where no ready binary can be had. It uses Node-API, which is the same in every Node, so the headers that
 * came with the Node at hand do, and nothing needs to be downloaded for it.
 */
function nodeHeaders() {
	const prefix = dirname(dirname(process.execPath));
	const atHand = existsSync(join(prefix, 'include', 'node', 'node_api.h'));
	return atHand ? { npm_config_nodedir: prefix } : {};
}

/** Waits while another process installs. A lock whose process is gone is taken over. */
async function takeLock(lock) {
	for (;;) {
		try {
			writeFileSync(lock, String(process.pid), { flag: 'wx' });
			return;
		} catch (error) {
			if (error.code !== 'EEXIST') throw error;
		}
		if (isAbandoned(lock)) rmSync(lock, { force: true });
		else await wait(500);
	}
}

function isAbandoned(lock) {
	try {
		process.kill(Number(readFileSync(lock, 'utf8')), 0);
		return false;
	} catch (error) {
		// The file is empty for an instant between its making and its writing; EPERM means alive, but another user's.
		return error.code === 'ESRCH';
	}
}

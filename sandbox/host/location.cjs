const { createHash } = require('node:crypto');
const { existsSync, readFileSync } = require('node:fs');
const { homedir } = require('node:os');
const { join } = require('node:path');

const APPLICATION = 'n8n-nodes-contentstack-iconik';

/** The folder where this platform keeps what can be downloaded again. */
function cacheRoot() {
	if (process.env.XDG_CACHE_HOME) return process.env.XDG_CACHE_HOME;
	if (process.platform === 'win32' && process.env.LOCALAPPDATA) return process.env.LOCALAPPDATA;
	return process.platform === 'darwin'
		? join(homedir(), 'Library', 'Caches')
		: join(homedir(), '.cache');
}

/**
 * Where the n8n that this lock file describes is installed, per user: every clone with the same lock file shares it.
 * CommonJS without dependencies, because the bootstrap needs it before anything is installed.
 */
function hostLocation() {
	const lock = readFileSync(join(__dirname, 'package-lock.json'));
	const hash = createHash('sha256').update(lock).digest('hex').slice(0, 16);
	const folder = join(cacheRoot(), APPLICATION, `n8n-${hash}`);
	return {
		folder,
		marker: join(folder, '.ready'),
		entry: join(folder, 'node_modules', 'n8n', 'bin', 'n8n'),
		isReady: () => existsSync(join(folder, '.ready')),
	};
}

module.exports = { hostLocation };

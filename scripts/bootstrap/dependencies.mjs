import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './npm.mjs';
import { withProgress } from './progress.mjs';

/** The project's own Node, whatever Node runs npm: the file that the package `node` brings. */
export function ownNode(root) {
	const name = process.platform === 'win32' ? 'node.exe' : 'node';
	return join(root, 'node_modules', 'node', 'bin', name);
}

/**
 * Installs the project's dependencies unless `node_modules` already holds what package-lock.json says.
 * Scripts of packages do not run, save that of `node`, which fetches its binary.
 */
export async function ensureDependencies(root) {
	if (isInstalled(root) && existsSync(ownNode(root))) return;
	const log = join(root, '.tmp', 'install.log');
	await withProgress('Installing the dependencies', async () => {
		await npm(['ci', '--ignore-scripts'], { cwd: root, log });
		await npm(['rebuild', 'node'], { cwd: root, log });
	});
}

/**
 * Compares with what npm itself notes in `node_modules` at the end of an install, so that an install by hand counts too.
 * Optional packages, those of other platforms, need not be there.
 */
function isInstalled(root) {
	const stamp = join(root, 'node_modules', '.package-lock.json');
	if (!existsSync(stamp)) return false;
	const installed = packagesOf(stamp);
	return Object.entries(packagesOf(join(root, 'package-lock.json'))).every(
		([path, { version, optional }]) =>
			path === '' || installed[path]?.version === version || (optional && !installed[path]),
	);
}

function packagesOf(lockFile) {
	return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
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
	const stamp = join(root, 'node_modules', '.installed-lock');
	const wanted = createHash('sha256')
		.update(readFileSync(join(root, 'package-lock.json')))
		.update(`${process.platform}-${process.arch}`)
		.digest('hex');
	const installed = existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
	if (installed && existsSync(ownNode(root))) return;
	const log = join(root, '.tmp', 'install.log');
	await withProgress('Installing the dependencies', async () => {
		await npm(['ci', '--ignore-scripts'], { cwd: root, log });
		await npm(['rebuild', 'node'], { cwd: root, log });
	});
	writeFileSync(stamp, wanted);
}

import { execFile } from 'node:child_process';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Puts a packed package where n8n keeps installed community packages, so that its nodes carry the package's real name.
 * It has no dependencies, so unpacking is all that an install does.
 */
export async function installPackage(tarball: string, userFolder: string): Promise<void> {
	const nodes = join(userFolder, '.n8n', 'nodes');
	const unpacked = join(nodes, '.unpacked');
	await rm(unpacked, { recursive: true, force: true });
	await mkdir(unpacked, { recursive: true });
	await run('tar', ['-xzf', tarball, '-C', unpacked, '--strip-components=1']);
	const { name, version } = JSON.parse(await readFile(join(unpacked, 'package.json'), 'utf8')) as {
		name: string;
		version: string;
	};
	await moveTo(join(nodes, 'node_modules', name), unpacked);
	const manifest = { name: 'installed-nodes', private: true, dependencies: { [name]: version } };
	await writeFile(join(nodes, 'package.json'), JSON.stringify(manifest, null, '\t'));
}

async function moveTo(place: string, folder: string): Promise<void> {
	await rm(place, { recursive: true, force: true });
	await mkdir(dirname(place), { recursive: true });
	await rename(folder, place);
}

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = dirname(dirname(__dirname));
const folder = join(root, '.tmp', 'package');
const stamp = join(folder, 'sources');

/** All that decides what ends up in the package. */
const SOURCES = [
	'credentials',
	'icons',
	'lib',
	'nodes',
	'picker',
	'workflows',
	'package.json',
	'package-lock.json',
	'tsconfig.json',
	'gulpfile.js',
	'README.md',
	'LICENSE.md',
	'CHANGELOG.md',
];

/**
 * Builds the package and packs it as `npm publish` would. Does nothing when no source has changed since the last time.
 * @returns the path of the tarball
 */
export async function packageTarball(): Promise<string> {
	const wanted = await fingerprintOfSources();
	const packed = await lastPacked();
	if (packed?.sources === wanted && existsSync(packed.tarball) && existsSync(join(root, 'dist')))
		return packed.tarball;
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	await npm(['run', 'build']);
	const { stdout } = await npm([
		'pack',
		'--json',
		'--ignore-scripts',
		'--pack-destination',
		folder,
	]);
	const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
	const tarball = join(folder, filename);
	await writeFile(stamp, JSON.stringify({ sources: wanted, tarball }));
	return tarball;
}

async function lastPacked(): Promise<{ sources: string; tarball: string } | undefined> {
	if (!existsSync(stamp)) return undefined;
	return JSON.parse(await readFile(stamp, 'utf8')) as { sources: string; tarball: string };
}

async function fingerprintOfSources(): Promise<string> {
	const hash = createHash('sha256');
	for (const source of SOURCES)
		for (const file of await filesOf(join(root, source)))
			hash
				.update(file)
				.update('\0')
				.update(await readFile(file))
				.update('\0');
	return hash.digest('hex');
}

async function filesOf(path: string): Promise<string[]> {
	if (!existsSync(path)) return [];
	if (/\.\w+$/.test(path)) return [path];
	const entries = await readdir(path, { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
}

/**
 * npm tells the scripts that it runs where it is.
 * @throws Error with all that it printed: a compiler tells its findings on the standard output
 */
async function npm(args: string[]) {
	const self = process.env.npm_execpath;
	const done = self?.endsWith('npm-cli.js')
		? run(process.execPath, [self, ...args], { cwd: root })
		: run('npm', args, { cwd: root, shell: process.platform === 'win32' });
	return await done.catch(({ stdout, stderr }: { stdout: string; stderr: string }) => {
		throw new Error(`npm ${args.join(' ')} failed\n${stdout}\n${stderr}`);
	});
}

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

const root = join(__dirname, '../..');

export interface PackedPackage {
	/** Where the tarball is unpacked, as n8n unpacks it. */
	directory: string;
	/** Paths of its files, below `directory`. */
	files: string[];
	remove(): void;
}

/**
 * Packs the package as it would be published and unpacks it far from this project, where nothing but n8n-workflow can be found: the
 * only module that n8n promises to a community node.
 */
export function packAndUnpack(): PackedPackage {
	const folder = mkdtempSync(join(tmpdir(), 'packed-'));
	const npm = process.env.npm_execpath;
	const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
	const answer = npm?.endsWith('npm-cli.js')
		? execFileSync(process.execPath, [npm, ...args], { cwd: root, stdio: 'pipe' })
		: execFileSync('npm', args, { cwd: root, stdio: 'pipe', shell: process.platform === 'win32' });
	const [{ filename }] = JSON.parse(answer.toString()) as [{ filename: string }];
	execFileSync('tar', ['-xzf', filename], { cwd: folder });

	mkdirSync(join(folder, 'node_modules'));
	const workflowPackage = dirname(require.resolve('n8n-workflow/package.json'));
	symlinkSync(workflowPackage, join(folder, 'node_modules/n8n-workflow'), 'junction');

	const directory = join(folder, 'package');
	const files = readdirSync(directory, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(directory, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
	return { directory, files, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

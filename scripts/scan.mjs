// The check that n8n runs on a published package before it verifies it, here without a network: once on the sources,
// once on what `npm pack` makes of `dist/`. Warnings pass, as they do at n8n.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
	analyzePackage,
	SOURCE_FILE_PATTERNS,
} from '@n8n/scan-community-package/scanner/scanner.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), 'scan-'));

try {
	const scans = [
		['sources', root, SOURCE_FILE_PATTERNS],
		['packed tarball', unpackedTarball(), ['**/*.js', 'package.json']],
	];
	for (const [what, directory, patterns] of scans) {
		const { passed, message, details } = await analyzePackage(directory, patterns);
		console.log(`scan of the ${what}: ${passed ? (message ?? 'passed') : message}`);
		if (details) console.log(details);
		// The scanner is content when it finds nothing to look at; a package without a file is none.
		if (!passed || message) process.exitCode = 1;
	}
} finally {
	rmSync(folder, { recursive: true, force: true });
}

function unpackedTarball() {
	const npm = process.env.npm_execpath;
	const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
	const answer = npm?.endsWith('npm-cli.js')
		? execFileSync(process.execPath, [npm, ...args], { cwd: root })
		: execFileSync('npm', args, { cwd: root, shell: process.platform === 'win32' });
	const [{ filename }] = JSON.parse(answer.toString());
	const unpacked = join(folder, 'package');
	mkdirSync(unpacked);
	execFileSync('tar', ['-xzf', join(folder, filename), '-C', unpacked, '--strip-components=1']);
	const { n8n } = JSON.parse(readFileSync(join(unpacked, 'package.json'), 'utf8'));
	for (const file of [...n8n.nodes, ...n8n.credentials])
		if (!existsSync(join(unpacked, file)))
			throw new Error(`The tarball lacks ${file}: build first`);
	return unpacked;
}

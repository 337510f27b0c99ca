const { spawn } = require('node:child_process');
const { createHash } = require('node:crypto');
const { mkdir, rm, writeFile } = require('node:fs/promises');
const { dirname, join } = require('node:path');
const { dest, parallel, series, src } = require('gulp');

/** Empties `dist/`, so that a renamed file does not live on in the package. */
const clean = () => rm('dist', { recursive: true, force: true });

/** TypeScript to CommonJS: credentials, lib, nodes. */
const compile = () =>
	spawn(process.execPath, [require.resolve('typescript/bin/tsc')], { stdio: 'inherit' });

/** Icons and codex files keep their places beside the compiled nodes, which name them by relative path. */
const icons = () => src('icons/**/*.svg', { encoding: false }).pipe(dest('dist/icons'));
const codex = () => src('nodes/**/*.node.json').pipe(dest('dist/nodes'));

/** The templates travel with the package. */
const workflows = () => src('workflows/*.json').pipe(dest('dist/workflows'));

/** The picker's page becomes a module that the node which serves it can require, with the hashes for its security policy. */
const picker = async () => {
	// A test that has the package built must not get React's version for developers.
	process.env.NODE_ENV = 'production';
	const { build } = await import('vite');
	const { output } = await build({ configFile: join(__dirname, 'picker', 'vite.config.mts') });
	const pageHtml = String(output.find(({ fileName }) => fileName === 'index.html').source);
	const page = {
		pageHtml,
		scriptHashes: hashesOf(pageHtml, SCRIPT),
		styleHashes: hashesOf(pageHtml.replace(SCRIPT, ''), STYLE),
	};
	const file = join(__dirname, 'dist', 'nodes', 'Iconik', 'picker', 'page.js');
	await mkdir(dirname(file), { recursive: true });
	const lines = Object.entries(page).map(
		([name, value]) => `exports.${name} = ${JSON.stringify(value)};\n`,
	);
	await writeFile(file, `'use strict';\n${lines.join('')}`);
};

const SCRIPT = /<script\b[^>]*>([^]*?)<\/script>/g;
const STYLE = /<style\b[^>]*>([^]*?)<\/style>/g;

/** CSP sources of what stands between the tags, as a browser computes them. */
const hashesOf = (html, tags) =>
	[...html.matchAll(tags)].map(
		([, text]) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
	);

exports.picker = picker;
exports.build = series(clean, parallel(compile, icons, codex, workflows, picker));

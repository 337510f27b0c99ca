const { spawn } = require('node:child_process');
const { rm } = require('node:fs/promises');
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

exports.build = series(clean, parallel(compile, icons, codex, workflows));

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';

/** One HTML file with everything inside. The build keeps it in memory (`gulpfile.js`); `vite picker` serves it for work on it. */
export default defineConfig({
	root: fileURLToPath(new URL('.', import.meta.url)),
	logLevel: 'warn',
	plugins: [viteSingleFile()],
	build: { write: false, target: 'es2022', reportCompressedSize: false },
});

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';

/** One HTML file with everything inside. The build keeps it in memory (`gulpfile.js`); `vite picker` serves it for work on it. */
export default defineConfig({
	root: fileURLToPath(new URL('.', import.meta.url)),
	logLevel: 'warn',
	plugins: [viteSingleFile()],
	build: {
		write: false,
		target: 'es2022',
		cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
		reportCompressedSize: false,
		rolldownOptions: {
			// "use client" in a library is for servers that render; there is none here.
			onLog: (level, log, print) => {
				if (log.code !== 'MODULE_LEVEL_DIRECTIVE') print(level, log);
			},
		},
	},
});

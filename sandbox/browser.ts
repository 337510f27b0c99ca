import { execFileSync } from 'node:child_process';
import { chromium, type Browser } from 'playwright-core';

/** The package is an ES module, which jest's own loader cannot read, so a process of its own asks it. */
const ASK = `require('@sparticuz/chromium').default.executablePath().then(console.log)`;

/**
 * Chromium without a window; `CHROMIUM_PATH` names another than the one that npm has brought. The arguments that come with that one are
 * left out: they switch off the very walls between sites that pages are tested behind.
 */
export async function launchBrowser(): Promise<Browser> {
	const executablePath =
		process.env.CHROMIUM_PATH ??
		execFileSync(process.execPath, ['-e', ASK], { encoding: 'utf8' }).trim();
	return await chromium.launch({
		executablePath,
		args: ['--no-sandbox', '--disable-background-networking'],
	});
}

import { dirname, join } from 'node:path';
import { PlainError } from '../ports';
import { untilStopped } from '../untilStopped';
import { Closers } from './closers';
import { readOptions } from './options';
import { realServices } from './realCredentials';
import { runWithRealServices } from './withRealServices';
import { runWithSandbox } from './withSandbox';

const root = dirname(dirname(__dirname));

/** `npm start`: everything up, every scenario run once, the results and where to look printed; stays until stopped. */
async function main(closers: Closers): Promise<number> {
	const options = readOptions(process.argv.slice(2));
	const stopped = untilStopped().then(() => 'stopped' as const);
	const real = realServices(join(root, '.env'));
	const running = real
		? runWithRealServices(options, root, real, closers).then((n8n) => ({ ok: true, n8n }))
		: runWithSandbox(options, root, closers);
	const outcome = await Promise.race([running, stopped]);
	if (outcome === 'stopped') return 130;
	if (options.once) return outcome.ok ? 0 : 1;
	const end = await Promise.race([stopped, outcome.n8n.ended]);
	if (end === 'stopped') return 0;
	throw new PlainError(`n8n ended by itself; its output is in ${outcome.n8n.log}`);
}

const closers = new Closers();
main(closers)
	.catch((error: unknown) => {
		console.error(error instanceof PlainError ? error.message : error);
		return 1;
	})
	.then(async (exitCode) => {
		await closers.closeAll();
		// n8n may still be starting when a signal comes; it ends with this process.
		process.exit(exitCode);
	})
	.catch((error: unknown) => {
		console.error(error);
		process.exit(1);
	});

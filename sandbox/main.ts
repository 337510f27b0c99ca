import { readOptions } from './options';
import { PlainError } from './ports';
import { startSandbox } from './sandbox';
import { untilStopped } from './untilStopped';

/** The two simulated services alone: one JSON line with their connections on stdout, then they stay until stopped. */
async function main(): Promise<void> {
	const sandbox = await startSandbox(readOptions(process.argv.slice(2)));
	const connections = {
		contentstack: sandbox.contentstack.connection,
		iconik: sandbox.iconik.connection,
	};
	// Whoever reads the line may stop us at once.
	const stopped = untilStopped();
	console.log(JSON.stringify(connections));
	await stopped;
	await sandbox.close();
}

main().catch((error: unknown) => {
	console.error(error instanceof PlainError ? error.message : error);
	process.exitCode = 1;
});

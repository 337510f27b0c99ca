import { parseArgs } from 'node:util';
import { PlainError, readPort } from './ports';
import { startSandbox, type Seed } from './sandbox';
import { untilStopped } from './untilStopped';

interface Options {
	contentstackPort: number;
	iconikPort: number;
	seed: Seed;
}

/**
 * Reads the command line of `npm run sandbox`.
 * @throws PlainError for an option that does not exist or has a wrong value
 */
export function readOptions(args: string[]): Options {
	const { values } = parse(args);
	const seed = values.seed;
	if (seed !== 'demo' && seed !== 'empty')
		throw new PlainError(`--seed is "demo" or "empty", not "${seed}".`);
	return {
		contentstackPort: readPort('contentstack-port', values['contentstack-port']),
		iconikPort: readPort('iconik-port', values['iconik-port']),
		seed,
	};
}

function parse(args: string[]) {
	try {
		return parseArgs({
			args,
			options: {
				'contentstack-port': { type: 'string', default: '0' },
				'iconik-port': { type: 'string', default: '0' },
				seed: { type: 'string', default: 'demo' },
			},
		});
	} catch (error) {
		throw new PlainError(
			`${(error as Error).message}. Options: --contentstack-port N --iconik-port N --seed demo|empty`,
		);
	}
}

/** The two simulated services alone: one JSON line with their connections on stdout, then they stay until stopped. */
async function main(): Promise<void> {
	const sandbox = await startSandbox(readOptions(process.argv.slice(2)));
	const connections = {
		contentstack: sandbox.contentstack.connection,
		iconik: sandbox.iconik.connection,
	};
	console.log(JSON.stringify(connections));
	await untilStopped();
	await sandbox.close();
}

if (require.main === module)
	main().catch((error: unknown) => {
		console.error(error instanceof PlainError ? error.message : error);
		process.exitCode = 1;
	});

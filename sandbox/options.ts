import { parseArgs } from 'node:util';
import { PlainError, readPort } from './ports';
import type { Seed } from './sandbox';

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

import { parseArgs } from 'node:util';
import { PlainError, readPort } from '../ports';

export interface Options {
	/** Run every scenario and end, instead of staying up. */
	once: boolean;
	n8nPort: number;
	consolePort: number;
	contentstackPort: number;
	iconikPort: number;
}

/** Where things are found when they stay up. With `--once` nobody looks, so any free port does. */
const USUAL_PORTS = {
	'n8n-port': '5678',
	'console-port': '5700',
	'contentstack-port': '5701',
	'iconik-port': '5702',
};

/**
 * Reads the command line of `npm start`.
 * @throws PlainError for an option that does not exist or has a wrong value
 */
export function readOptions(args: string[]): Options {
	const values = parse(args);
	const once = values.once === true;
	const port = (name: keyof typeof USUAL_PORTS) =>
		readPort(name, values[name] ?? (once ? '0' : USUAL_PORTS[name]));
	return {
		once,
		n8nPort: port('n8n-port'),
		consolePort: port('console-port'),
		contentstackPort: port('contentstack-port'),
		iconikPort: port('iconik-port'),
	};
}

function parse(args: string[]) {
	try {
		const { values } = parseArgs({
			args,
			options: {
				once: { type: 'boolean' },
				'n8n-port': { type: 'string' },
				'console-port': { type: 'string' },
				'contentstack-port': { type: 'string' },
				'iconik-port': { type: 'string' },
			},
		});
		return values;
	} catch (error) {
		const options = `--once ${Object.keys(USUAL_PORTS)
			.map((name) => `--${name} N`)
			.join(' ')}`;
		throw new PlainError(`${(error as Error).message}. Options: ${options}`);
	}
}

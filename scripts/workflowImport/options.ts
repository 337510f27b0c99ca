import { parseArgs } from 'node:util';
import { PlainError } from '../../sandbox/ports';

export interface ImportOptions {
	/** The origin of the n8n, with its path if it has one, without a slash at the end. */
	url: string;
	apiKey: string;
	/** The numbers of the templates to import, like `01`; all when empty. */
	only: string[];
	/** Say what would be done, and do nothing. */
	dryRun: boolean;
	/** Also replace workflows that a person has changed. */
	overwrite: boolean;
	/** Names or ids of credentials to use, by credential type. */
	credentials: Record<string, string>;
}

const USAGE =
	'npm run workflows:import -- --url https://n8n.example.com [--api-key KEY] [--only 01,04] [--dry-run] [--overwrite] ' +
	'[--contentstack-credential NAME] [--iconik-credential NAME]';

/**
 * Reads the command line. The key may come from the environment variable N8N_API_KEY, which leaves no trace in the shell's history.
 * @throws PlainError for an option that does not exist, is missing or has a wrong value; it never repeats the key
 */
export function readImportOptions(args: string[], environment: NodeJS.ProcessEnv): ImportOptions {
	const values = parse(args);
	const apiKey = values['api-key'] || environment.N8N_API_KEY;
	if (!apiKey)
		throw new PlainError(
			`An API key of your n8n is missing: make one under Settings → n8n API and give it as N8N_API_KEY in the environment or with --api-key.`,
		);
	const credentials = {
		contentstackApi: values['contentstack-credential'],
		iconikApi: values['iconik-credential'],
	};
	return {
		url: readUrl(values.url),
		apiKey,
		only: (values.only ?? '')
			.split(',')
			.map((number) => number.trim())
			.filter(Boolean),
		dryRun: values['dry-run'] === true,
		overwrite: values.overwrite === true,
		credentials: Object.fromEntries(
			Object.entries(credentials).flatMap(([type, name]) => (name ? [[type, name]] : [])),
		),
	};
}

function readUrl(given: string | undefined): string {
	if (!given) throw new PlainError(`The address of your n8n is missing. ${USAGE}`);
	const url = URL.canParse(given) ? new URL(given) : undefined;
	if (!url || !/^https?:$/.test(url.protocol))
		throw new PlainError(`--url takes an address like https://n8n.example.com, not "${given}".`);
	return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

function parse(args: string[]) {
	try {
		return parseArgs({
			args,
			options: {
				url: { type: 'string' },
				'api-key': { type: 'string' },
				only: { type: 'string' },
				'dry-run': { type: 'boolean' },
				overwrite: { type: 'boolean' },
				'contentstack-credential': { type: 'string' },
				'iconik-credential': { type: 'string' },
			},
		}).values;
	} catch (error) {
		// Node's own message repeats a surplus word, which may be a key whose option was forgotten.
		const { code } = error as NodeJS.ErrnoException;
		const what =
			code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL'
				? 'There is a word without an option.'
				: `${(error as Error).message}.`;
		throw new PlainError(`${what} ${USAGE}`);
	}
}

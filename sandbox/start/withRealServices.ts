import { join } from 'node:path';
import { startN8n, type RunningN8n } from '../n8n';
import { packageTarball } from '../n8n/packageTarball';
import { freePort, PlainError } from '../ports';
import type { Closers } from './closers';
import { saveCredentials } from './credentials';
import type { Options } from './options';
import { step } from './progress';
import type { RealServices } from './realCredentials';
import { importMissing, readTemplates } from './templates';

/**
 * Starts n8n with the packed package and real credentials. Every template is imported switched off and no scenario runs, so
 * nothing changes at the services until the user does it. The instance keeps its data from one start to the next.
 * @throws PlainError with `--once`, since there is nothing to run
 */
export async function runWithRealServices(
	options: Options,
	root: string,
	services: RealServices,
	closers: Closers,
): Promise<RunningN8n> {
	if (options.once)
		throw new PlainError(
			'--once runs the scenarios, which only the sandbox can take: move .env away to use it.',
		);
	const port = await freePort('n8n-port', options.n8nPort);
	const tarball = await step('Build and pack the package', packageTarball);
	const userFolder = join(root, '.tmp', 'n8n-with-real-services');
	const { webhookUrl } = services;
	const n8n = await step(
		'Start n8n',
		async () => await startN8n({ userFolder, port, tarballs: [tarball], webhookUrl }),
	);
	closers.add(n8n.stop);
	const credentials = await saveCredentials(n8n.instance, services.credentials);
	const imported = await importMissing(n8n.instance, await readTemplates(), credentials);
	const { email, password } = n8n.instance.login;
	console.log(
		[
			'',
			`n8n uses the services that .env names: ${n8n.url}   (${email}, ${password})`,
			imported.length > 0
				? `Imported, switched off: ${imported.join('; ')}`
				: 'All templates were there already and are left as they are.',
			'Nothing changes at the services until you run or publish a workflow.',
			...(webhookUrl
				? []
				: ['Webhooks cannot reach this n8n: set WEBHOOK_URL to its public address.']),
			'It stays up until Ctrl-C.',
		].join('\n'),
	);
	return n8n;
}

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Fastify from 'fastify';

const root = join(__dirname, '..', '..', '..');
/** The very library with which the App SDK talks to the form around it. */
const postRobot = createRequire(require.resolve('@contentstack/app-sdk')).resolve(
	'post-robot/dist/post-robot.js',
);

const FILES: Record<string, [path: string, type: string]> = {
	'/': [join(__dirname, 'host.html'), 'text/html'],
	'/host.js': [join(__dirname, 'host.js'), 'text/javascript'],
	'/customField.js': [
		join(root, 'sandbox', 'console', 'entryForm', 'customField.js'),
		'text/javascript',
	],
	'/post-robot.js': [postRobot, 'text/javascript'],
};

/** A page that stands for Contentstack's entry form, at an origin of its own. */
export async function startHost(): Promise<{ url: string; close: () => Promise<void> }> {
	const app = Fastify({ forceCloseConnections: true });
	for (const [path, [file, type]] of Object.entries(FILES))
		app.get(path, async (_request, reply) => await reply.type(type).send(await readFile(file)));
	const url = await app.listen({ port: 0, host: '127.0.0.1' });
	return { url, close: async () => await app.close() };
}

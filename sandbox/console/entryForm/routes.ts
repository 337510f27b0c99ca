import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { savedByUid } from '../../client/entries';
import type { Services } from '../../client/services';
import type { EventLog } from '../eventLog';
import { addPicker, pickerOrigins, readForms, saveEntry } from './forms';

const FILES = {
	'/entry.js': ['entry.js', 'text/javascript; charset=utf-8'],
	'/entry.css': ['entry.css', 'text/css; charset=utf-8'],
	'/customField.js': ['customField.js', 'text/javascript; charset=utf-8'],
} as const;

const addition = z.object({ contentType: z.string() }).strict();
const saving = z.object({ fields: z.record(z.unknown()) }).strict();

interface ByEntry {
	Params: { contentType: string; uid?: string };
}

/** The form in which an entry is edited, custom fields included, as Contentstack would show it. */
export function entryFormRoutes(
	app: FastifyInstance,
	{ services, events }: { services: Services; events: EventLog },
): void {
	app.get('/entry', async (_request, reply) => {
		const frames = await pickerOrigins(services);
		const policy = `default-src 'self'; frame-src ${["'self'", ...frames].join(' ')}; frame-ancestors 'none'`;
		return await reply
			.type('text/html; charset=utf-8')
			.header('content-security-policy', policy)
			.send(await readFile(join(__dirname, 'entry.html')));
	});
	for (const [path, [file, type]] of Object.entries(FILES))
		app.get(
			path,
			async (_request, reply) => await reply.type(type).send(await readFile(join(__dirname, file))),
		);
	app.get(
		'/post-robot.js',
		async (_request, reply) =>
			await reply.type('text/javascript; charset=utf-8').send(await readFile(postRobot())),
	);

	app.get('/api/forms', async () => await readForms(services));
	app.get<ByEntry>(
		'/api/forms/:contentType/:uid',
		async ({ params: { contentType, uid = '' } }) => await savedByUid(services, contentType, uid),
	);
	// Only JSON is taken: a page of another origin cannot send that without being allowed to first.
	app.post('/api/forms', async ({ body }, reply) => {
		const input = addition.safeParse(body);
		if (!input.success) return await refuse(reply, 'Name the contentType in the body');
		return await attempt(reply, async () => {
			await addPicker(services, input.data.contentType);
			return await readForms(services);
		});
	});
	app.put<ByEntry>('/api/forms/:contentType/:uid?', async ({ params, body }, reply) => {
		const input = saving.safeParse(body);
		if (!input.success) return await refuse(reply, 'Give the changed fields in the body');
		return await attempt(reply, async () => {
			const { contentType, uid = '' } = params;
			const entry = await saveEntry(services, contentType, uid, input.data.fields);
			events.add(`Saved ${contentType} "${entry.title}"`);
			return entry;
		});
	});
}

/** The library with which the App SDK talks to the form around it: the very one that it brings along. */
function postRobot(): string {
	return createRequire(require.resolve('@contentstack/app-sdk')).resolve(
		'post-robot/dist/post-robot.js',
	);
}

async function attempt(reply: FastifyReply, act: () => Promise<unknown>): Promise<FastifyReply> {
	try {
		return await reply.send(await act());
	} catch (error) {
		return await refuse(reply, (error as Error).message);
	}
}

const refuse = async (reply: FastifyReply, error: string) => await reply.code(400).send({ error });

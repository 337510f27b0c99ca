import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Fastify from 'fastify';
import { z } from 'zod';
import type { ControlApi } from '../client/controlApi';
import type { Services } from '../client/services';
import { buttons } from './buttons';
import { entryFormRoutes } from './entryForm/routes';
import type { EventLog } from './eventLog';
import { listVideos } from './videos';

const SHOWN = 100;

const FILES = {
	'/': ['page.html', 'text/html; charset=utf-8'],
	'/page.js': ['page.js', 'text/javascript; charset=utf-8'],
	'/page.css': ['page.css', 'text/css; charset=utf-8'],
} as const;

const press = z.object({ assetId: z.string() }).strict();

/**
 * Serves the console page: both services' latest calls and deliveries, what happened, buttons to act as a person would, and the form in
 * which an editor picks media.
 */
export async function startConsole(options: {
	port: number;
	services: Services;
	events: EventLog;
}): Promise<{ url: string; close(): Promise<void> }> {
	const { services, events } = options;
	const app = Fastify({ forceCloseConnections: true });

	for (const [path, [file, type]] of Object.entries(FILES))
		app.get(path, async (_request, reply) => {
			const content = await readFile(join(__dirname, file));
			return await reply
				.type(type)
				.header('content-security-policy', "default-src 'self'; frame-ancestors 'none'")
				.send(content);
		});

	entryFormRoutes(app, { services, events });

	app.get('/api/overview', async () => {
		const [contentstack, iconik, videos] = await Promise.all([
			latest(services.contentstack.control),
			latest(services.iconik.control),
			listVideos(services),
		]);
		return { contentstack, iconik, videos, events: events.list().slice(-SHOWN).reverse() };
	});

	app.get('/api/buttons', () =>
		Object.entries(buttons).map(([name, { label, hint }]) => ({ name, label, hint })),
	);

	// Only JSON is taken: a page of another origin cannot send that without being allowed to first.
	app.post<{ Params: { name: string } }>('/api/buttons/:name', async ({ params, body }, reply) => {
		const button = Object.hasOwn(buttons, params.name) ? buttons[params.name] : undefined;
		const input = press.safeParse(body);
		if (!button || !input.success)
			return await reply
				.code(400)
				.send({ error: 'Name a button in the path and the assetId in the body' });
		try {
			const text = await button.press(services, input.data.assetId);
			events.add(text);
			return { text };
		} catch (error) {
			return await reply.code(400).send({ error: (error as Error).message });
		}
	});

	const url = await app.listen({ port: options.port, host: '127.0.0.1' });
	return { url, close: async () => await app.close() };
}

async function latest(control: ControlApi) {
	const [calls, deliveries] = await Promise.all([control.log(), control.deliveries()]);
	return {
		total: calls.length,
		calls: calls.slice(-SHOWN).reverse(),
		deliveries: deliveries.slice(-SHOWN).reverse(),
	};
}

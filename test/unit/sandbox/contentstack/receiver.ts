import { createServer, type IncomingHttpHeaders } from 'http';
import type { AddressInfo } from 'net';
import { bench, eventually, FILM, unlimited, type Bench } from './client';

export interface Received {
	headers: IncomingHttpHeaders;
	raw: Buffer;
	body: { event: string; triggered_at: string; data: Record<string, Record<string, unknown>> };
}

/** A stack with a content type, and a server that takes its webhooks. */
export interface WebhookBench extends Bench {
	/** What came in, oldest first. */
	received: Received[];
	/** The status that the receiver answers from now on. */
	answer: number;
	/** Registers a webhook for the receiver and gives it. */
	listen: (channels: string[], more?: object) => Promise<{ uid: string; name: string }>;
	/** Lets a person create an entry and gives its uid. */
	create: (fields?: object) => Promise<string>;
	until: (number: number) => Promise<Received[]>;
	last: () => Received;
	/** Back to no webhook, nothing received, and the real time. */
	reset: () => Promise<void>;
}

export async function webhookBench(): Promise<WebhookBench> {
	const stack = unlimited(await bench());
	await stack.cma.post('/content_types', { content_type: FILM });
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const raw = Buffer.concat(chunks);
			self.received.push({ headers: request.headers, raw, body: JSON.parse(raw.toString()) });
			response.writeHead(self.answer).end('seen');
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const target = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
	let count = 0;
	const hooks: string[] = [];
	const self: WebhookBench = {
		...stack,
		received: [],
		answer: 200,
		listen: async (channels, more = {}) => {
			count += 1;
			const destination = {
				target_url: target,
				http_basic_auth: 'u',
				http_basic_password: 'p',
				custom_header: [{ header_name: 'X-Own', value: 'own' }],
			};
			const { data } = await stack.cma.post('/webhooks', {
				webhook: {
					name: `hook ${count}`,
					destinations: [destination],
					channels,
					retry_policy: 'automatic',
					...more,
				},
			});
			hooks.push(data.webhook.uid);
			return data.webhook;
		},
		create: async (fields = {}) => {
			count += 1;
			const { data } = await stack.act('create-entry', {
				contentType: 'film',
				person: 'Ann',
				fields: { title: `Film ${count}`, asset_id: `id-${count}`, ...fields },
			});
			return data.uid;
		},
		until: async (number) =>
			await eventually(
				() => self.received,
				(all) => all.length >= number,
			),
		last: () => self.received.at(-1) as Received,
		reset: async () => {
			for (const hook of hooks.splice(0)) await stack.cma.delete(`/webhooks/${hook}`);
			await stack.control.put('/clock', { speed: 1 });
			self.received = [];
			self.answer = 200;
		},
		close: async () => {
			await stack.close();
			server.close();
		},
	};
	return self;
}

import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A call as the server saw it. */
export interface ReceivedCall {
	method: string;
	path: string;
	headers: IncomingHttpHeaders;
	body: string;
}

export interface Answer {
	status?: number;
	headers?: Record<string, string>;
	body?: unknown;
}

/** A local HTTP server that keeps what it receives and answers as the test says. */
export class RecordingServer {
	readonly calls: ReceivedCall[] = [];
	private readonly server: Server;

	/** @param answer the answer to a call; 200 and `{}` where it leaves something out. An object body is sent as JSON. */
	constructor(answer: (call: ReceivedCall) => Answer | Promise<Answer> = () => ({})) {
		this.server = createServer(async (request, response) => {
			const chunks: Buffer[] = [];
			for await (const chunk of request) chunks.push(chunk as Buffer);
			const call = {
				method: request.method ?? '',
				path: request.url ?? '',
				headers: request.headers,
				body: Buffer.concat(chunks).toString(),
			};
			this.calls.push(call);
			const { status = 200, headers = {}, body = {} } = await answer(call);
			response.writeHead(status, { 'content-type': 'application/json', ...headers });
			response.end(typeof body === 'string' ? body : JSON.stringify(body));
		});
	}

	/** Listens on any free port of 127.0.0.1 and gives the origin. */
	async listen(): Promise<string> {
		await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}
}

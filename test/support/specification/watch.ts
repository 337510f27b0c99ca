import type { FastifyInstance } from 'fastify';
import { specificationFaults } from './faults';
import { hasSpecifications } from './openapi';
import { countCalls } from './tally';

/** Holds every API call of one simulator against iconik's specification while a test file runs. */
export class SpecificationWatch {
	private faults = new Map<string, string>();
	private calls = 0;

	/** To be called before the simulator listens. Does nothing where the specification is not at hand. */
	watch = (app: FastifyInstance): void => {
		if (!hasSpecifications) return;
		app.addHook('onSend', (request, reply, payload, done) => {
			const { method, url, body } = request;
			const { statusCode: status } = reply;
			const contentType = String(reply.getHeader('content-type') ?? '');
			// Faults that a test has ordered are no answers of the service itself.
			const isFault = status === 429 || (status >= 500 && status !== 501);
			const isUnread = body === undefined && Number(request.headers['content-length'] ?? 0) > 0;
			const isOrdered = isFault || isUnread || contentType.startsWith('text/html');
			if (url.startsWith('/API/') && !isOrdered) {
				this.calls += 1;
				const isJson = contentType.startsWith('application/json');
				const text = typeof payload === 'string' && payload !== '' ? payload : undefined;
				const answerBody = isJson && text ? (JSON.parse(text) as unknown) : text;
				const exchange = { method, url, requestBody: body, status, contentType, answerBody };
				for (const fault of specificationFaults(exchange)) this.faults.set(fault, url);
			}
			done(null, payload);
		});
	};

	/** Throws when a call since the last check broke the specification. */
	check(): void {
		const found = [...this.faults].map(([fault, url]) => `${fault}\n    as in ${url}`);
		this.faults = new Map();
		if (found.length > 0)
			throw new Error(`Not as iconik's OpenAPI files say:\n  ${found.join('\n  ')}`);
	}

	/** Adds the calls of this simulator to those of the whole run. */
	close(): void {
		countCalls(this.calls);
		this.calls = 0;
	}
}

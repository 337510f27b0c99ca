import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { CallLog, type CallKind } from './callLog';
import { Clock } from './clock';
import { addControlApi, BadAction, isControlPath, type PersonAction } from './controlApi';
import { Faults } from './faults';
import { ONLOOKER_HEADER } from './onlooker';
import type { RateLimiter, RateState } from './rateLimit';
import { WebhookSender } from './webhooks';

/** What a simulated service tells the kit about itself. */
export interface ServiceTraits {
	/** Read, write or bulk: how the service counts this call against its limits. */
	kindOf: (request: FastifyRequest) => CallKind;
	/** A name for whoever calls, without the secret itself. */
	credentialOf: (request: FastifyRequest) => string;
	/** The limiter and key that this call counts against, or `undefined` for calls that are not limited. */
	limitFor: (request: FastifyRequest) => { limiter: RateLimiter; key: string } | undefined;
	/** Headers that tell the caller about its allowance. */
	rateHeaders: (state: RateState) => Record<string, string>;
	/** The service's own error body. */
	errorBody: (status: number, message: string) => unknown;
	/** Everything it holds, for `GET /_sandbox/state`. */
	state: () => Record<string, unknown>;
	/** What people do in its pages, by name. */
	// Each action's input type is its own; the schema beside it guards the call.
	// eslint-disable-next-line @typescript-eslint/no-explicit-any
	actions: Record<string, PersonAction<any>>;
	/** Milliseconds of simulated time that lists and searches lag behind writes when no fault rule says otherwise. */
	indexLagMs?: number;
}

export interface Simulator {
	app: FastifyInstance;
	clock: Clock;
	faults: Faults;
	log: CallLog;
	webhooks: WebhookSender;
	traits: ServiceTraits;
	/** Starts to listen on 127.0.0.1 and gives the origin, like `http://127.0.0.1:4000`. Port 0 takes any free one. */
	listen: (port: number) => Promise<string>;
	close: () => Promise<void>;
}

/** What both simulators share: fault injection, rate limits, the call log, the clock, webhook delivery, the control API. */
export function createSimulator(makeTraits: (simulator: Simulator) => ServiceTraits): Simulator {
	const app = Fastify({
		bodyLimit: 120 * 1024 * 1024,
		forceCloseConnections: true,
		// iconik answers 404 where the final slash is missing.
		routerOptions: { ignoreTrailingSlash: false, maxParamLength: 500 },
	});
	const clock = new Clock();
	const faults = new Faults();
	const simulator: Simulator = {
		app,
		clock,
		faults,
		log: new CallLog(),
		webhooks: new WebhookSender(clock, faults),
		traits: undefined as never,
		listen: async (port) => await app.listen({ port, host: '127.0.0.1' }),
		close: async () => {
			clock.stop();
			await app.close();
		},
	};
	simulator.traits = makeTraits(simulator);
	faults.defaultIndexLagMs = simulator.traits.indexLagMs ?? 0;
	acceptEmptyBodies(app);
	addLog(app, simulator);
	addFaultsAndLimits(app, simulator);
	addControlApi(app, simulator);
	app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
		if (error instanceof BadAction) return reply.code(400).send({ errors: [error.message] });
		if (isControlPath(pathOf(request)))
			return reply.code(error.statusCode ?? 500).send({ errors: [error.message] });
		const status = error.statusCode ?? 500;
		return reply.code(status).send(simulator.traits.errorBody(status, error.message));
	});
	return simulator;
}

/** The path of a request without its query. */
export function pathOf(request: FastifyRequest): string {
	return request.url.split('?', 1)[0] as string;
}

/**
 * Clients send `Content-Type: application/json` with an empty body on DELETE and GET, and axios (so n8n too) names a form on a POST
 * without a body; the real services do not mind.
 */
function acceptEmptyBodies(app: FastifyInstance): void {
	app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, text, done) => {
		if (text === '') return done(null, undefined);
		try {
			done(null, JSON.parse(text as string));
		} catch {
			done(Object.assign(new Error('The body is not valid JSON'), { statusCode: 400 }));
		}
	});
	const form = 'application/x-www-form-urlencoded';
	app.addContentTypeParser(form, { parseAs: 'string' }, (_request, text, done) => {
		if (text === '') return done(null, undefined);
		done(Object.assign(new Error('Unsupported Media Type'), { statusCode: 415 }));
	});
}

const RESET = Symbol('reset');

function addFaultsAndLimits(app: FastifyInstance, simulator: Simulator): void {
	const { faults, traits } = simulator;

	app.addHook('onRequest', async (request, reply) => {
		const path = pathOf(request);
		if (isControlPath(path)) return;
		const delay = faults.hit(['delay'], request.method, path);
		if (delay) await new Promise((resolve) => setTimeout(resolve, delay.milliseconds));

		const limit = request.headers[ONLOOKER_HEADER] ? undefined : traits.limitFor(request);
		const state = limit?.limiter.take(limit.key);
		if (state) reply.headers(traits.rateHeaders(state));
		if (state && !state.allowed) return await refuse(reply, simulator);

		const fault = faults.hit(
			['rate-limited', 'error-before-storing', 'html', 'reset-before-storing'],
			request.method,
			path,
		);
		if (fault?.fault === 'rate-limited') {
			if (fault.retryAfterSeconds !== undefined)
				reply.header('retry-after', String(fault.retryAfterSeconds));
			return await refuse(reply, simulator);
		}
		if (fault?.fault === 'error-before-storing')
			return await reply
				.code(fault.status)
				.send(traits.errorBody(fault.status, 'The service had an internal fault'));
		if (fault?.fault === 'html')
			return await reply.code(fault.status).type('text/html').send(gatewayPage(fault.status));
		if (fault?.fault === 'reset-before-storing') return reset(request, reply);
	});

	app.addHook('onSend', async (request, reply, payload) => {
		const path = pathOf(request);
		if (isControlPath(path) || reply.statusCode >= 400) return payload;
		const fault = faults.hit(['error-after-storing', 'reset-after-storing'], request.method, path);
		if (fault?.fault === 'error-after-storing') {
			reply.code(fault.status).type('application/json').removeHeader('content-length');
			return JSON.stringify(traits.errorBody(fault.status, 'The service had an internal fault'));
		}
		if (fault) reset(request, reply);
		return payload;
	});
}

async function refuse(reply: FastifyReply, { traits }: Simulator): Promise<FastifyReply> {
	return await reply.code(429).send(traits.errorBody(429, 'Too many requests'));
}

function reset(request: FastifyRequest, reply: FastifyReply): FastifyReply {
	Object.assign(reply, { [RESET]: true });
	request.raw.socket.resetAndDestroy();
	return reply.hijack();
}

function gatewayPage(status: number): string {
	return `<html><head><title>${status} Bad Gateway</title></head><body><center><h1>${status} Bad Gateway</h1></center></body></html>`;
}

/** Every API call is logged once its answer is out, or its connection is broken (status 0). */
function addLog(app: FastifyInstance, { clock, log, traits }: Simulator): void {
	app.addHook('onRequest', (request, reply, done) => {
		const path = pathOf(request);
		const start = Date.now();
		if (!isControlPath(path)) {
			const kind = traits.kindOf(request);
			const credential = traits.credentialOf(request);
			reply.raw.once('close', () =>
				log.add({
					time: clock.now().toISOString(),
					method: request.method,
					path,
					query: request.url.slice(path.length + 1),
					status: RESET in reply ? 0 : reply.raw.statusCode,
					credential,
					kind,
					milliseconds: Date.now() - start,
				}),
			);
		}
		done();
	});
}

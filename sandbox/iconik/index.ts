import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { RateLimiter } from '../kit/rateLimit';
import { createSimulator, pathOf, type ServiceTraits, type Simulator } from '../kit/simulator';
import { peopleActions } from './actions';
import { Api } from './api';
import { findToken } from './authentication';
import { AutomationRunner } from './events/automations';
import { DayTriggers } from './events/dayTriggers';
import { WebhookHub } from './events/webhookHub';
import { MediaUrls } from './media/mediaUrls';
import { addRoutes } from './routes';
import { serveFiles } from './routes/files/served';
import { SearchIndex } from './search/searchIndex';
import { seedDemo } from './seed/demo';
import { seedEmpty, type Connection } from './seed/empty';
import { tenantState } from './state';
import { Store } from './store';
import type { Tenant } from './tenant';

export { demoAssets, demoIds } from './seed/demo';
export type { Connection } from './seed/empty';

/** 50 calls a second, and no more than 1000 in any 20 seconds, for each application. */
const LIMITS = [
	{ calls: 50, milliseconds: 1000 },
	{ calls: 1000, milliseconds: 20_000 },
];
const INDEX_LAG_MS = 500;
/** What one form may hold; the real limit is not known. */
const SMALL_UPLOAD_BYTES = 20 * 1024 * 1024;

/**
 * Starts a simulated iconik tenant on 127.0.0.1. The demo seed is a media library with assets in every state, the empty one
 * holds nothing but an administrator and a storage. Port 0 takes any free one.
 */
export async function startIconik({
	port,
	seed,
	observe,
}: {
	port: number;
	seed: 'demo' | 'empty';
	observe?: (app: FastifyInstance) => void;
}): Promise<{
	simulator: Simulator;
	connection: Connection & { baseUrl: string };
	close: () => Promise<void>;
}> {
	let tenant: Tenant | undefined;
	const limiter = new RateLimiter(LIMITS);
	const simulator = createSimulator((made) => {
		tenant = makeTenant(made);
		return traitsOf(tenant, limiter);
	});
	const { store, index } = tenant as Tenant;
	const connection = seed === 'demo' ? seedDemo(store) : seedEmpty(store);
	simulator.app.register(multipart, {
		attachFieldsToBody: 'keyValues',
		limits: { fileSize: SMALL_UPLOAD_BYTES, files: 1 },
	});
	addRoutes(new Api(simulator.app, tenant as Tenant));
	serveFiles(simulator.app, tenant as Tenant);
	observe?.(simulator.app);
	simulator.app.setNotFoundHandler(
		async (_request, reply) =>
			await reply.code(404).send({ errors: ['The requested URL was not found on the server.'] }),
	);
	store.origin = await simulator.listen(port);
	index.rebuild();
	return {
		simulator,
		connection: { baseUrl: store.origin, ...connection },
		close: simulator.close,
	};
}

function makeTenant(simulator: Simulator): Tenant {
	const { clock, faults } = simulator;
	const store = new Store(clock);
	const tenant: Tenant = {
		simulator,
		store,
		index: new SearchIndex(store, clock, faults),
		hub: new WebhookHub(() => tenant),
		automations: new AutomationRunner(() => tenant),
		dayTriggers: new DayTriggers(() => tenant),
		urls: new MediaUrls(store, clock),
	};
	return tenant;
}

function traitsOf(tenant: Tenant, limiter: RateLimiter): ServiceTraits {
	return {
		kindOf: (request) => {
			const isRead = request.method === 'GET' || /\/search\/(suggest\/)?$/.test(pathOf(request));
			if (isRead) return 'read';
			return /\/bulk(_\w+)?\//.test(pathOf(request)) ? 'bulk' : 'write';
		},
		credentialOf: (request) => credentialOf(tenant, request),
		limitFor: (request) =>
			isApiPath(request)
				? { limiter, key: String(request.headers['app-id'] ?? request.ip) }
				: undefined,
		rateHeaders: ({ remaining }) => ({ 'RateLimit-Remaining': String(remaining) }),
		errorBody: (_status, message) => ({ errors: [message] }),
		state: () => tenantState(tenant),
		actions: peopleActions(tenant),
		indexLagMs: INDEX_LAG_MS,
	};
}

function isApiPath(request: FastifyRequest): boolean {
	return pathOf(request).startsWith('/API/');
}

/** The user behind a call and the end of its token, or what stands in for them. */
function credentialOf({ store }: Tenant, request: FastifyRequest): string {
	if (!isApiPath(request)) return 'none';
	const token = findToken(store, request.headers);
	const user = token && store.users.get(token.user_id);
	return token && user ? `${user.email} …${token.token.slice(-4)}` : 'unknown';
}

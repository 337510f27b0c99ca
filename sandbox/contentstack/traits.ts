import type { FastifyRequest } from 'fastify';
import type { CallKind } from '../kit/callLog';
import { RateLimiter } from '../kit/rateLimit';
import { pathOf, type ServiceTraits } from '../kit/simulator';
import { credentialOf, isDelivery } from './access';
import { peopleActions } from './actions';
import type { Service } from './service';
import { stateOf } from './stateView';

const SECOND = 1000;
const TOKEN_TAIL = 4;

/** What an organisation has unless its plan says more ("Rate limiting": 10 reads, 10 writes and 1 bulk call a second). */
export const USUAL_CALLS_PER_SECOND = 10;

/**
 * How this service counts, limits, logs and answers.
 * @param callsPerSecond what the organisation's plan allows, of reads and of writes
 */
export function contentstackTraits(service: () => Service, callsPerSecond: number): ServiceTraits {
	const limiters: Record<CallKind, RateLimiter> = {
		read: new RateLimiter([{ calls: callsPerSecond, milliseconds: SECOND }]),
		write: new RateLimiter([{ calls: callsPerSecond, milliseconds: SECOND }]),
		bulk: new RateLimiter([{ calls: 1, milliseconds: SECOND }]),
	};
	return {
		kindOf,
		credentialOf: (request) => {
			if (isDelivery(request.headers, request.url)) return 'delivery token';
			const found = credentialOf(service().stack, request);
			return found ? `${found.name} …${found.secret.slice(-TOKEN_TAIL)}` : 'unknown';
		},
		limitFor: (request) =>
			isLimited(request)
				? { limiter: limiters[kindOf(request)], key: service().stack.orgUid }
				: undefined,
		rateHeaders: ({ limit, remaining }) => ({
			'x-ratelimit-limit': String(limit),
			'x-ratelimit-remaining': String(remaining),
		}),
		errorBody: (status, message) => ({ error_message: message, error_code: status }),
		state: () => stateOf(service()),
		actions: peopleActions(service),
	};
}

function kindOf(request: FastifyRequest): CallKind {
	if (request.method === 'GET') return 'read';
	return pathOf(request).startsWith('/v3/bulk/') ? 'bulk' : 'write';
}

/** The Delivery API sits behind a CDN and files are served by other hosts: neither counts. */
function isLimited(request: FastifyRequest): boolean {
	const path = pathOf(request);
	const isFile = /^\/v3\/assets\/[^/]+\/[^/]+\/[^/]+/.test(path) && !/\/versions\//.test(path);
	return path.startsWith('/v3/') && !isFile && !isDelivery(request.headers, request.url);
}

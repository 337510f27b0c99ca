import type { FastifyRequest } from 'fastify';
import { isSameSecret } from '../../lib/constantTime';
import { ApiError } from './apiError';
import { branchNamed } from './service';
import { QueryString } from './query/queryString';
import type { Branch, Credential, Stack } from './state';

/** What a Management API call brings along: who calls, on which branch, with which query string. */
export interface Call {
	caller: Credential;
	branch: Branch;
	query: QueryString;
}

declare module 'fastify' {
	interface FastifyRequest {
		call: Call;
	}
}

/** Whether a call is the Delivery API's. Both APIs share their paths; only this one takes a delivery token. */
export function isDelivery(headers: Record<string, unknown>, url: string): boolean {
	return (
		headers.access_token !== undefined || new QueryString(url).one('access_token') !== undefined
	);
}

/**
 * Lets a Management API call in or answers why not ("Authentication" in the Management API's documentation): the stack's key in `api_key`,
 * and a management token as it is or an OAuth access token after `Bearer` in `authorization`, or a session in `authtoken`.
 */
export function admit(stack: Stack, request: FastifyRequest): Call {
	if (!isSameSecret(request.headers.api_key, stack.apiKey))
		throw new ApiError(412, 109, "We can't find that Stack. Please try again.", {
			api_key: ['is not valid.'],
		});
	const caller = credentialOf(stack, request);
	if (!caller)
		throw new ApiError(401, 105, "You're not allowed in here unless you're logged in.", {
			[request.headers.authtoken === undefined ? 'authorization' : 'authtoken']: ['is not valid.'],
		});
	if (request.method !== 'GET' && !caller.canWrite)
		throw new ApiError(
			401,
			161,
			'Access denied. You have insufficient permissions to perform this operation.',
		);
	const name = request.headers.branch;
	return {
		caller,
		branch: branchOrRefuse(stack, typeof name === 'string' ? name : 'main'),
		query: new QueryString(request.url),
	};
}

/** The live credential that a request carries, if it does. */
export function credentialOf(stack: Stack, { headers }: FastifyRequest): Credential | undefined {
	const bearer = /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1];
	const given: Array<[Credential['kind'], unknown]> = [
		['authtoken', headers.authtoken],
		['oauth', bearer],
		['management', bearer === undefined ? headers.authorization : undefined],
	];
	return stack.credentials.find(
		({ kind, secret, revoked }) =>
			!revoked && given.some(([sentAs, sent]) => sentAs === kind && isSameSecret(sent, secret)),
	);
}

/** Answers a branch that does not exist with HTTP 422 and a code of the 900s, which are the branch errors. */
export function branchOrRefuse(stack: Stack, name: string): Branch {
	const branch = branchNamed(stack, name);
	if (!branch)
		throw new ApiError(422, 901, 'The branch was not found. Please try again.', {
			branch: ['is not valid.'],
		});
	return branch;
}

import type { FastifyRequest } from 'fastify';
import { isSameSecret } from '../../../lib/constantTime';
import { branchOrRefuse } from '../access';
import { ApiError, badParameters } from '../apiError';
import { QueryString } from '../query/queryString';
import type { Stack } from '../state';
import type { Delivered } from './view';

/** One call of the Delivery API that was let in. */
export interface DeliveryCall extends Delivered {
	query: QueryString;
	locale: string;
	withFallback: boolean;
}

declare module 'fastify' {
	interface FastifyRequest {
		delivery: DeliveryCall;
	}
}

/** Paths that answer for the whole stack and need no environment. */
const WITHOUT_ENVIRONMENT = /\/(content_types(\/[^/]+)?|global_fields(\/[^/]+)?|taxonomies.*)$/;

/**
 * Lets a Delivery API call in or answers why not: the stack's key, a delivery token (as headers or in the query) and the name of an
 * environment that the token is for.
 */
export function admitDelivery(stack: Stack, { headers, url }: FastifyRequest): DeliveryCall {
	const query = new QueryString(url);
	const given = (name: string) => headers[name] ?? query.one(name);
	if (!isSameSecret(given('api_key'), stack.apiKey))
		throw new ApiError(412, 109, 'The api_key is not valid.', { api_key: ['is not valid.'] });
	const token = stack.deliveryTokens.find((candidate) =>
		isSameSecret(given('access_token'), candidate.token),
	);
	if (!token)
		throw new ApiError(412, 109, 'The access_token is not valid.', {
			access_token: ['is not valid.'],
		});
	const branch = branchOrRefuse(stack, String(given('branch') ?? 'main'));
	const name = query.one('environment');
	const needsEnvironment =
		!WITHOUT_ENVIRONMENT.test(url.split('?', 1)[0] as string) &&
		query.one('sync_token') === undefined &&
		query.one('pagination_token') === undefined;
	if (!name && needsEnvironment) throw badParameters({ environment: ['is required.'] });
	const environment = stack.environments.find(
		(candidate) => candidate.name === (name ?? token.environments[0]),
	);
	if (!environment || !token.environments.includes(environment.name))
		throw badParameters({ environment: ['is not valid.'] });
	const locale = query.one('locale') ?? stack.masterLocale;
	if (!stack.locales.some(({ code }) => code === locale))
		throw badParameters({ locale: ['is not valid.'] });
	return { branch, environment, query, locale, withFallback: query.flag('include_fallback') };
}

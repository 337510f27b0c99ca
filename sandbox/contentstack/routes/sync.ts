import type { FastifyInstance } from 'fastify';
import { unprocessable } from '../apiError';
import type { DeliveryCall } from '../delivery/access';
import { deliveredAsset, deliveredEntry } from '../delivery/view';
import type { Service } from '../service';
import type { DeliveryEvent, Fields } from '../state';
import { newUid } from '../uids';

const PAGE = 100;

/** What a sync was asked for. It holds for all its pages and for the later calls with its token. */
interface Scope {
	environment: DeliveryCall['environment'];
	branch: DeliveryCall['branch'];
	locale: string | undefined;
	contentType: string | undefined;
	types: string[] | undefined;
	startFrom: string | undefined;
}

/** Where a token goes on: in the rest of a list that is being paged through, or after an event. */
interface Position {
	scope: Scope;
	rest: Fields[];
	skip: number;
	total: number;
	after: number;
}

/** `GET /stacks/sync`: all that is published at first, then what has changed since a token. Tokens do not expire. */
export function syncRoutes(app: FastifyInstance, service: Service): void {
	const tokens = new Map<string, Position>();
	const { deliveryEvents } = service.stack;

	app.get('/stacks/sync', ({ delivery }) => {
		const { query } = delivery;
		const token = query.one('pagination_token') ?? query.one('sync_token');
		const known = token === undefined ? undefined : tokens.get(token);
		if (token !== undefined && !known)
			throw unprocessable(141, 'The token is not valid.', {
				[query.one('sync_token') === undefined ? 'pagination_token' : 'sync_token']: [
					'is not valid.',
				],
			});
		if (!known && !query.flag('init'))
			throw unprocessable(141, 'Please try again with valid parameters.', {
				init: ['is required.'],
			});
		return answer(
			known && query.one('sync_token') !== undefined
				? changesSince(known)
				: (known ?? initial(delivery)),
		);
	});

	function initial(delivery: DeliveryCall): Position {
		const { query, branch, environment } = delivery;
		const scope: Scope = {
			environment,
			branch,
			locale: query.one('locale'),
			contentType: query.one('content_type_uid'),
			types: query.one('type')?.split(','),
			startFrom: query.one('start_from'),
		};
		const items = published(service, scope).filter((event) => isWanted(event, scope));
		return {
			scope,
			rest: items.map(view),
			skip: 0,
			total: items.length,
			after: deliveryEvents.length,
		};
	}

	function changesSince({ scope, after }: Position): Position {
		const items = deliveryEvents.slice(after).filter((event) => isWanted(event, scope));
		return {
			scope,
			rest: items.map(view),
			skip: 0,
			total: items.length,
			after: deliveryEvents.length,
		};
	}

	function answer(position: Position): Fields {
		const { rest, skip, total } = position;
		const token = newUid();
		const next = { ...position, rest: rest.slice(PAGE), skip: skip + PAGE };
		tokens.set(token, next);
		return {
			items: rest.slice(0, PAGE),
			skip,
			limit: PAGE,
			total_count: total,
			[next.rest.length > 0 ? 'pagination_token' : 'sync_token']: token,
		};
	}
}

function published(service: Service, { branch, environment }: Scope): DeliveryEvent[] {
	const delivered = { branch, environment };
	const here = (publication: { environment: string }) =>
		publication.environment === environment.uid;
	const entries = [...branch.entries.values()].flatMap((entry) =>
		entry.publications.filter(here).map((publication) => ({
			type: 'entry_published',
			branch: branch.uid,
			environment: environment.uid,
			locale: publication.locale,
			contentType: entry.contentType,
			time: publication.time,
			data: deliveredEntry(service, delivered, entry, publication),
		})),
	);
	const assets = [...branch.assets.values()].flatMap((asset) =>
		asset.publications.filter(here).map(({ locale, time }) => ({
			type: 'asset_published',
			branch: branch.uid,
			environment: environment.uid,
			locale,
			contentType: null,
			time,
			data: deliveredAsset(service, delivered, asset, locale) ?? {},
		})),
	);
	return [...entries, ...assets].sort((a, b) => (a.time < b.time ? -1 : 1));
}

function isWanted(event: DeliveryEvent, scope: Scope): boolean {
	return (
		event.branch === scope.branch.uid &&
		(event.environment === null || event.environment === scope.environment.uid) &&
		(scope.locale === undefined || event.locale === null || event.locale === scope.locale) &&
		(scope.contentType === undefined || event.contentType === scope.contentType) &&
		(scope.types === undefined || scope.types.includes(event.type)) &&
		(scope.startFrom === undefined || event.time >= scope.startFrom)
	);
}

function view({ type, time, contentType, data }: DeliveryEvent): Fields {
	return { type, event_at: time, content_type_uid: contentType ?? 'sys_assets', data };
}

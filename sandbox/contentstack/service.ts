import type { Simulator } from '../kit/simulator';
import { objectNotFound, type ApiError } from './apiError';
import type { Publisher } from './publishing';
import type { Branch, Stack } from './state';
import type { EventSender } from './webhooks/events';
import type { WebhookRegistry } from './webhooks/registry';

/** What every route and every person's action works with. */
export interface Service {
	simulator: Simulator;
	stack: Stack;
	webhooks: WebhookRegistry;
	events: EventSender;
	publisher: Publisher;
	/** The simulator's own address without a final slash; it stands in for all of the service's hosts. */
	origin: string;
}

/** The service's present time as it writes it everywhere. */
export function timestamp({ simulator }: Pick<Service, 'simulator'>): string {
	return simulator.clock.now().toISOString();
}

/** How an absent entry or asset is answered: 422 unless a test asks for 404. */
export function notFound({ stack }: Service): ApiError {
	return objectNotFound(stack.behaviour.notFoundStatus);
}

/** The branch that a uid or an alias names. */
export function branchNamed(stack: Stack, name: string): Branch | undefined {
	return (
		stack.branches.get(name) ??
		[...stack.branches.values()].find(({ alias }) => alias.includes(name))
	);
}

import type { Simulator } from '../kit/simulator';
import type { AutomationRunner } from './events/automations';
import type { DayTriggers } from './events/dayTriggers';
import type { WebhookHub } from './events/webhookHub';
import type { MediaUrls } from './media/mediaUrls';
import type { SearchIndex } from './search/searchIndex';
import type { Store } from './store';

/** Everything that routes and people's actions work on. */
export interface Tenant {
	simulator: Simulator;
	store: Store;
	index: SearchIndex;
	hub: WebhookHub;
	automations: AutomationRunner;
	dayTriggers: DayTriggers;
	urls: MediaUrls;
}

/** Who caused a change, and by which request: both are in every webhook. */
export interface Cause {
	userId: string;
	requestId: string;
}

import type { PersonAction } from '../../kit/controlApi';
import type { Tenant } from '../tenant';
import { administrationActions } from './administration';
import { assetActions } from './assets';
import { eventActions } from './events';
import { reviewActions } from './reviews';

/** What people do in iconik's pages, by name. */
export function peopleActions(tenant: Tenant): Record<string, PersonAction> {
	return {
		...reviewActions(tenant),
		...assetActions(tenant),
		...eventActions(tenant),
		...administrationActions(tenant),
	};
}

import type { ContentstackConnection } from '../../../sandbox/contentstack';
import type { SimulatedService } from '../../support/sandbox';

export const target = { locales: ['en-us'], environments: ['production'] };

interface Place {
	environment: string;
	locale: string;
	version: number;
}

/** Where an entry is live now, as the simulator itself holds it. */
export async function livePlaces(
	service: Pick<SimulatedService<ContentstackConnection, unknown>, 'state'>,
	uid: string,
): Promise<Place[]> {
	const state = await service.state<{
		entries: Array<{ uid: string; publish_details: Place[] }>;
	}>();
	return state.entries.find((entry) => entry.uid === uid)?.publish_details ?? [];
}

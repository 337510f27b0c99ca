import type { PersonAction } from '../../kit/controlApi';
import type { Service } from '../service';
import { accountActions } from './account';
import { contentActions } from './content';
import { discussionActions } from './discussions';
import { publishingActions } from './publishing';

/** What people do in Contentstack's pages, by the name under `POST /_sandbox/actions/`. */
export function peopleActions(
	service: () => Service,
	// Each action's input type is its own; the schema beside it guards the call.
	// eslint-disable-next-line @typescript-eslint/no-explicit-any
): Record<string, PersonAction<any>> {
	return {
		...contentActions(service),
		...discussionActions(service),
		...publishingActions(service),
		...accountActions(service),
	};
}

import { isOnChannel } from './channels';
import type { Choice, Filters } from './choice';
import type { DeliveredEvent } from './events';

/**
 * Whether an event is one that was chosen, as far as the delivery itself says. What it does not say passes: an event too many does
 * no harm, one lost does.
 */
export function isWanted(event: DeliveredEvent, choice: Choice): boolean {
	return isChosen(event, choice) && passes(event, choice.filters);
}

/** What is of no known kind was asked for all the same: the webhook listens to chosen channels only. */
function isChosen(event: DeliveredEvent, { events, customChannels, workflow }: Choice): boolean {
	if (event.name === 'other') return true;
	if (events.includes('customChannel') && isOnChannel(event, customChannels)) return true;
	if (event.name === 'workflowStageChanged' && !mayBe(event.workflow?.uid, one(workflow)))
		return false;
	return events.includes(event.name);
}

function passes(event: DeliveredEvent, filters: Filters): boolean {
	const { name, uid } = event.environment;
	return (
		mayBe(event.contentType?.uid, filters.contentTypes) &&
		mayBe(event.locale, filters.locales) &&
		(mayBe(name ?? uid, filters.environments) || mayBe(uid, filters.environments)) &&
		(event.branches.length === 0 ||
			!filters.branch ||
			event.branches.some((branch) => branch === filters.branch))
	);
}

/** Whether a stage is one of the wanted ones, or is not known. */
export function isWantedStage({ stage }: DeliveredEvent, stages: readonly string[]): boolean {
	return mayBe(stage?.uid, stages);
}

const one = (value: string): string[] => (value ? [value] : []);

function mayBe(value: string | null | undefined, wanted: readonly string[] | undefined): boolean {
	return !wanted?.length || value === null || value === undefined || wanted.includes(value);
}

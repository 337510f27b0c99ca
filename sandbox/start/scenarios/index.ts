import type { Scenario } from '../scenario';
import { setUp } from './00-set-up';
import { approvedVideo } from './01-approved-video';
import { twoWayMetadata } from './02-two-way-metadata';
import { stageToMediaTask } from './03-stage-to-media-task';
import { revisedVideo } from './04-revised-video';
import { campaignToCollection } from './05-campaign-to-collection';
import { placements } from './06-placements';
import { pickMedia } from './07-pick-media';
import { catchUp } from './08-catch-up';
import { expiredMedia } from './09-expired-media';
import { backfill } from './10-backfill';

/** On the services that people see, where their templates stay switched on. They build on each other. */
export const shown: readonly Scenario[] = [setUp, approvedVideo, pickMedia];

/**
 * The others run beside them, each list on services of its own: Contentstack's ten calls a second are for one organization, and
 * together they would take as long as one after the other.
 */
export const aside: ReadonlyArray<readonly Scenario[]> = [
	[expiredMedia],
	[placements, backfill],
	[catchUp, twoWayMetadata],
	[campaignToCollection, revisedVideo, stageToMediaTask],
];

export const everyScenario: readonly Scenario[] = [...shown, ...aside.flat()];

/** Templates that then go on, on the services that people see: they answer to what can be done there, each to something else. */
export const switchedOn: readonly Scenario[] = [
	stageToMediaTask,
	campaignToCollection,
	expiredMedia,
];

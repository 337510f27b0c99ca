import type { Scenario } from '../scenario';
import { setUp } from './00-set-up';
import { approvedVideo } from './01-approved-video';
import { stageToMediaTask } from './03-stage-to-media-task';
import { campaignToCollection } from './05-campaign-to-collection';

/** In the order in which they build on each other. Together they take less than a minute; the e2e tests run every template. */
export const scenarios: readonly Scenario[] = [
	setUp,
	approvedVideo,
	stageToMediaTask,
	campaignToCollection,
];

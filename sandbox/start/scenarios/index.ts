import type { Scenario } from '../scenario';
import { setUp } from './00-set-up';
import { approvedVideo } from './01-approved-video';
import { stageToMediaTask } from './03-stage-to-media-task';
import { revisedVideo } from './04-revised-video';
import { campaignToCollection } from './05-campaign-to-collection';
import { placements } from './06-placements';
import { expiredMedia } from './09-expired-media';

/** In the order in which they build on each other. */
export const scenarios: readonly Scenario[] = [
	setUp,
	approvedVideo,
	stageToMediaTask,
	revisedVideo,
	campaignToCollection,
	placements,
	expiredMedia,
];

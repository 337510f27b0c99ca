import type { Scenario } from '../scenario';
import { setUp } from './00-set-up';
import { approvedVideo } from './01-approved-video';
import { campaignToCollection } from './05-campaign-to-collection';

/** In the order in which they build on each other. */
export const scenarios: readonly Scenario[] = [setUp, approvedVideo, campaignToCollection];

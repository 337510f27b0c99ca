import { athletes, spring } from './library/campaigns';
import type { LibraryEntry } from './library/entry';
import { corporate, service } from './library/guides';
import { audio, images } from './library/otherMedia';
import { special } from './library/specialCases';

/** The media library of Halden Outdoor, a maker of clothing and tents that does not exist. */
export const library: LibraryEntry[] = [
	...spring,
	...athletes,
	...service,
	...corporate,
	...images,
	...audio,
	...special,
];

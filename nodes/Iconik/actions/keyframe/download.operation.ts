import { KEYFRAME } from '../../media/mediaFiles';
import { downloadOf } from '../mediaFile/links';

export const { description, execute } = downloadOf(KEYFRAME);

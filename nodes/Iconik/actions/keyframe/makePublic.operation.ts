import { KEYFRAME } from '../../media/mediaFiles';
import { publicityOf } from '../mediaFile/links';

export const { description, execute } = publicityOf(KEYFRAME, true);

import { KEYFRAME } from '../../media/mediaFiles';
import { getManyOf } from '../mediaFile/getAll';

export const { description, execute } = getManyOf(KEYFRAME);

import { FILE } from '../../media/mediaFiles';
import { getManyOf } from '../mediaFile/getAll';

export const { description, execute } = getManyOf(FILE);

import { PROXY } from '../../media/mediaFiles';
import { getManyOf } from '../mediaFile/getMany';

export const { description, execute } = getManyOf(PROXY);

import { PROXY } from '../../media/mediaFiles';
import { publicityOf } from '../mediaFile/links';

export const { description, execute } = publicityOf(PROXY, true);

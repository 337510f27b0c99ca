import { PROXY } from '../../media/mediaFiles';
import { getDownloadUrlOf } from '../mediaFile/links';

export const { description, execute } = getDownloadUrlOf(PROXY);

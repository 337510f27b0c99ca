import { closeAll } from './suite';

export default closeAll;

import { customActions } from '../../registrations/customActions';
import { getManyOf } from '../../registrations/operations';

export const { description, execute } = getManyOf(customActions);

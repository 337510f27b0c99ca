import { customActions } from '../../registrations/customActions';
import { getHealthOf } from '../../registrations/operations';

export const { description, execute } = getHealthOf(customActions);

import { automations } from '../../registrations/automations';
import { getHealthOf } from '../../registrations/operations';

export const { description, execute } = getHealthOf(automations);

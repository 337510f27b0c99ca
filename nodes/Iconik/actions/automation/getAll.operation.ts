import { automations } from '../../registrations/automations';
import { getManyOf } from '../../registrations/operations';

export const { description, execute } = getManyOf(automations);

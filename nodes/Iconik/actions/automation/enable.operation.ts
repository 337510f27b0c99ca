import { automations } from '../../registrations/automations';
import { enableOf } from '../../registrations/operations';

export const { description, execute } = enableOf(automations);

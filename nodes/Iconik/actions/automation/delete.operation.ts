import { automations } from '../../registrations/automations';
import { deleteOf } from '../../registrations/operations';

export const { description, execute } = deleteOf(automations);

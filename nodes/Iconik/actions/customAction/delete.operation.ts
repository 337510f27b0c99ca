import { customActions } from '../../registrations/customActions';
import { deleteOf } from '../../registrations/operations';

export const { description, execute } = deleteOf(customActions);

import { customActions } from '../../registrations/customActions';
import { enableOf } from '../../registrations/operations';

export const { description, execute } = enableOf(customActions);

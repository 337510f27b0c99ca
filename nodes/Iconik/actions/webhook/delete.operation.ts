import { webhooks } from '../../registrations/webhooks';
import { deleteOf } from '../../registrations/operations';

export const { description, execute } = deleteOf(webhooks);

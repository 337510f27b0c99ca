import { webhooks } from '../../registrations/webhooks';
import { enableOf } from '../../registrations/operations';

export const { description, execute } = enableOf(webhooks);

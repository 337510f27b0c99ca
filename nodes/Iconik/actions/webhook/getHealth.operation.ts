import { webhooks } from '../../registrations/webhooks';
import { getHealthOf } from '../../registrations/operations';

export const { description, execute } = getHealthOf(webhooks);

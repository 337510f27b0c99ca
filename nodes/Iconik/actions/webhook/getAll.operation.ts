import { webhooks } from '../../registrations/webhooks';
import { getManyOf } from '../../registrations/operations';

export const { description, execute } = getManyOf(webhooks);

import type { IWebhookFunctions } from 'n8n-workflow';
import { BriefMemory } from '../../../lib/briefMemory';
import type { IconikCredentials } from '../transport/origin';

/** Reading a credential costs n8n about as much as all the rest of a call, and a page asks often. */
const recent = new BriefMemory<IconikCredentials>(5000);

/** The credential of the node, as it was within the last five seconds. */
export async function credentialsOf(context: IWebhookFunctions): Promise<IconikCredentials> {
	const id = context.getNode().credentials?.iconikApi?.id ?? '';
	return await recent.get(
		id,
		async () => await context.getCredentials<IconikCredentials>('iconikApi'),
	);
}

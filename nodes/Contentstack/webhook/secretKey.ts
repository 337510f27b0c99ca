import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import type { Connection } from '../transport/stack';

/** What of a credential proves and checks where a delivery comes from. */
export interface SecretKeys {
	/** From which the secret header is derived: it outlives the tokens that OAuth renews by the hour. Empty when there is none. */
	key: string;
	/** The organization's shared secret for HMAC signatures; empty when the organization does not use them. */
	webhookSecret: string;
}

export async function secretKeys(
	context: IHookFunctions | IWebhookFunctions,
	{ credentialType }: Connection,
): Promise<SecretKeys> {
	const credential = await context.getCredentials(credentialType);
	const webhookSecret = String(credential.webhookSecret ?? '');
	const secret = credential.managementToken ?? credential.clientSecret;
	return { key: String(secret || webhookSecret), webhookSecret };
}

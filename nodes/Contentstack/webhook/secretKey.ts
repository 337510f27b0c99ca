import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

/** What of a credential proves and checks where a delivery comes from. */
export interface SecretKeys {
	/** From which the secret header is derived: it outlives the tokens that OAuth renews by the hour. Empty when there is none. */
	key: string;
	/** The organization's shared secret for HMAC signatures; empty when the organization does not use them. */
	webhookSecret: string;
}

export function secretKeys(credential: ICredentialDataDecryptedObject): SecretKeys {
	const webhookSecret = String(credential.webhookSecret ?? '');
	const secret = credential.managementToken ?? credential.clientSecret;
	return { key: String(secret || webhookSecret), webhookSecret };
}

import type { Connections } from '../client/services';
import type { N8nInstance } from '../n8n/instance';
import type { Credentials } from '../n8n/template';

/** Credential data by credential type, as the credential's form in n8n would hold it. */
export type CredentialData = Record<string, Record<string, unknown>>;

/** What a person would fill in to reach the simulated services. */
export function sandboxCredentials({ contentstack, iconik }: Connections): CredentialData {
	return {
		contentstackApi: {
			region: 'CUSTOM',
			apiUrl: contentstack.baseUrl,
			cdnUrl: contentstack.cdnUrl,
			appUrl: contentstack.appUrl,
			apiKey: contentstack.apiKey,
			managementToken: contentstack.managementToken,
			branch: 'main',
			deliveryToken: contentstack.deliveryToken,
			environment: contentstack.environment,
			webhookSecret: '',
		},
		iconikApi: {
			host: 'custom',
			customUrl: iconik.baseUrl,
			appId: iconik.appId,
			authToken: iconik.authToken,
		},
	};
}

const NAMES: Record<string, string> = {
	contentstackApi: 'Contentstack account',
	iconikApi: 'iconik account',
};

/** Stores the credentials in n8n, under the names that the templates use, with a suffix where those are taken. */
export async function saveCredentials(
	n8n: N8nInstance,
	data: CredentialData,
	suffix = '',
): Promise<Credentials> {
	const saved = Object.entries(data).map(
		async ([type, values]) =>
			[type, await n8n.saveCredential(type, (NAMES[type] ?? type) + suffix, values)] as const,
	);
	return Object.fromEntries(await Promise.all(saved));
}

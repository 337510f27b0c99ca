/** The values of the credential type `iconikApi`. */
export interface IconikCredentials {
	host: string;
	customUrl?: string;
	appId: string;
	authToken: string;
}

/**
 * The origin of the iconik that a credential names, like `https://app.iconik.io`, without a final slash.
 * `undefined` when a custom URL is not one.
 */
export function originOf({ host, customUrl }: IconikCredentials): string | undefined {
	const address = host === 'custom' ? (customUrl ?? '').trim() : host;
	try {
		const { protocol, origin } = new URL(address);
		return protocol === 'https:' || protocol === 'http:' ? origin : undefined;
	} catch {
		return undefined;
	}
}

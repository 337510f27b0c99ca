import type { IWebhookFunctions } from 'n8n-workflow';

const TIMEOUT_MS = 8000;

/** One key a region, for the life of the process. */
const keys = new Map<string, Promise<string | undefined>>();

/**
 * The public key that a region signs its webhooks with, as PEM, or `undefined` when it cannot be had at present. It is asked for once.
 * https://www.contentstack.com/docs/developers/set-up-webhooks/secure-your-webhooks
 * @param outdated a key that did not fit: it is asked for again, unless another one has come in the meantime
 */
export async function signingKey(
	{ helpers, logger }: IWebhookFunctions,
	appUrl: string,
	outdated?: string,
): Promise<string | undefined> {
	const known = keys.get(appUrl);
	if (known && (outdated === undefined || (await known) !== outdated)) return await known;
	const asked = ask();
	keys.set(appUrl, asked);
	const key = await asked;
	if (key === undefined && keys.get(appUrl) === asked) keys.delete(appUrl);
	return key;

	async function ask(): Promise<string | undefined> {
		const url = `${appUrl}/.well-known/public-keys.json`;
		try {
			const answer = (await helpers.httpRequest({ url, json: true, timeout: TIMEOUT_MS })) as {
				'signing-key'?: unknown;
			};
			const key = answer['signing-key'];
			return typeof key === 'string' ? key : undefined;
		} catch (error) {
			logger.warn(`The signing key could not be read from ${url}: ${(error as Error).message}`);
			return undefined;
		}
	}
}

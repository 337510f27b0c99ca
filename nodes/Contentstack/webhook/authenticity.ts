import type { IWebhookFunctions } from 'n8n-workflow';
import { signingKey } from '../transport/signingKey';
import type { Stack } from '../transport/stack';
import type { SecretKeys } from './secretKey';
import {
	hmacSignature,
	type IncomingHeaders,
	isHmacSigned,
	isRsaSigned,
	ownUser,
	rsaSignature,
} from './verify';

/** Whether a delivery is what it claims to be, and if not, what to answer. */
export type Verdict =
	{ isGenuine: true; user: string } | { isGenuine: false; status: 401 | 503; message: string };

/**
 * Whether a delivery comes from the webhook that this node registered, and was signed by the service. Both must be so. A signature
 * that is wrong is always refused; one that is absent or cannot be checked is refused unless the node was told to do without.
 */
export async function authenticate(
	context: IWebhookFunctions,
	stack: Stack,
	{ key, webhookSecret }: SecretKeys,
	raw: Buffer,
	acceptUnsigned: boolean,
): Promise<Verdict> {
	const headers = context.getHeaderData() as IncomingHeaders;
	const user = ownUser(headers, key, ownUrls(context));
	if (user === undefined)
		return refused(
			'This call does not come from the webhook of this node. After a change of the credential, publish the workflow anew.',
		);

	const hmac = hmacSignature(headers);
	if (hmac !== undefined && webhookSecret !== '')
		return isHmacSigned(raw, hmac, webhookSecret, Date.now())
			? { isGenuine: true, user }
			: refused('The HMAC signature does not fit, or is too old');

	const rsa = rsaSignature(headers);
	if (rsa !== undefined) {
		const isSigned = await isSignedByRegion(context, stack.connection.appUrl, raw, rsa);
		if (isSigned) return { isGenuine: true, user };
		return isSigned === undefined
			? { isGenuine: false, status: 503, message: 'The signing key cannot be read at present' }
			: refused('The signature does not fit');
	}
	if (acceptUnsigned) return { isGenuine: true, user };
	return refused(
		hmac === undefined
			? 'The call is not signed'
			: 'The call is signed by HMAC, and the credential has no webhook signing secret to check it',
	);
}

/** `undefined` when the key cannot be had. A signature that does not fit may be one of a new key, which is looked for once. */
async function isSignedByRegion(
	context: IWebhookFunctions,
	appUrl: string,
	raw: Buffer,
	signature: string,
): Promise<boolean | undefined> {
	const known = await signingKey(context, appUrl);
	if (known === undefined) return undefined;
	if (isRsaSigned(raw, signature, known)) return true;
	const renewed = await signingKey(context, appUrl, known);
	return renewed === undefined ? undefined : isRsaSigned(raw, signature, renewed);
}

/** Only the second one knows of test runs, and older releases of n8n lack it. */
export function ownUrls(context: IWebhookFunctions): string[] {
	const urls = [
		context.getNodeWebhookUrl('default'),
		'getWebhookResourceUrl' in context ? context.getWebhookResourceUrl('default') : undefined,
	];
	return urls.filter((url): url is string => typeof url === 'string');
}

function refused(message: string): Verdict {
	return { isGenuine: false, status: 401, message };
}

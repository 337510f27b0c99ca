import { constants, createHash, createHmac, generateKeyPairSync, sign } from 'crypto';

/** How a webhook's requests are signed: with the service's key pair, or with the organisation's shared secrets. */
export type Signing = { method: 'rsa' } | { method: 'hmac'; secrets: string[] };

/**
 * The service's signing key pair ("Webhook request signature"): RSA-PSS with SHA-256, MGF1 with SHA-256 and a salt of 32 bytes.
 * The public half is what `/.well-known/public-keys.json` serves, as a PKCS#1 PEM.
 */
export class SigningKeys {
	readonly publicPem: string;
	private readonly privatePem: string;

	constructor() {
		const { publicKey, privateKey } = generateKeyPairSync('rsa', {
			modulusLength: 2048,
			publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
			privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
		});
		this.publicPem = publicKey;
		this.privatePem = privateKey;
	}

	/** The signature headers of a request with this body, sent at this time. */
	headers(body: string, signing: Signing, now: Date): Record<string, string> {
		const legacy = createHash('sha1').update(body).digest('hex');
		if (signing.method === 'rsa')
			return {
				'X-Contentstack-Request-Signature': `v1=${this.sign(body)}`,
				'X-Contentstack-Signature': legacy,
			};
		const seconds = Math.floor(now.getTime() / 1000);
		const parts = signing.secrets.map(
			(secret) => `v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`,
		);
		return {
			'x-contentstack-hmac-signature': [`t=${seconds}`, ...parts].join(','),
			'X-Contentstack-Signature': legacy,
		};
	}

	private sign(body: string): string {
		const key = {
			key: this.privatePem,
			padding: constants.RSA_PKCS1_PSS_PADDING,
			saltLength: 32,
		};
		return sign('sha256', Buffer.from(body), key).toString('base64');
	}
}

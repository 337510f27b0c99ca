import type { Check } from './template';

const SECRETS: Array<[string, RegExp]> = [
	['a Contentstack token', /\bcs[0-9a-f]{20,}\b/],
	['a Contentstack uid or stack key', /\bblt[0-9a-f]{12,}\b/],
	['a JSON web token', /\beyJ[\w-]{10,}\./],
	['a bearer token', /bearer\s+[\w.~+/-]{12,}/i],
	['a private key', /-----BEGIN/],
	['a signed address', /[?&](X-Amz-Signature|Signature|sig|token|auth_token)=[\w%]{8,}/i],
	['a long key', /\b(?=\w*\d)(?=\w*[a-z])[0-9a-zA-Z]{32,}\b/i],
];

/** Nothing of whoever made the template travels with it: credentials, secrets, the id of their n8n, pinned data. */
export const privacy: Check = ({ nodes, pinData, meta, ...rest }) => {
	const text = JSON.stringify({ nodes, ...rest });
	return [
		...nodes.flatMap(({ name, credentials = {} }) =>
			Object.entries(credentials)
				.filter(([, { id }]) => Boolean(id))
				.map(([type]) => `"${name}" holds the id of a ${type} credential`),
		),
		...SECRETS.filter(([, pattern]) => pattern.test(text)).map(([what]) => `It holds ${what}`),
		...(meta?.instanceId ? ['It holds the id of the n8n that it was made in'] : []),
		...(Object.keys(pinData ?? {}).length > 0 ? ['It holds pinned data'] : []),
	];
};

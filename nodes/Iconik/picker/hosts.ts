/** Where Contentstack's editors work, by region: https://www.contentstack.com/docs/developers/contentstack-regions/about-regions */
export const APP_HOSTS = [
	{ name: 'AWS Australia', value: 'https://au-app.contentstack.com' },
	{ name: 'AWS Europe', value: 'https://eu-app.contentstack.com' },
	{ name: 'AWS North America', value: 'https://app.contentstack.com' },
	{ name: 'Azure Europe', value: 'https://azure-eu-app.contentstack.com' },
	{ name: 'Azure North America', value: 'https://azure-na-app.contentstack.com' },
	{ name: 'Google Cloud Europe', value: 'https://gcp-eu-app.contentstack.com' },
	{ name: 'Google Cloud North America', value: 'https://gcp-na-app.contentstack.com' },
];

/**
 * The object stores of the clouds that iconik links to for pictures and previews. Which of them, and which bucket, depends on the
 * tenant and is said nowhere in advance; a team that knows its buckets narrows this in the node.
 */
export const STORAGE_HOSTS =
	'https://storage.googleapis.com, https://*.amazonaws.com, https://*.blob.core.windows.net, https://*.backblazeb2.com';

/** The origin of a web address; `undefined` for what is none. */
export function originOf(address: string | undefined): string | undefined {
	if (!address || !URL.canParse(address)) return undefined;
	const { origin, protocol } = new URL(address);
	return /^https?:$/.test(protocol) ? origin : undefined;
}

/** One source for a Content-Security-Policy: an origin whose first label may be `*`. What is more than that is left out. */
export function policySource(text: string): string | undefined {
	return /^https?:\/\/(\*\.)?[a-z0-9.-]+(:\d+)?$/i.exec(text.trim().replace(/\/+$/, ''))?.[0];
}

export interface Caller {
	/** `Origin`: browsers send it with every POST and with every call to another origin. */
	origin: unknown;
	/** `Sec-Fetch-Site`: browsers say whose page asks. */
	fetchSite: unknown;
}

/**
 * Whether a call comes from the page itself, or from a program that is no browser and tells nothing: what lets it in is the key, the
 * origin only keeps other people's pages from using the key in an editor's browser.
 */
export function isFromPage({ origin, fetchSite }: Caller, allowed: readonly string[]): boolean {
	if (typeof origin === 'string') return allowed.includes(origin);
	return typeof fetchSite !== 'string' || ['same-origin', 'none'].includes(fetchSite);
}

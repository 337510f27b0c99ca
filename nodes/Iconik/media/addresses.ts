/** What a file name template may hold between braces. */
export type TemplateValues = Record<string, string | number | null | undefined>;

const SIGNATURE =
	/^(x-amz-|x-goog-|signature$|sig$|se$|sv$|expires$|exp$|token$|hash$|jwt$|policy$|key-pair-id$|awsaccesskeyid$|googleaccessid$)/i;

/** Whether an address carries a signature or an end: it will stop to work, so it may not be stored. */
export function isSigned(address: string): boolean {
	try {
		return [...new URL(address).searchParams.keys()].some((name) => SIGNATURE.test(name));
	} catch {
		return false;
	}
}

/** Whether this is an absolute web address. */
export function isWebAddress(text: string): boolean {
	try {
		return /^https?:$/.test(new URL(text).protocol);
	} catch {
		return false;
	}
}

/**
 * The address of an exported file: the CDN's base, the export location's path, the file name made from its template.
 * Each part of the path is encoded, so that spaces, umlauts and emoji in a title make a working link.
 * `missing` names the placeholder that has no value.
 */
export function cdnAddress(
	baseUrl: string,
	locationPath: string,
	template: string,
	values: TemplateValues,
): { url: string } | { missing: string } {
	const placeholders = [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
	const missing = placeholders.find((name) => values[name] == null || values[name] === '');
	if (missing !== undefined) return { missing };
	const fileName = template.replace(/\{(\w+)\}/g, (_, name: string) =>
		// A slash inside a value must not open a folder.
		String(values[name]).replace(/\//g, '_'),
	);
	const path = [locationPath, fileName]
		.flatMap((part) => part.split('/'))
		.filter((part) => part !== '' && part !== '.' && part !== '..')
		.map(encodeURIComponent)
		.join('/');
	return { url: `${baseUrl.replace(/\/+$/, '')}/${path}` };
}

/** A title as a file name: letters and digits of any script, the rest as hyphens. */
export function toFileName(title: string, otherwise: string): string {
	const name = title
		.normalize('NFC')
		.replace(/\.[a-z0-9]{2,4}$/i, '')
		.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
		.replace(/^-+|-+$/g, '')
		.slice(0, 80);
	return name || otherwise;
}

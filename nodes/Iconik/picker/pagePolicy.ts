import type { PickerSetUp } from './scope';

export interface PageHashes {
	scriptHashes: readonly string[];
	styleHashes: readonly string[];
}

/** Where Contentstack keeps the posters that the field has stored; shown as long as iconik does not answer. */
const POSTER_HOSTS = 'https://*.contentstack.io https://*.contentstack.com';

/**
 * What the page may do: run the one script and style that it was built with, ask its own node, show pictures and previews from where
 * iconik keeps them, and stand in the frames of the chosen apps. Nothing else, since it shares its origin with n8n.
 */
export function pagePolicy(
	{ scriptHashes, styleHashes }: PageHashes,
	{ appHosts, storageHosts }: Pick<PickerSetUp, 'appHosts' | 'storageHosts'>,
	iconikOrigin: string,
): string {
	const storage = [iconikOrigin, ...storageHosts].join(' ');
	return [
		"default-src 'none'",
		`script-src ${list(scriptHashes)}`,
		`style-src ${list(styleHashes)}`,
		"connect-src 'self'",
		`img-src data: blob: ${storage} ${POSTER_HOSTS}`,
		`media-src blob: ${storage}`,
		"base-uri 'none'",
		"form-action 'none'",
		`frame-ancestors ${list(appHosts)}`,
	].join('; ');
}

const list = (sources: readonly string[]) => (sources.length > 0 ? sources.join(' ') : "'none'");

import { join } from 'node:path';
import type * as built from '../../../nodes/Iconik/picker/page';

const read = () =>
	require(
		join(__dirname, '..', '..', '..', 'dist', 'nodes', 'Iconik', 'picker', 'page.js'),
	) as typeof built;

/** The page as the build has made it, under a policy as strict as the node's. */
export const page = {
	html: () => read().pageHtml,
	policy: () => {
		const { scriptHashes, styleHashes } = read();
		return [
			"default-src 'none'",
			`script-src ${scriptHashes.join(' ')}`,
			`style-src ${styleHashes.join(' ')}`,
			"connect-src 'self'",
			"img-src 'self' data: blob:",
			"media-src 'self' blob:",
			"base-uri 'none'",
			"form-action 'none'",
		].join('; ');
	},
};

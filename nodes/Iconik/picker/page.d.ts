/**
 * The page that editors pick media in. The build makes it from `picker/` and writes the module beside the compiled nodes.
 *
 * What the page needs of its Content-Security-Policy: `script-src` and `style-src` with the hashes below, `connect-src 'self'`,
 * `img-src` and `media-src` with `data:`, `blob:` and the hosts that posters and previews come from (`media-src blob:` is for the
 * captions), nothing else. It opens a window of its own, which must keep its opener: no `Cross-Origin-Opener-Policy`.
 */

/** One HTML document with its script and style inside. */
export declare const pageHtml: string;

/** CSP sources for the page's script, like `'sha256-…'` with the quotes. */
export declare const scriptHashes: string[];

/** CSP sources for the page's style. */
export declare const styleHashes: string[];

/** A piece of HTML as far as a rich text needs it. */
export type HtmlNode = string | HtmlElement;

export interface HtmlElement {
	tag: string;
	attributes: Record<string, string>;
	children: HtmlNode[];
}

const VOID = new Set([
	'area',
	'base',
	'br',
	'col',
	'embed',
	'hr',
	'img',
	'input',
	'link',
	'meta',
	'source',
	'track',
	'wbr',
]);
/** What stands in these is not for readers. */
const UNREAD = new Set(['script', 'style', 'template', 'noscript', 'title']);
/** Elements that end by themselves where another of the kind begins. */
const SELF_ENDING: Record<string, string[]> = {
	p: ['p'],
	li: ['li'],
	td: ['td', 'th'],
	th: ['td', 'th'],
	tr: ['tr', 'td', 'th'],
	dt: ['dt', 'dd'],
	dd: ['dt', 'dd'],
};
const LISTS = ['ul', 'ol'];
/** What lies deeper is put side by side. */
const DEEPEST = 100;
const SELF_CLOSED = /(^|[\s"'])\/$/;

/** Reads HTML without ever failing: what is not closed ends with its parent, what is no tag is text. */
export function parseHtml(html: string): HtmlNode[] {
	const root: HtmlElement = { tag: '', attributes: {}, children: [] };
	const open: HtmlElement[] = [root];
	const inner = () => open.at(-1) as HtmlElement;
	const addText = (text: string) => {
		if (text !== '') inner().children.push(decoded(text));
	};
	const quotes = { areClosed: true };
	let at = 0;
	while (at < html.length) {
		const start = html.indexOf('<', at);
		if (start < 0) break;
		const tag = tagAt(html, start, quotes);
		if (!tag) {
			addText(html.slice(at, start + 1));
			at = start + 1;
			continue;
		}
		addText(html.slice(at, start));
		at = tag.end;
		if (tag.name === '') continue;
		if (tag.isEnd) {
			const depth = open.map(({ tag: name }) => name).lastIndexOf(tag.name);
			if (depth > 0) open.length = depth;
			continue;
		}
		if (UNREAD.has(tag.name)) {
			const close = new RegExp(`</${tag.name}`, 'gi');
			close.lastIndex = at;
			at = close.exec(html)?.index ?? html.length;
			continue;
		}
		endSiblings(open, tag.name);
		const element = { tag: tag.name, attributes: attributesOf(tag.rest), children: [] };
		inner().children.push(element);
		const isOpen = !VOID.has(tag.name) && !SELF_CLOSED.test(tag.rest);
		if (isOpen && open.length < DEEPEST) open.push(element);
	}
	addText(html.slice(at));
	return root.children;
}

/** The tag or comment that begins here; none when it is only a sign in the text. */
function tagAt(html: string, start: number, quotes: Quotes) {
	if (html.startsWith('<!', start) || html.startsWith('<?', start)) {
		const [mark, length] = html.startsWith('<!--', start) ? ['-->', 3] : ['>', 1];
		const end = html.indexOf(mark as string, start + 2);
		return { name: '', isEnd: false, rest: '', end: end < 0 ? html.length : end + Number(length) };
	}
	const name = /^<(\/?)([a-z][a-z0-9-]*)(?=[\s/>])/i.exec(html.slice(start, start + 40));
	if (!name) return undefined;
	const from = start + name[0].length;
	const end = endOfTag(html, from, quotes);
	return end < 0
		? undefined
		: {
				name: (name[2] as string).toLowerCase(),
				isEnd: name[1] === '/',
				rest: html.slice(from, end).trim(),
				end: end + 1,
			};
}

/** Whether quotes can be trusted: one that is never closed would swallow all that follows. */
interface Quotes {
	areClosed: boolean;
}

/** Where the tag's `>` is, which may also stand inside quotes without ending it; -1 when there is none. */
function endOfTag(html: string, from: number, quotes: Quotes): number {
	let quote = '';
	for (let at = from; quotes.areClosed && at < html.length; at++) {
		const sign = html[at] as string;
		if (quote !== '') quote = sign === quote ? '' : quote;
		else if (sign === '"' || sign === "'") quote = sign;
		else if (sign === '>') return at;
	}
	quotes.areClosed = false;
	return html.indexOf('>', from);
}

function endSiblings(open: HtmlElement[], name: string): void {
	const ended = SELF_ENDING[name];
	if (!ended) return;
	const depth = open.map(({ tag }) => ended.includes(tag) || LISTS.includes(tag)).lastIndexOf(true);
	if (depth > 0 && ended.includes(open[depth]?.tag ?? '')) open.length = depth;
}

function attributesOf(rest: string): Record<string, string> {
	const found = rest.matchAll(/([a-z][a-z0-9-]*)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)/gi);
	return Object.fromEntries(
		[...found].map(([, name = '', value = '']) => [
			name.toLowerCase(),
			decoded(value.replace(/^(["'])(.*)\1$/s, '$2')),
		]),
	);
}

const NAMED: Record<string, string> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: '\u00a0',
	copy: '©',
	reg: '®',
	trade: '™',
	euro: '€',
	hellip: '…',
	ndash: '–',
	mdash: '—',
	lsquo: '‘',
	rsquo: '’',
	ldquo: '“',
	rdquo: '”',
	sbquo: '‚',
	bdquo: '„',
	laquo: '«',
	raquo: '»',
	bull: '•',
	middot: '·',
	times: '×',
	deg: '°',
	shy: '\u00ad',
	auml: 'ä',
	ouml: 'ö',
	uuml: 'ü',
	Auml: 'Ä',
	Ouml: 'Ö',
	Uuml: 'Ü',
	szlig: 'ß',
	eacute: 'é',
	egrave: 'è',
	ecirc: 'ê',
	agrave: 'à',
	aacute: 'á',
	acirc: 'â',
	ccedil: 'ç',
	ntilde: 'ñ',
	ocirc: 'ô',
	ugrave: 'ù',
	iacute: 'í',
	oacute: 'ó',
	uacute: 'ú',
};
const HIGHEST_CODE = 0x10ffff;

/** Entities become the signs that they stand for, once. An unknown one stays as it is. */
function decoded(text: string): string {
	return text.replace(
		/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi,
		(whole, decimal, hex, name) => {
			if (name) return NAMED[name as string] ?? whole;
			const code = decimal ? Number(decimal) : parseInt(hex as string, 16);
			return code > 0 && code <= HIGHEST_CODE ? String.fromCodePoint(code) : whole;
		},
	);
}

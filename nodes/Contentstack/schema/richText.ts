import { createHash } from 'crypto';
import { type HtmlElement, type HtmlNode, parseHtml } from './html';
import { isRecord } from './compounds';

/** A node of a JSON RTE document: https://www.contentstack.com/docs/developers/json-rich-text-editor/schema-of-json-rich-text-editor */
interface RichElement {
	type: string;
	uid: string;
	attrs: Record<string, unknown>;
	children: RichNode[];
}

interface RichLeaf {
	text: string;
	bold?: true;
	italic?: true;
	underline?: true;
	break?: true;
	separaterId?: string;
}

type RichNode = RichElement | RichLeaf;
type Marks = Pick<RichLeaf, 'bold' | 'italic' | 'underline'>;

const MARKS: Record<string, Marks> = {
	b: { bold: true },
	strong: { bold: true },
	i: { italic: true },
	em: { italic: true },
	u: { underline: true },
};
const TEXT_BLOCKS = ['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
const LISTS = ['ul', 'ol'];
/** Elements that stand apart from the text around them although a rich text has nothing like them. */
const BLOCKS = new Set([
	...TEXT_BLOCKS,
	...LISTS,
	'li',
	'address',
	'article',
	'aside',
	'blockquote',
	'body',
	'caption',
	'dd',
	'details',
	'div',
	'dl',
	'dt',
	'fieldset',
	'figcaption',
	'figure',
	'footer',
	'form',
	'header',
	'hr',
	'html',
	'main',
	'nav',
	'pre',
	'section',
	'summary',
	'table',
	'tbody',
	'td',
	'tfoot',
	'th',
	'thead',
	'tr',
]);
/** What makes a text HTML. Anything else in angle brackets is text. */
const HTML = new RegExp(
	`</?(${[...BLOCKS, ...Object.keys(MARKS), 'a', 'br', 'code', 'img', 'mark', 's', 'small', 'span', 'sub', 'sup'].join('|')})(\\s[^<>]*)?/?>`,
	'i',
);
const SAFE_SCHEMES = ['http', 'https', 'mailto', 'tel'];

/**
 * Text or HTML as a JSON RTE document. Paragraphs, headings, lists, links, bold, italic, underline and line breaks stay; of all else the
 * text stays. The same text gives the same document.
 */
export function toDocument(text: string): RichElement {
	let count = 0;
	const newUid = () =>
		createHash('sha256').update(`${count++}\n${text}`).digest('hex').slice(0, 32);
	const element = (type: string, children: RichNode[], attrs = {}): RichElement => ({
		type,
		uid: newUid(),
		attrs,
		children: children.length > 0 ? children : [{ text: '' }],
	});
	const lineBreak = (): RichLeaf => ({ text: ' ', break: true, separaterId: newUid() });

	const blocksOf = (nodes: HtmlNode[], marks: Marks): RichElement[] => {
		const blocks: RichElement[] = [];
		let run: RichNode[] = [];
		const endRun = () => {
			const children = trimmed(run);
			if (children.length > 0) blocks.push(element('p', children));
			run = [];
		};
		for (const node of nodes) {
			if (typeof node !== 'string' && holdsBlock(node)) {
				endRun();
				blocks.push(...blockOf(node, marks));
			} else run.push(...inlineOf(node, marks));
		}
		endRun();
		return blocks;
	};

	const blockOf = ({ tag, children }: HtmlElement, marks: Marks): RichElement[] => {
		if (LISTS.includes(tag))
			return [
				element(
					tag,
					children.flatMap((item) => itemOf(item, marks)),
				),
			];
		const isPlain = !children.some((child) => typeof child !== 'string' && holdsBlock(child));
		if (TEXT_BLOCKS.includes(tag) && isPlain)
			return [element(tag, trimmed(children.flatMap((child) => inlineOf(child, marks))))];
		return blocksOf(children, { ...marks, ...MARKS[tag] });
	};

	const itemOf = (node: HtmlNode, marks: Marks): RichElement[] => {
		if (typeof node === 'string' && node.trim() === '') return [];
		const children = typeof node === 'string' || node.tag !== 'li' ? [node] : node.children;
		const blocks = blocksOf(children, marks);
		// Text alone stands in the item itself; beside a list within the list it needs its own paragraph.
		const isText = blocks.length === 1 && blocks[0]?.type === 'p';
		return [element('li', isText ? (blocks[0]?.children ?? []) : blocks)];
	};

	const inlineOf = (node: HtmlNode, marks: Marks): RichNode[] => {
		if (typeof node === 'string') {
			const collapsed = node.replace(/[ \t\r\n\f]+/g, ' ');
			return collapsed === '' ? [] : [{ text: collapsed, ...marks }];
		}
		if (node.tag === 'br') return [lineBreak()];
		const inner = { ...marks, ...MARKS[node.tag] };
		const children = node.children.flatMap((child) => inlineOf(child, inner));
		const url = node.attributes.href?.trim() ?? '';
		if (node.tag !== 'a' || url === '' || !isSafe(url)) return children;
		const { target } = node.attributes;
		return [element('a', children, { url, ...(target && { target }) })];
	};

	const blocks = HTML.test(text)
		? blocksOf(parseHtml(text), {})
		: text.split(/\r?\n[ \t]*(?:\r?\n[ \t]*)+/).map((paragraph) =>
				element(
					'p',
					paragraph
						.trim()
						.split(/\r?\n/)
						.flatMap((line, index): RichNode[] =>
							index === 0 ? [{ text: line }] : [lineBreak(), { text: line }],
						),
				),
			);
	return element('doc', blocks.length > 0 ? blocks : [element('p', [])]);
}

/** No script gets into a site through a text. Browsers pass over spaces and control signs within a scheme. */
function isSafe(url: string): boolean {
	const scheme = /^([^/?#:]*):/
		.exec(url)?.[1]
		?.replace(/[^a-z]/gi, '')
		.toLowerCase();
	return scheme === undefined || SAFE_SCHEMES.includes(scheme);
}

function holdsBlock({ tag, children }: HtmlElement): boolean {
	return (
		BLOCKS.has(tag) || children.some((child) => typeof child !== 'string' && holdsBlock(child))
	);
}

/** Without the spaces that only laid out the source; nothing when only such are there. */
function trimmed(run: RichNode[]): RichNode[] {
	const nodes = run.map((node) => ({ ...node }));
	const isLeaf = (node: RichNode | undefined): node is RichLeaf =>
		node !== undefined && 'text' in node && !node.break;
	while (isLeaf(nodes[0]) && nodes[0].text.trim() === '') nodes.shift();
	while (isLeaf(nodes.at(-1)) && (nodes.at(-1) as RichLeaf).text.trim() === '') nodes.pop();
	const [first, last] = [nodes[0], nodes.at(-1)];
	if (isLeaf(first)) first.text = first.text.replace(/^ /, '');
	if (isLeaf(last)) last.text = last.text.replace(/ $/, '');
	return nodes;
}

/** The document with a UID of its own for every node: the service refuses one that is missing or stands twice. */
export function withNodeUids(document: Record<string, unknown>): Record<string, unknown> {
	const used = new Set<unknown>();
	const source = JSON.stringify(document);
	const own = (node: Record<string, unknown>): Record<string, unknown> => {
		const isFree = typeof node.uid === 'string' && node.uid !== '' && !used.has(node.uid);
		const uid = isFree
			? node.uid
			: createHash('sha256').update(`${used.size}\n${source}`).digest('hex').slice(0, 32);
		used.add(uid);
		const children = Array.isArray(node.children) ? node.children : [];
		return {
			...node,
			uid,
			attrs: node.attrs ?? {},
			children: children.map((child: unknown) =>
				isRecord(child) && 'type' in child ? own(child) : child,
			),
		};
	};
	return own(document);
}

import { toDocument, withNodeUids } from '../../../nodes/Contentstack/schema/richText';

interface Node {
	type?: string;
	uid?: string;
	attrs?: Record<string, unknown>;
	children?: Node[];
	text?: string;
	break?: boolean;
	[mark: string]: unknown;
}

/** A document in short: `p[Plain *bold*]`, links as `a(url)[text]`, a line break as `|`. */
function short(node: Node): string {
	if (node.break) return '|';
	if (node.text !== undefined) {
		const marks = [node.bold && '*', node.italic && '/', node.underline && '_'].filter(
			Boolean,
		) as string[];
		return marks.reduce((text, mark) => mark + text + mark, node.text);
	}
	const url = node.attrs?.url === undefined ? '' : `(${String(node.attrs.url)})`;
	return `${node.type}${url}[${(node.children ?? []).map(short).join('')}]`;
}
const converted = (text: string) => (toDocument(text).children as Node[]).map(short).join(' ');
const uidsOf = (node: Node): string[] => [
	...(node.uid === undefined ? [] : [node.uid]),
	...(node.children ?? []).flatMap(uidsOf),
];

describe('HTML', () => {
	it.each([
		['<p>One</p><p>Two</p>', 'p[One] p[Two]'],
		['<h1>Title</h1><h6>Small</h6>Text', 'h1[Title] h6[Small] p[Text]'],
		[
			'<p>A <b>bold</b>, <em>soft</em> and <u>low</u> word</p>',
			'p[A *bold*, /soft/ and _low_ word]',
		],
		['<p><strong><i>Both</i></strong></p>', 'p[/*Both*/]'],
		['<ul><li>One</li><li>Two</li></ul>', 'ul[li[One]li[Two]]'],
		['<ol>\n  <li>One</li>\n  <li>Two</li>\n</ol>', 'ol[li[One]li[Two]]'],
		['<ul><li>One<ul><li>Inner</li></ul></li></ul>', 'ul[li[p[One]ul[li[Inner]]]]'],
		['<ul><li><p>One</p></li></ul>', 'ul[li[One]]'],
		[
			'<p>See <a href="https://x.y/?a=1&amp;b=2">this</a>.</p>',
			'p[See a(https://x.y/?a=1&b=2)[this].]',
		],
		['<a href=/about>About</a>', 'p[a(/about)[About]]'],
		['One<br>Two<br/>Three', 'p[One|Two|Three]'],
		['<div>\n\t<p>In\n  a   div</p>\n</div>', 'p[In a div]'],
		[
			'<p>R&amp;D &lt;b&gt; &copy; &#228;&#x20AC;&nbsp;&unknown;</p>',
			'p[R&D <b> © ä€\u00a0&unknown;]',
		],
		['<p>Twice &amp;lt;</p>', 'p[Twice &lt;]'],
		['<p>Keep <marquee>this</marquee> <blink>text</blink></p>', 'p[Keep this text]'],
		['<table><tr><td>One</td><td>Two</td></tr></table>', 'p[One] p[Two]'],
		['<p>Not <!-- hidden --> shown<script>alert("<p>")</script></p>', 'p[Not  shown]'],
		['<p>Open <b>and never closed', 'p[Open *and never closed*]'],
		['<p>One<p>Two', 'p[One] p[Two]'],
		['<ul><li>One<li>Two</ul>', 'ul[li[One]li[Two]]'],
		['</p></b>Text<br>', 'p[Text|]'],
		['<p>1 < 2 and 3 > 2</p>', 'p[1 < 2 and 3 > 2]'],
		['<p></p>', 'p[]'],
		['<p title="a > b">Quoted</p>', 'p[Quoted]'],
		['<p title="a>Never closed</p>', 'p[Never closed]'],
	])('%s', (html, expected) => {
		expect(converted(html)).toBe(expected);
	});

	it.each([
		'javascript:alert(1)',
		'JaVa&#x09;Script:alert(1)',
		'data:text/html,x',
		'vbscript:x',
		'',
	])('a link to "%s" keeps its text only', (href) => {
		expect(converted(`<p><a href="${href}">text</a></p>`)).toBe('p[text]');
	});

	it.each(['mailto:a@b.c', 'tel:+49', '#part', '?page=2', 'films/launch', '//cdn.example/x'])(
		'a link to %s stays',
		(href) => {
			expect(converted(`<p><a href="${href}">text</a></p>`)).toBe(`p[a(${href})[text]]`);
		},
	);

	it('of hostile length is read in a moment', () => {
		const start = Date.now();
		for (const piece of [
			'<a ',
			'<a "',
			'<p>',
			'&amp',
			'<script>',
			'<li><b>',
			'<b>',
			'<div>',
			'</p>',
		])
			toDocument(`<p>${piece.repeat(5000)}`);
		expect(Date.now() - start).toBeLessThan(5000);
	});
});

describe('plain text', () => {
	it.each([
		['One line', 'p[One line]'],
		['One\nTwo\r\nThree', 'p[One|Two|Three]'],
		['First\n\nSecond\n \n\nThird', 'p[First] p[Second] p[Third]'],
		['R&D &amp; <none> 1 < 2', 'p[R&D &amp; <none> 1 < 2]'],
		['[not json', 'p[[not json]'],
	])('%j', (text, expected) => {
		expect(converted(text)).toBe(expected);
	});
});

it('every node has its own UID, and the same text the same ones', () => {
	const html = '<ul><li>One</li><li>One</li></ul><p>A <a href="/x">b</a><br>c</p><p></p>';
	const uids = uidsOf(toDocument(html) as Node);
	expect(uids.length).toBe(7);
	expect(new Set(uids).size).toBe(uids.length);
	expect(toDocument(html)).toEqual(toDocument(html));
});

it('a given document gets the UIDs that it lacks and keeps the others', () => {
	const document = {
		type: 'doc',
		uid: 'd1',
		children: [
			{ type: 'p', uid: 'p1', children: [{ text: 'a' }] },
			{ type: 'p', uid: 'p1', attrs: { style: {} }, children: [{ text: 'b' }] },
			{ type: 'p', children: [{ text: 'c' }] },
		],
	};
	const filled = withNodeUids(document) as Node;
	const uids = uidsOf(filled);
	expect(uids.slice(0, 2)).toEqual(['d1', 'p1']);
	expect(new Set(uids).size).toBe(4);
	expect(short(filled)).toBe('doc[p[a]p[b]p[c]]');
	expect(withNodeUids(filled as Record<string, unknown>)).toEqual(filled);
});

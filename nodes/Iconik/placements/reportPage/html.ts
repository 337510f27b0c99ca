/** Markup that is safe to put into a page. Only `html` makes it. */
export class Html {
	constructor(readonly text: string) {}
}

export type Content = Html | string | number | null | undefined | false | readonly Content[];

/** Makes markup of a template. Every value is escaped, unless it is markup itself; nothing is written for what is absent. */
export function html(parts: TemplateStringsArray, ...values: Content[]): Html {
	return new Html(parts.map((part, n) => part + written(n < values.length && values[n])).join(''));
}

const ENTITIES: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

function written(value: Content): string {
	if (value === null || value === undefined || value === false) return '';
	if (value instanceof Html) return value.text;
	if (typeof value === 'object') return value.map(written).join('');
	return String(value).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

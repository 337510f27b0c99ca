/**
 * Lucene-like query text on index documents: words (joined by AND), "phrases", `field:value`, wildcards, ranges in `[ ]` and
 * `{ }`, /patterns/, AND OR NOT and brackets, `\` before a character that would otherwise mean something. Text that cannot be
 * read matches nothing, as a name with an unescaped `/` or `:` does in the real search.
 */
export type Test = (document: unknown) => boolean;

/** The texts, numbers and flags at a path such as `metadata.Campaign` or `files.name`, through arrays. */
export function valuesAt(document: unknown, path: string): unknown[] {
	let values: unknown[] = [document];
	for (const key of path.split('.')) {
		values = values
			.flatMap((value) => (Array.isArray(value) ? (value as unknown[]) : [value]))
			.map((value) =>
				typeof value === 'object' && value !== null
					? (value as Record<string, unknown>)[key]
					: undefined,
			);
	}
	return values.flat(3).filter((value) => value !== undefined && value !== null);
}

/** All the texts below a value, for searching a whole branch such as `metadata`. */
function leaves(value: unknown): unknown[] {
	if (typeof value !== 'object' || value === null) return [value];
	return Object.values(value).flatMap(leaves);
}

const TOKEN =
	/\s*(?:(AND|OR|NOT|&&|\|\|)(?=\s|\(|$)|([()])|(?![-+])((?:[^\s\\:()"[\]{}/!^~]|\\.)+):|(?:"((?:[^"\\]|\\.)*)"(?:~\d+)?)|([[{])\s*(\S+)\s+TO\s+(\S+?)\s*([\]}])|\/((?:[^/\\]|\\.)*)\/|([-+!])(?=\S)|((?:[^\s\\:()"[\]{}/!^~]|\\.)+))/y;

type Match = RegExpExecArray;

export function parseLucene(text: string, defaultFields: readonly string[]): Test {
	const tokens = tokenise(text);
	if (!tokens) return () => false;
	let position = 0;

	const alternatives = (fields: readonly string[]): Test => {
		const tests = [conjunction(fields)];
		while (isWord('OR', '||')) {
			position++;
			tests.push(conjunction(fields));
		}
		return (document) => tests.some((test) => test(document));
	};
	const conjunction = (fields: readonly string[]): Test => {
		const tests: Test[] = [];
		while (position < tokens.length && !isWord('OR', '||') && tokens[position]?.[2] !== ')') {
			if (isWord('AND', '&&')) position++;
			else tests.push(clause(fields));
		}
		return (document) => tests.every((test) => test(document));
	};
	const clause = (fields: readonly string[]): Test => {
		const token = tokens[position++];
		if (!token) return () => true;
		const [, word, bracket, field, phrase, open, low, high, close, pattern, sign, term] = token;
		if (word === 'NOT' || sign === '-' || sign === '!') {
			const inner = clause(fields);
			return (document) => !inner(document);
		}
		if (sign === '+') return clause(fields);
		if (bracket === '(') {
			const inner = alternatives(fields);
			position++;
			return inner;
		}
		if (field !== undefined) return clause([unescape(field)]);
		if (phrase !== undefined)
			return onFields(fields, (value) => holdsPhrase(value, unescape(phrase)));
		if (open !== undefined)
			return onFields(fields, (value) =>
				isWithin(value, String(low), String(high), `${open}${close}`),
			);
		if (pattern !== undefined) return onFields(fields, safePattern(pattern));
		return onFields(fields, (value) => holdsTerm(value, String(term)));
	};
	const isWord = (...words: string[]): boolean => words.includes(tokens[position]?.[1] ?? '');

	return alternatives(defaultFields);
}

function tokenise(text: string): Match[] | undefined {
	const tokens: Match[] = [];
	TOKEN.lastIndex = 0;
	const end = text.trimEnd().length;
	while (TOKEN.lastIndex < end) {
		const match = TOKEN.exec(text);
		if (!match) return undefined;
		tokens.push(match);
	}
	return tokens;
}

function unescape(text: string): string {
	return text.replace(/\\(.)/g, '$1');
}

function onFields(fields: readonly string[], test: (value: unknown) => boolean): Test {
	return (document) =>
		fields.some((field) =>
			valuesAt(document, field)
				.flatMap(leaves)
				.some((value) => test(value)),
		);
}

function safePattern(pattern: string): (value: unknown) => boolean {
	try {
		const regExp = new RegExp(`^(?:${pattern})$`, 'i');
		return (value) => regExp.test(String(value));
	} catch {
		return () => false;
	}
}

const words = (value: unknown): string[] =>
	String(value)
		.toLowerCase()
		.split(/[^\p{L}\p{N}_]+/u)
		.filter(Boolean);

function holdsPhrase(value: unknown, phrase: string): boolean {
	if (String(value).toLowerCase() === phrase.toLowerCase()) return true;
	const wanted = words(phrase).join(' ');
	return wanted !== '' && ` ${words(value).join(' ')} `.includes(` ${wanted} `);
}

/** A term matches a whole value or, in running text, one of its words. `*` and `?` are wildcards unless they are escaped. */
function holdsTerm(value: unknown, term: string): boolean {
	if (/(?<!\\)[*?]/.test(term)) {
		const source = term.replace(
			/\\(.)|([*?])|([.+^${}()|[\]])/g,
			(_all, escaped, wild, special) => {
				if (wild) return wild === '*' ? '.*' : '.';
				return `\\${String(escaped ?? special)}`;
			},
		);
		const pattern = new RegExp(`^${source}$`, 'i');
		return pattern.test(String(value)) || words(value).some((word) => pattern.test(word));
	}
	return holdsPhrase(value, unescape(term));
}

function isWithin(value: unknown, low: string, high: string, brackets: string): boolean {
	const above =
		low === '*' || (brackets[0] === '[' ? order(value, low) >= 0 : order(value, low) > 0);
	const below =
		high === '*' || (brackets[1] === ']' ? order(value, high) <= 0 : order(value, high) < 0);
	return above && below;
}

/** Compares dates as dates, numbers as numbers, all else as text. A bare day as upper end means the whole of it. */
export function order(value: unknown, bound: string): number {
	if (typeof value === 'number') return value - Number(bound);
	const text = String(value);
	if (/^\d{4}-\d{2}-\d{2}/.test(text) && /^\d{4}-\d{2}-\d{2}/.test(bound)) {
		if (bound.length === 10) return text.slice(0, 10).localeCompare(bound);
		return instant(text) - instant(bound);
	}
	return text.localeCompare(bound);
}

/** A date without an offset is in UTC. */
function instant(text: string): number {
	return Date.parse(/[zZ]|[+-]\d{2}:?\d{2}$/.test(text) || text.length === 10 ? text : `${text}Z`);
}

/**
 * The filter language of webhooks: `data.size>0 AND (data.status="CLOSED" OR data.name=/^a/)`, with the operators
 * `= != < > <= >=` and the literals text, number, true, false, null and regular expression. Two conditions side by side are
 * joined by AND, as in the example of iconik's OpenAPI file.
 */
type Test = (event: unknown) => boolean;

const TOKEN =
	/\s*(?:(AND|OR)\b|([()])|(!=|<=|>=|=|<|>)|"((?:[^"\\]|\\.)*)"|\/((?:[^/\\]|\\.)*)\/|(\[[^\]]*\]|\{[^}]*\})|([\w.-]+))/y;

type Token =
	| { kind: 'word' | 'operator' | 'join' | 'bracket'; text: string }
	| { kind: 'literal'; value: unknown };

/** Whether an event passes. Throws a SyntaxError with what is wrong for text that is no query. */
export function matchesQuery(query: string, event: unknown): boolean {
	return parseQuery(query)(event);
}

export function parseQuery(query: string): Test {
	const tokens = tokenise(query);
	let position = 0;
	const peek = (): Token | undefined => tokens[position];
	const isJoin = (text: string): boolean => {
		const token = peek();
		return token?.kind === 'join' && token.text === text;
	};
	const isBracket = (text: string): boolean => {
		const token = peek();
		return token?.kind === 'bracket' && token.text === text;
	};

	const alternatives = (): Test => {
		const tests = [conjunction()];
		while (isJoin('OR')) {
			position++;
			tests.push(conjunction());
		}
		return (event) => tests.some((test) => test(event));
	};
	const conjunction = (): Test => {
		const tests = [condition()];
		while (peek() && !isJoin('OR') && !isBracket(')')) {
			if (isJoin('AND')) position++;
			tests.push(condition());
		}
		return (event) => tests.every((test) => test(event));
	};
	const condition = (): Test => {
		if (isBracket('(')) {
			position++;
			const inner = alternatives();
			if (!isBracket(')')) throw new SyntaxError('A closing bracket is missing');
			position++;
			return inner;
		}
		const [field, operator, literal] = tokens.slice(position, position + 3);
		if (field?.kind !== 'word' || operator?.kind !== 'operator' || literal === undefined)
			throw new SyntaxError('Expected <field> <operator> <value>');
		position += 3;
		const expected = literal.kind === 'literal' ? literal.value : wordValue(literal.text);
		return (event) => compare(at(event, field.text), operator.text, expected);
	};

	const test = alternatives();
	if (position < tokens.length) throw new SyntaxError('Unexpected text after the query');
	return test;
}

function tokenise(query: string): Token[] {
	const tokens: Token[] = [];
	TOKEN.lastIndex = 0;
	while (TOKEN.lastIndex < query.trimEnd().length) {
		const start = TOKEN.lastIndex;
		const match = TOKEN.exec(query);
		if (!match) throw new SyntaxError(`Unexpected text at position ${start + 1}`);
		const [, join, bracket, operator, text, pattern, json, word] = match;
		if (join) tokens.push({ kind: 'join', text: join });
		else if (bracket) tokens.push({ kind: 'bracket', text: bracket });
		else if (operator) tokens.push({ kind: 'operator', text: operator });
		else if (text !== undefined)
			tokens.push({ kind: 'literal', value: text.replace(/\\(.)/g, '$1') });
		else if (pattern !== undefined) tokens.push({ kind: 'literal', value: new RegExp(pattern) });
		else if (json) tokens.push({ kind: 'literal', value: JSON.parse(json) });
		else if (word) tokens.push({ kind: 'word', text: word });
	}
	return tokens;
}

function wordValue(text: string): unknown {
	if (text === 'true' || text === 'false') return text === 'true';
	if (text === 'null') return null;
	const number = Number(text);
	if (Number.isNaN(number)) throw new SyntaxError(`${text} is not a value; texts go into quotes`);
	return number;
}

function at(event: unknown, path: string): unknown {
	return path
		.split('.')
		.reduce<unknown>(
			(value, key) =>
				typeof value === 'object' && value !== null
					? (value as Record<string, unknown>)[key]
					: undefined,
			event,
		);
}

function compare(actual: unknown, operator: string, expected: unknown): boolean {
	const value = actual ?? null;
	if (operator === '=' || operator === '!=') return isEqual(value, expected) === (operator === '=');
	if (typeof value !== typeof expected || (typeof value !== 'number' && typeof value !== 'string'))
		return false;
	const [a, b] = [value, expected as typeof value];
	if (operator === '<') return a < b;
	if (operator === '>') return a > b;
	return operator === '<=' ? a <= b : a >= b;
}

function isEqual(value: unknown, expected: unknown): boolean {
	if (expected instanceof RegExp) return typeof value === 'string' && expected.test(value);
	return JSON.stringify(value) === JSON.stringify(expected);
}

import type { ReceivedCall } from '../../support/recordingServer';

/** What belongs to the connection and the length of a body, not to what is asked. */
const TRANSPORT = ['host', 'connection', 'content-length', 'transfer-encoding'];

/**
 * How the node's calls differ from the SDK's: a call that only one of them makes, and for calls that both make (same method and path)
 * each query parameter, header and body value that is not the same. Every uid reads `{uid}`.
 */
export function requestDifferences(node: ReceivedCall[], sdk: ReceivedCall[]): string[] {
	const left = [...node];
	const found = sdk.flatMap((theirs) => {
		const index = left.findIndex((ours) => nameOf(ours) === nameOf(theirs));
		if (index < 0) return [`only the SDK: ${nameOf(theirs)}`];
		const [ours] = left.splice(index, 1) as [ReceivedCall];
		return valueDifferences(valuesOf(ours), valuesOf(theirs));
	});
	return [...new Set(left.map((ours) => `only the node: ${nameOf(ours)}`)), ...found].map(
		withoutUids,
	);
}

function nameOf({ method, path }: ReceivedCall): string {
	return `${method} ${withoutUids(path.split('?', 1)[0] as string)}`;
}

function withoutUids(text: string): string {
	return text.replace(/(blt|cs)[0-9a-f]{16}/g, '{uid}');
}

type Values = Map<string, string>;

function valueDifferences(ours: Values, theirs: Values): string[] {
	return [...new Set([...ours.keys(), ...theirs.keys()])].sort().flatMap((name) => {
		const [own, other] = [ours.get(name), theirs.get(name)];
		if (own === other) return [];
		return [`${name}: node ${own ?? 'nothing'}, SDK ${other ?? 'nothing'}`];
	});
}

function valuesOf({ path, headers, body }: ReceivedCall): Values {
	const values: Values = new Map();
	const query = new URLSearchParams(path.split('?')[1] ?? '');
	for (const name of new Set(query.keys()))
		values.set(`query ${name}`, query.getAll(name).join(', '));
	for (const [name, value] of Object.entries(headers))
		if (!TRANSPORT.includes(name)) values.set(`header ${name}`, headerValue(name, String(value)));
	for (const [name, value] of bodyValues(headers['content-type'] ?? '', body))
		values.set(`body ${name}`, value);
	return values;
}

function headerValue(name: string, value: string): string {
	if (name === 'content-type') return value.replace(/;.*/, '');
	// Versions and platforms change, who it is does not.
	return name.endsWith('user-agent') ? (value.split(/[ /]/)[0] as string) : value;
}

function bodyValues(contentType: string, body: string): Array<[string, string]> {
	const boundary = /boundary=(\S+)/.exec(contentType)?.[1];
	if (boundary !== undefined) return formValues(body, boundary);
	if (body === '') return [];
	return leaves(JSON.parse(body) as unknown, []);
}

/** Each part of a form: its text, or the name, type and text of its file. */
function formValues(body: string, boundary: string): Array<[string, string]> {
	return body
		.split(`--${boundary}`)
		.slice(1, -1)
		.map((part): [string, string] => {
			const [head = '', text = ''] = part.split('\r\n\r\n');
			const name = / name="([^"]*)"/.exec(head)?.[1] ?? '';
			const file = /filename="([^"]*)"/.exec(head)?.[1];
			const type = /content-type: (.*)/i.exec(head)?.[1];
			const content = text.replace(/\r\n$/, '');
			return [name, file === undefined ? content : `${file} (${type}) ${content}`];
		});
}

function leaves(value: unknown, path: string[]): Array<[string, string]> {
	if (typeof value !== 'object' || value === null) return [[path.join('.'), JSON.stringify(value)]];
	const entries = Object.entries(value);
	if (entries.length === 0) return [[path.join('.'), JSON.stringify(value)]];
	return entries.flatMap(([key, inner]) => leaves(inner, [...path, key]));
}

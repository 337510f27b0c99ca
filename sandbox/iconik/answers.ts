/** What a route gives back: the status code as the API documents it, and the body. */
export interface Answer {
	status: number;
	body?: unknown;
	contentType?: string;
}

export const ok = (body?: unknown): Answer => ({ status: 200, body });
export const created = (body?: unknown): Answer => ({ status: 201, body });
export const accepted = (body?: unknown): Answer => ({ status: 202, body });
export const noContent = (): Answer => ({ status: 204 });

/** A refusal in one of the API's two error shapes: a list of messages, or messages by field. */
export class Refusal extends Error {
	constructor(
		readonly status: number,
		readonly errors: string[] | Record<string, string>,
	) {
		super(Array.isArray(errors) ? errors.join('; ') : Object.values(errors).join('; '));
	}
}

export const notFound = (what: string): Refusal => new Refusal(404, [`${what} does not exist`]);
export const badRequest = (errors: string[] | Record<string, string>): Refusal =>
	new Refusal(400, errors);
export const forbidden = (message: string): Refusal => new Refusal(403, [message]);

/** The value, or a 404 that names what was looked for. */
export function found<T>(value: T | undefined, what: string): T {
	if (value === undefined) throw notFound(what);
	return value;
}

/** Leaves out what is undefined or null: most response fields are not nullable in iconik's OpenAPI files. */
export function compact<T extends object>(value: T): T {
	return Object.fromEntries(
		Object.entries(value).filter(([, entry]) => entry !== undefined && entry !== null),
	) as T;
}

/** The object without some of its members. */
export function omit<T extends object, K extends keyof T>(value: T, ...names: K[]): Omit<T, K> {
	const copy = { ...value };
	for (const name of names) delete copy[name];
	return copy;
}

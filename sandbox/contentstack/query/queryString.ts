import { badParameters } from '../apiError';
import { isRecord } from '../records';
import type { Fields } from '../state';

const MAX_PAGE = 100;

/**
 * The query string of a call. `include[]=a`, `include[][]=a`, `include[0]=a` and `include=a` are the same to the service, and so
 * are `only[BASE][]=a` and `only[BASE][0]=a`: the official SDKs use each of these spellings.
 */
export class QueryString {
	private readonly values = new Map<string, string[]>();

	constructor(url: string) {
		const start = url.indexOf('?');
		const params = new URLSearchParams(start < 0 ? '' : url.slice(start + 1));
		for (const [key, value] of params) {
			const name = key.replace(/(\[\d*\])+$/, '');
			this.values.set(name, [...(this.values.get(name) ?? []), value]);
		}
	}

	one(name: string): string | undefined {
		return this.values.get(name)?.at(-1);
	}

	all(name: string): string[] {
		return this.values.get(name) ?? [];
	}

	flag(name: string): boolean {
		return this.one(name) === 'true';
	}

	/** `skip` and `limit`; a limit above 100 is cut to 100, as the documentation of every list call says. */
	get page(): { skip: number; limit: number } {
		return {
			skip: this.wholeNumber('skip', 0),
			limit: Math.min(this.wholeNumber('limit', MAX_PAGE), MAX_PAGE),
		};
	}

	/** The filter in `query`; an empty one when absent. */
	get filter(): Fields {
		const text = this.one('query');
		if (text === undefined || text === '') return {};
		try {
			const filter: unknown = JSON.parse(text);
			if (isRecord(filter)) return filter;
		} catch {
			// Falls through to the answer for anything that is not a JSON object.
		}
		throw badParameters({ query: ['is not valid.'] });
	}

	/** The fields named for a scope by `only[scope][]` or `except[scope][]`. */
	projection(kind: 'only' | 'except'): Map<string, string[]> {
		const scopes = new Map<string, string[]>();
		for (const [name, values] of this.values) {
			if (name === kind) scopes.set('BASE', values);
			const scope = new RegExp(`^${kind}\\[([^\\]]+)\\]$`).exec(name)?.[1];
			if (scope !== undefined) scopes.set(scope, values);
		}
		return scopes;
	}

	private wholeNumber(name: string, otherwise: number): number {
		const text = this.one(name);
		if (text === undefined || text === '') return otherwise;
		const value = Number(text);
		if (!Number.isInteger(value) || value < 0) throw badParameters({ [name]: ['is not valid.'] });
		return value;
	}
}

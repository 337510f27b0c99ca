import type { IDataObject } from 'n8n-workflow';

/** One condition of a search filter. Values are read as Lucene queries, so only plain words may go in as `value`. */
export const equals = (name: string, value: string): IDataObject => ({ name, value });

/** The field holds one of these values. */
export const oneOf = (name: string, values: readonly string[]): IDataObject => ({
	name,
	value_in: [...values],
});

/** The date lies between the two, ends included, as far as they are given; in milliseconds since 1970, read to the second. */
export const between = (name: string, from?: number, to?: number): IDataObject => ({
	name,
	range: {
		...(from !== undefined && { min: seconds(from) }),
		...(to !== undefined && { max: seconds(to) }),
		timezone: '+00:00',
	},
});

/** The date is this one or later; `instant` in milliseconds since 1970. */
export const since = (name: string, instant: number): IDataObject => between(name, instant);

const seconds = (instant: number): string => new Date(instant).toISOString().slice(0, 19);

/** iconik reads values and texts as queries in Lucene's language, so what has a meaning there is escaped. */
export const escaped = (text: string): string =>
	text.trim().replace(/[+\-&|!(){}[\]^"~*?:\\/]/g, '\\$&');

/** What was changed last comes first. The ID breaks ties, without which deep paging could skip or repeat. */
export const LAST_CHANGED_FIRST: IDataObject[] = ['date_modified,desc', 'id,asc'].map((rule) => {
	const [name, order] = rule.split(',');
	return { name, order };
});

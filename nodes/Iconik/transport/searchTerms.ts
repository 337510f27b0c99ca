import type { IDataObject } from 'n8n-workflow';

/** One condition of a search filter. Values are read as Lucene queries, so only plain words may go in as `value`. */
export const equals = (name: string, value: string): IDataObject => ({ name, value });

/** The field holds one of these values. */
export const oneOf = (name: string, values: readonly string[]): IDataObject => ({
	name,
	value_in: [...values],
});

/** The date is this one or later; `instant` in milliseconds since 1970. */
export const since = (name: string, instant: number): IDataObject => ({
	name,
	range: { min: new Date(instant).toISOString().slice(0, 19), timezone: '+00:00' },
});

/** What was changed last comes first. The ID breaks ties, without which deep paging could skip or repeat. */
export const LAST_CHANGED_FIRST: IDataObject[] = ['date_modified,desc', 'id,asc'].map((rule) => {
	const [name, order] = rule.split(',');
	return { name, order };
});

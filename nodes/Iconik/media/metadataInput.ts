import type { MetadataField, MetadataView } from '../types';
import { toInstant } from './dates';
import { fieldsOfView } from './metadataModel';

export type Value = string | number | boolean;
export type Mode = 'overwrite' | 'append' | 'delete';

/** What to write into each field. An empty list clears the field. */
export type FieldValues = Record<string, Value[]>;

/** Ends the work on an item: what is wrong, and what to do about it. */
export type Refuse = (message: string, advice: string) => never;

/** Whether a field holds a list. iconik lets a tag cloud hold one whether it is marked as such or not. */
export const isList = (field: MetadataField): boolean =>
	field.multi === true || field.field_type === 'tag_cloud';

/**
 * Flat values as iconik takes them, by the type of their field in the view. `null`, an empty text and an empty list clear a field;
 * what is not in `values` is not touched.
 */
export function toFieldValues(
	view: MetadataView,
	values: Record<string, unknown>,
	mode: Mode,
	refuse: Refuse,
): FieldValues {
	const fields = fieldsOfView(view);
	return Object.fromEntries(
		Object.entries(values)
			.filter(([, value]) => value !== undefined)
			.map(([name, value]) => {
				const field = fields.find((candidate) => candidate.name === name);
				if (!field)
					return refuse(
						`The view "${view.name}" has no field "${name}"`,
						`It has: ${fields.map((candidate) => candidate.name).join(', ')}`,
					);
				return [name, toValues(field, value, mode, refuse)];
			}),
	);
}

function toValues(field: MetadataField, value: unknown, mode: Mode, refuse: Refuse): Value[] {
	const label = `The field "${field.name}"`;
	if (field.read_only) refuse(`${label} is read-only`, 'Leave it out.');
	const values = entriesOf(field, value).map((entry) => {
		const made = convert(field, entry);
		if ('value' in made) return made.value;
		return refuse(`${label} ${made.fault}`, made.advice);
	});
	if (isList(field)) return [...new Set(values)];
	if (values.length > 1) refuse(`${label} takes one value only`, 'Give it one, not a list.');
	if (mode === 'append' && values.length > 0)
		refuse(`${label} takes one value only`, 'Nothing can be appended. Choose the mode Overwrite.');
	return values;
}

/** The single values of what was given; text with commas is a list where the field holds one. */
function entriesOf(field: MetadataField, value: unknown): unknown[] {
	const text = typeof value === 'string' && isList(field) ? value.trim() : undefined;
	const isJson = text?.startsWith('[') && text.endsWith(']');
	const list = isJson ? parsed(text as string) : (text?.split(',') ?? value);
	return (Array.isArray(list) ? (list as unknown[]) : [list])
		.map((entry) => (typeof entry === 'string' ? entry.trim() : entry))
		.filter((entry) => entry !== undefined && entry !== null && entry !== '');
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text.split(',');
	}
}

type Converted = { value: Value } | { fault: string; advice: string };

function convert(field: MetadataField, entry: unknown): Converted {
	const text = String(entry);
	const shown = JSON.stringify(entry) ?? text;
	switch (field.field_type) {
		case 'integer':
		case 'float': {
			const number = text.trim() === '' ? NaN : Number(text);
			const isGood =
				field.field_type === 'float' ? Number.isFinite(number) : Number.isInteger(number);
			const kind = field.field_type === 'float' ? 'a number' : 'a whole number';
			return isGood ? { value: number } : fault(`takes ${kind}, not ${shown}`);
		}
		case 'boolean':
			if (/^(true|1|yes)$/i.test(text)) return { value: true };
			if (/^(false|0|no)$/i.test(text)) return { value: false };
			return fault(`takes true or false, not ${shown}`);
		case 'date': {
			// A day stays the day that was written, whatever the time zone beside it.
			const day = text.slice(0, 10);
			const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day) && toInstant(day) !== undefined;
			return isDay
				? { value: day }
				: fault(`takes a date, not ${shown}`, 'Write it as YYYY-MM-DD.');
		}
		case 'datetime': {
			const instant = toInstant(text);
			return instant === undefined
				? fault(`takes a date and time, not ${shown}`, 'Write it like 2027-01-31T08:00:00Z.')
				: { value: new Date(instant).toISOString() };
		}
		case 'drop_down':
			return chosen(field, text, shown);
		default:
			return typeof entry === 'object' ? fault(`takes text, not ${shown}`) : { value: text };
	}
}

const fault = (words: string, advice = 'Check the value of this item.'): Converted => ({
	fault: words,
	advice,
});

/** An option by its value or else its label. A field whose options come from elsewhere lists none: then iconik judges. */
function chosen(field: MetadataField, text: string, shown: string): Converted {
	const options = (field.options ?? []).map(({ value, label }) => ({
		value: value ?? label ?? '',
		label: label ?? value ?? '',
	}));
	if (options.length === 0) return { value: text };
	const found =
		options.find(({ value }) => value === text) ?? options.find(({ label }) => label === text);
	if (found) return { value: found.value };
	const names = options.map(({ value, label }) =>
		value === label ? value : `${value} (${label})`,
	);
	return fault(`does not offer ${shown}`, `It offers: ${names.join(', ')}`);
}

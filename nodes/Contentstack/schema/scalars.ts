import type { Field } from './contentType';
import { kindOf } from './contentType';
import type { Report } from './prepare';

const ISO_DATE = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** A text, choice, number, boolean, date or asset UID in the form that a write takes. */
export function prepareScalar(field: Field, value: unknown, report: Report): unknown {
	switch (kindOf(field)) {
		case 'text':
			return prepareText(field, value, report);
		case 'select':
			return prepareChoice(field, value, report);
		case 'number':
			return prepareNumber(field, value, report);
		case 'boolean':
			return prepareBoolean(value, report);
		case 'date':
			return prepareDate(field, value, report);
		case 'file':
			return prepareFile(value, report);
		default:
			return value;
	}
}

function prepareText(field: Field, value: unknown, report: Report): unknown {
	if (!['string', 'number', 'boolean'].includes(typeof value)) {
		report(`expects text, got ${named(value)}`);
		return value;
	}
	const text = String(value);
	if (field.format && text !== '' && !matches(text, field.format))
		report(`must match ${field.format}, and ${shown(text)} does not`);
	return text;
}

/** The service's expressions need not be JavaScript's: one that cannot be read is left to the service. */
function matches(text: string, format: string): boolean {
	try {
		return new RegExp(format).test(text);
	} catch {
		return true;
	}
}

function prepareChoice(field: Field, value: unknown, report: Report): unknown {
	if (value === '') return null;
	const choices = (field.enum?.choices ?? []).map((choice) => choice.value);
	const choice = choices.find((offered) => String(offered) === String(value));
	if (choice !== undefined) return choice;
	report(`offers ${choices.map((offered) => `"${offered}"`).join(', ')}, not ${shown(value)}`);
	return value;
}

function prepareNumber({ min, max }: Field, value: unknown, report: Report): unknown {
	if (value === '') return null;
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	if (typeof number !== 'number' || !Number.isFinite(number)) {
		report(`expects a number, got ${shown(value)}`);
		return value;
	}
	if (typeof min === 'number' && number < min) report(`must be at least ${min}, got ${number}`);
	if (typeof max === 'number' && number > max) report(`must be at most ${max}, got ${number}`);
	return number;
}

function prepareBoolean(value: unknown, report: Report): unknown {
	if (value === '') return null;
	const text = String(value).toLowerCase();
	if (text === 'true' || value === 1) return true;
	if (text === 'false' || value === 0) return false;
	report(`expects true or false, got ${shown(value)}`);
	return value;
}

function prepareDate(field: Field, value: unknown, report: Report): unknown {
	if (value === '') return null;
	const text = isoText(value);
	if (text === undefined || !ISO_DATE.test(text) || Number.isNaN(Date.parse(text))) {
		report(`expects an ISO date like 2026-08-17T10:00:00Z, got ${shown(value)}`);
		return value;
	}
	const { startDate, endDate } = field;
	const time = Date.parse(text);
	if (startDate && time < Date.parse(startDate)) report(`must not be before ${startDate}`);
	if (endDate && time > Date.parse(endDate)) report(`must not be after ${endDate}`);
	return field.field_metadata?.hide_time ? text.slice(0, 10) : text;
}

/** n8n hands dates over as text, as a JavaScript date or as a Luxon one. */
export function isoText(value: unknown): string | undefined {
	if (typeof value === 'string') return value.trim();
	const { toISO, toISOString } = Object(value) as {
		toISO?: () => string;
		toISOString?: () => string;
	};
	return (toISO ?? toISOString)?.call(value);
}

function prepareFile(value: unknown, report: Report): unknown {
	if (value === '') return null;
	if (typeof value === 'string') return value;
	const { uid } = Object(value) as { uid?: unknown };
	if (typeof uid === 'string' && !Array.isArray(value)) return uid;
	report(`expects the UID of an asset, got ${named(value)}`);
	return value;
}

/** The sort of a value, for a message. */
export function named(value: unknown): string {
	if (Array.isArray(value)) return 'a list';
	if (typeof value === 'object') return value === null ? 'nothing' : 'an object';
	return `${typeof value === 'number' ? 'the number' : 'the text'} ${shown(value)}`;
}

const LONGEST_SHOWN = 60;

function shown(value: unknown): string {
	const text = JSON.stringify(value) ?? String(value);
	return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

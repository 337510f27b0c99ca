import type { PickerItem } from '../../../lib/pickerProtocol';
import { texts } from '../texts';
import { mediaTypeName } from '../ui/format';

/** What the field takes, from the configuration of the field and of the extension. */
export interface FieldLimits {
	min: number;
	/** `null` for any number. */
	max: number | null;
	/** Empty for all. */
	mediaTypes: string[];
}

/** The field's own configuration goes before the extension's, key by key: `min`, `max`, `mediaTypes` (a list, or text with commas). */
export function limitsOf(...configs: Array<Record<string, unknown>>): FieldLimits {
	const first = (key: string) => configs.map((config) => config[key]).find(isGiven);
	const max = wholeNumber(first('max'));
	return {
		min: Math.min(wholeNumber(first('min')) ?? 0, max ?? Infinity),
		max: max === 0 ? null : max,
		mediaTypes: listOf(first('mediaTypes')).map((type) => type.toLowerCase()),
	};
}

/** Why an item must not be picked into this field, or `null`. */
export function typeObjection({ mediaTypes }: FieldLimits, item: PickerItem): string | null {
	if (mediaTypes.length === 0 || mediaTypes.includes(item.mediaType ?? '')) return null;
	return texts.limits.wrongType(mediaTypes.map(mediaTypeName).join(', '));
}

/** What is wrong with this many, or `null`. */
export function countObjection({ min, max }: FieldLimits, count: number): string | null {
	if (max !== null && count > max) return texts.limits.tooMany(max);
	return count < min ? texts.limits.tooFew(min) : null;
}

const isGiven = (value: unknown) => value !== undefined && value !== null && value !== '';

function wholeNumber(value: unknown): number | null {
	const number = Number(value ?? NaN);
	return Number.isInteger(number) && number >= 0 ? number : null;
}

function listOf(value: unknown): string[] {
	const items: unknown[] = Array.isArray(value) ? value : String(value ?? '').split(',');
	return items.map((item) => String(item).trim()).filter((item) => item !== '');
}

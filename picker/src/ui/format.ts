import { texts } from '../texts';

/** 83000 → `1:23` */
export function formatDuration(milliseconds: number): string {
	const seconds = Math.round(milliseconds / 1000);
	const parts = [Math.floor(seconds / 60) % 60, seconds % 60];
	const hours = Math.floor(seconds / 3600);
	if (hours > 0) parts.unshift(hours);
	return parts.map((part, index) => (index > 0 ? String(part).padStart(2, '0') : part)).join(':');
}

/** A day like 2027-01-31 is the same day everywhere; a point in time is shown in the editor's own zone. */
export function formatDate(iso: string): string {
	const isDay = /^\d{4}-\d\d-\d\d$/.test(iso);
	const date = new Date(iso);
	if (Number.isNaN(date.getTime())) return iso;
	return new Intl.DateTimeFormat(texts.locale, {
		dateStyle: 'medium',
		...(isDay && { timeZone: 'UTC' }),
	}).format(date);
}

/** A language tag as a name: `de` → German. */
export function languageName(tag: string): string {
	try {
		return new Intl.DisplayNames(texts.locale, { type: 'language' }).of(tag) ?? tag;
	} catch {
		return tag;
	}
}

export function mediaTypeName(type: string): string {
	return texts.mediaTypes[type] ?? type.charAt(0).toUpperCase() + type.slice(1);
}

/** Reasons as sentences, one after the other; they come with or without a full stop. */
export function sentences(reasons: string[]): string {
	return reasons.map((reason) => (/[.!?]$/.test(reason) ? reason : `${reason}.`)).join(' ');
}

import type { Entry, EntryVersion, Fields, FieldSchema, LocalizedEntry, Stack } from '../state';

/** The newest state of an entry in a locale, or the state at a moment when lists lag behind. */
export function latest(localized: LocalizedEntry, until?: string): EntryVersion | undefined {
	if (until === undefined) return localized.versions.at(-1);
	return localized.versions.findLast(({ updatedAt }) => updatedAt <= until);
}

/** A locale and, in order, the ones that it falls back to, ending with the master. */
export function fallbackChain(stack: Stack, locale: string): string[] {
	const chain: string[] = [];
	let code: string | null | undefined = locale;
	while (code && !chain.includes(code)) {
		chain.push(code);
		code = stack.locales.find((candidate) => candidate.code === code)?.fallback_locale;
	}
	return chain.includes(stack.masterLocale) ? chain : [...chain, stack.masterLocale];
}

/** The locale whose content an entry shows for the one asked for: its own, or the next it falls back to. */
export function contentLocale(stack: Stack, entry: Entry, locale: string): string | undefined {
	return fallbackChain(stack, locale).find((code) => entry.localized.has(code));
}

/**
 * The values of a version in a locale. Fields that cannot be localized always come from the master locale
 * ("non-localizable fields" in the documentation).
 */
export function effectiveFields(
	stack: Stack,
	entry: Entry,
	locale: string,
	version: EntryVersion,
	schema: readonly FieldSchema[],
): Fields {
	const master = entry.localized.get(stack.masterLocale);
	if (locale === stack.masterLocale || !master) return version.fields;
	const shared = latest(master)?.fields ?? {};
	const fields = { ...version.fields };
	for (const { uid, non_localizable } of schema) {
		if (!non_localizable) continue;
		delete fields[uid];
		if (shared[uid] !== undefined) fields[uid] = shared[uid];
	}
	return fields;
}

/** Which entry of the CMS: of one stack, at one branch. */
export interface EntryKey {
	apiKey: string;
	branch: string;
	contentType: string;
	entryUid: string;
}

/** One place where an entry uses an asset. */
export interface Placement extends EntryKey {
	title: string;
	url: string;
	fieldPath: string;
	locale: string;
	environment: string;
	/** The day since when, such as `2026-03-02`; absent where it is not known. */
	since?: string;
}

const SEPARATOR = ' | ';
const NOTHING = '-';
const SINCE = 'since ';
const LONGEST_TITLE = 80;

/**
 * A placement as the one line of text that iconik keeps, made for people to read in the metadata of the asset:
 * `title | address | content type/entry | field | locale | environment | stack/branch`, with `-` for what is empty. Slashes and blanks
 * around the UIDs make each a word of its own, by which iconik's search finds it. ` | since 2026-03-02` follows where that day is known.
 */
export function toText(placement: Placement): string {
	const { title, url, contentType, entryUid, fieldPath, locale, environment, since } = placement;
	const text = [
		title.replace(/\s+/g, ' ').trim().slice(0, LONGEST_TITLE).trim(),
		url.trim().replace(/\s/g, '%20'),
		`${contentType}/${entryUid}`,
		fieldPath,
		locale,
		environment,
		`${placement.apiKey}/${placement.branch}`,
	]
		.map((part) => part || NOTHING)
		.join(SEPARATOR);
	return since ? `${text}${SEPARATOR}${SINCE}${since}` : text;
}

/** The placement that a text stands for; `undefined` for what somebody else wrote into the field. */
export function fromText(text: string): Placement | undefined {
	const parts = text
		.trim()
		.split(SEPARATOR)
		.map((part) => (part.trim() === NOTHING ? '' : part.trim()));
	const since = /^since (\d{4}-\d\d-\d\d)$/.exec(parts.at(-1) ?? '')?.[1];
	if (since) parts.pop();
	// The title comes first and may hold the separator itself, so the others are counted from the end.
	const [url, entry, fieldPath, locale, environment, stack] = parts.slice(-6);
	const title = parts.slice(0, -6).join(SEPARATOR);
	const [contentType, entryUid] = entry?.split('/') ?? [];
	const [apiKey, branch] = stack?.split('/') ?? [];
	if (parts.length < 7 || !contentType || !entryUid || !apiKey || !branch) return undefined;
	return {
		...{ apiKey, branch, contentType, entryUid, title },
		url: url ?? '',
		fieldPath: fieldPath ?? '',
		locale: locale ?? '',
		environment: environment ?? '',
		...(since && { since }),
	};
}

/** Equal for one entry, whatever its title is now. */
export function entryName({ apiKey, branch, entryUid }: EntryKey): string {
	return `${apiKey}/${branch}/${entryUid}`;
}

/** Equal for one place: title, address and day may change without it becoming another. */
export function placeName(placement: Placement): string {
	const { fieldPath, locale, environment } = placement;
	return [entryName(placement), fieldPath, locale, environment].join(SEPARATOR);
}

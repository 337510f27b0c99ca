import { ApiError, unprocessable } from '../apiError';
import { noteEntry } from '../delivery/history';
import { applied } from '../schema/operators';
import { faultsOf, innerFields, isBlank, type Faults } from '../schema/validate';
import type { Known } from '../schema/values';
import { withItemUids } from '../schema/walk';
import { notFound, timestamp, type Service } from '../service';
import type { Branch, ContentType, Entry, EntryVersion, Fields, LocalizedEntry } from '../state';
import { newUid } from '../uids';
import { effectiveFields, fallbackChain, latest } from './content';

export interface Saved {
	entry: Entry;
	locale: string;
	version: EntryVersion;
	notice: string;
}

/** Fields that the service sets itself; what a caller sends for them is not looked at. */
const SYSTEM_FIELDS = [
	'uid',
	'ACL',
	'_version',
	'locale',
	'created_at',
	'created_by',
	'updated_at',
	'updated_by',
];

/** Makes an entry with these values in a locale, or answers 422/119 with what is wrong. */
export function createEntry(
	service: Service,
	branch: Branch,
	type: ContentType,
	locale: string,
	sent: Fields,
	user: string,
): Saved {
	const siblings = [...branch.entries.values()].filter(
		({ contentType }) => contentType === type.uid,
	);
	if (type.options.singleton === true && siblings.length > 0)
		throw unprocessable(119, 'Entry creation failed.', {
			content_type: ['is a singleton and has its entry already.'],
		});
	const entry: Entry = {
		uid: newUid(),
		contentType: type.uid,
		createdAt: timestamp(service),
		createdBy: user,
		localized: new Map(),
		publications: [],
		discussions: [],
		approvals: [],
	};
	const fields = checked(
		service,
		branch,
		type,
		entry,
		locale,
		{ ...accepted(type, sent) },
		'creation',
	);
	const version = save(service, entry, locale, fields, user);
	branch.entries.set(entry.uid, entry);
	service.events.entryChanged('create', { branch, entry, locale, version });
	return { entry, locale, version, notice: 'Entry created successfully.' };
}

/**
 * Saves a new version of an entry in a locale: the fields that were sent replace those of the same name, the others stay.
 * The first save in a locale localizes the entry there. A save that changes nothing makes a version, too.
 */
export function updateEntry(
	service: Service,
	branch: Branch,
	entry: Entry,
	locale: string,
	sent: Fields,
	user: string,
): Saved {
	const type = branch.contentTypes.get(entry.contentType) as ContentType;
	refuseIfLocked(service, entry, locale, user);
	const own = entry.localized.get(locale);
	const source =
		fallbackChain(service.stack, locale).find((code) => entry.localized.has(code)) ?? locale;
	const before = latest(entry.localized.get(source) ?? ({ versions: [] } as never));
	const present = before ? effectiveFields(service.stack, entry, source, before, type.schema) : {};
	const changes = Object.entries(accepted(type, sent)).map(([uid, value]) => [
		uid,
		applied(present[uid], value),
	]);
	const merged = { ...present, ...Object.fromEntries(changes) };
	const fields = checked(service, branch, type, entry, locale, merged, 'update');
	const version = save(service, entry, locale, fields, user);
	service.events.entryChanged('update', { branch, entry, locale, version });
	return {
		entry,
		locale,
		version,
		notice: own ? 'Entry updated successfully.' : 'Entry localized successfully.',
	};
}

/** Deletes an entry, or only its content in some locales; deleting the master's deletes it all. */
export function deleteEntry(
	service: Service,
	branch: Branch,
	entry: Entry,
	locales?: string[],
): void {
	const { masterLocale } = service.stack;
	const isWhole =
		!locales || locales.includes(masterLocale) || locales.length >= entry.localized.size;
	for (const locale of locales ?? [...entry.localized.keys()]) {
		const localized = entry.localized.get(locale);
		const version = localized && latest(localized);
		if (version) service.events.entryChanged('delete', { branch, entry, locale, version });
	}
	for (const { environment, locale } of entry.publications) {
		if (!isWhole && !locales.includes(locale)) continue;
		const data = { uid: entry.uid, locale, content_type_uid: entry.contentType };
		noteEntry(service, 'entry_deleted', branch, entry, { environment, locale }, data);
	}
	if (isWhole) {
		branch.entries.delete(entry.uid);
		return;
	}
	for (const locale of locales) entry.localized.delete(locale);
	entry.publications = entry.publications.filter(({ locale }) => !locales.includes(locale));
}

/** The entry of this uid and content type, or the answer for an absent one. */
export function entryOrRefuse(
	service: Service,
	branch: Branch,
	type: ContentType,
	uid: string,
): Entry {
	const entry = branch.entries.get(uid);
	if (!entry || entry.contentType !== type.uid) throw notFound(service);
	return entry;
}

function save(
	service: Service,
	entry: Entry,
	locale: string,
	fields: Fields,
	user: string,
): EntryVersion {
	const localized: LocalizedEntry = entry.localized.get(locale) ?? {
		createdAt: timestamp(service),
		createdBy: user,
		versions: [],
	};
	const version: EntryVersion = {
		number: (localized.versions.at(-1)?.number ?? 0) + 1,
		fields,
		updatedAt: timestamp(service),
		updatedBy: user,
	};
	localized.versions.push(version);
	entry.localized.set(locale, localized);
	return version;
}

/** The values that belong to fields of the content type. Unknown keys are passed over, which the SDK's own updates need. */
function accepted(type: ContentType, sent: Fields): Fields {
	const known = new Set(['title', 'tags', ...type.schema.map(({ uid }) => uid)]);
	if (type.options.is_page === true) known.add('url');
	return Object.fromEntries(
		Object.entries(sent).filter(([uid]) => known.has(uid) && !SYSTEM_FIELDS.includes(uid)),
	);
}

function checked(
	service: Service,
	branch: Branch,
	type: ContentType,
	entry: Entry,
	locale: string,
	values: Fields,
	attempt: 'creation' | 'update',
): Fields {
	const inner = innerFields(branch.globalFields);
	const faults: Faults = {
		...faultsOf(type.schema, values, inner, knownIn(branch)),
		...uniqueFaults(service, branch, type, entry, locale, values),
	};
	if (Object.keys(faults).length > 0) throw unprocessable(119, `Entry ${attempt} failed.`, faults);
	return withItemUids(type.schema, structuredClone(values), inner);
}

/** A unique value may stand in one entry of a content type only, within a locale. */
function uniqueFaults(
	{ stack }: Service,
	branch: Branch,
	type: ContentType,
	entry: Entry,
	locale: string,
	values: Fields,
): Faults {
	const faults: Faults = {};
	const others = [...branch.entries.values()].filter(
		({ uid, contentType }) => contentType === type.uid && uid !== entry.uid,
	);
	for (const { uid, unique, non_localizable } of type.schema) {
		if (!unique || isBlank(values[uid])) continue;
		const code = non_localizable ? stack.masterLocale : locale;
		const isTaken = others.some((other) => {
			const localized = other.localized.get(code);
			return localized && latest(localized)?.fields[uid] === values[uid];
		});
		if (isTaken) faults[uid] = ['is not unique.'];
	}
	return faults;
}

function knownIn(branch: Branch): Known {
	return {
		asset: (uid) => branch.assets.has(uid),
		entry: (uid, contentType) => branch.entries.get(uid)?.contentType === contentType,
		term: (taxonomy, term) => branch.taxonomies.get(taxonomy)?.terms.has(term) ?? false,
	};
}

function refuseIfLocked({ stack }: Service, entry: Entry, locale: string, user: string): void {
	const mark = entry.localized.get(locale)?.stage;
	const stage = stack.workflows
		.get(mark?.workflow ?? '')
		?.workflow_stages.find(({ uid }) => uid === mark?.stage);
	const isStageLocked =
		stage?.entry_lock === '$all' || (stage?.entry_lock === '$others' && mark?.updatedBy !== user);
	const isHeld = entry.lockedBy !== undefined && entry.lockedBy !== user;
	if (isStageLocked || isHeld)
		throw new ApiError(422, 119, 'Entry update failed. The entry is locked for editing.', {
			entry: ['is locked.'],
		});
}

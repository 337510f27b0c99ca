import { innerFields } from '../schema/validate';
import { someValue } from '../schema/walk';
import { isRecord } from '../records';
import type { Service } from '../service';
import type { Branch, Entry, FieldSchema, Fields } from '../state';
import { contentLocale, latest } from './content';
import { embeddedIn } from './embedded';
import { publishDetails } from './view';

/** The entries that refer to an entry, one element for each locale that does. */
export function referencesTo(branch: Branch, uid: string, withPublishDetails: boolean): Fields[] {
	return usersOf(branch, withPublishDetails, (field, value) =>
		field.data_type === 'reference'
			? (isRecord(value) ? value.uid : value) === uid
			: embeds(field, value, 'entry', uid),
	);
}

/** The entries that hold an asset in a file field or a JSON RTE document. */
export function usersOfAsset(branch: Branch, uid: string, withPublishDetails: boolean): Fields[] {
	return usersOf(branch, withPublishDetails, (field, value) =>
		field.data_type === 'file' ? value === uid : embeds(field, value, 'asset', uid),
	);
}

/** The entries that an entry refers to in a locale, and those that they refer to, each once and without itself. */
export function entriesBehind(
	service: Service,
	branch: Branch,
	entry: Entry,
	locale: string,
): Entry[] {
	const inner = innerFields(branch.globalFields);
	const seen = new Set([entry]);
	for (const one of seen) {
		const type = branch.contentTypes.get(one.contentType);
		const code = contentLocale(service.stack, one, locale);
		const version = code === undefined ? undefined : one.localized.get(code)?.versions.at(-1);
		if (!type || !version) continue;
		someValue(type.schema, version.fields, inner, (field, value) => {
			const uids =
				field.data_type === 'reference'
					? [String(isRecord(value) ? value.uid : value)]
					: field.field_metadata?.allow_json_rte === true
						? embeddedIn(value).map(({ uid }) => uid)
						: [];
			for (const uid of uids) {
				const next = branch.entries.get(uid);
				if (next) seen.add(next);
			}
			return false;
		});
	}
	seen.delete(entry);
	return [...seen];
}

function usersOf(
	branch: Branch,
	withPublishDetails: boolean,
	test: (field: FieldSchema, value: unknown) => boolean,
): Fields[] {
	const inner = innerFields(branch.globalFields);
	return [...branch.entries.values()].flatMap((entry) => {
		const type = branch.contentTypes.get(entry.contentType);
		if (!type) return [];
		return [...entry.localized].flatMap(([locale, localized]) => {
			const version = latest(localized);
			if (!version || !someValue(type.schema, version.fields, inner, test)) return [];
			return [
				reference(
					entry,
					type.title,
					locale,
					version.fields.title,
					version.number,
					withPublishDetails,
				),
			];
		});
	});
}

function reference(
	entry: Entry,
	typeTitle: string,
	locale: string,
	title: unknown,
	version: number,
	withPublishDetails: boolean,
): Fields {
	return {
		entry_uid: entry.uid,
		content_type_uid: entry.contentType,
		locale,
		title,
		content_type_title: typeTitle,
		_version: version,
		...(withPublishDetails && { publish_details: publishDetails(entry) }),
	};
}

function embeds(
	field: FieldSchema,
	value: unknown,
	kind: 'entry' | 'asset',
	wanted: string,
): boolean {
	return (
		field.field_metadata?.allow_json_rte === true &&
		embeddedIn(value).some(({ kind: found, uid }) => found === kind && uid === wanted)
	);
}

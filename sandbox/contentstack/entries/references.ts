import { innerFields } from '../schema/validate';
import { someValue } from '../schema/walk';
import { isRecord } from '../records';
import type { Branch, Entry, FieldSchema, Fields } from '../state';
import { latest } from './content';
import { publishDetails } from './view';

/** The entries that refer to an entry, one element for each locale that does. */
export function referencesTo(branch: Branch, uid: string, withPublishDetails: boolean): Fields[] {
	return usersOf(branch, withPublishDetails, (field, value) =>
		field.data_type === 'reference'
			? (isRecord(value) ? value.uid : value) === uid
			: embeds(field, value, 'entry-uid', uid),
	);
}

/** The entries that hold an asset in a file field or a JSON RTE document. */
export function usersOfAsset(branch: Branch, uid: string, withPublishDetails: boolean): Fields[] {
	return usersOf(branch, withPublishDetails, (field, value) =>
		field.data_type === 'file' ? value === uid : embeds(field, value, 'asset-uid', uid),
	);
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

function embeds(field: FieldSchema, value: unknown, attribute: string, uid: string): boolean {
	if (field.field_metadata?.allow_json_rte !== true) return false;
	const holds = (node: unknown): boolean =>
		isRecord(node) &&
		((isRecord(node.attrs) && node.attrs[attribute] === uid) ||
			(Array.isArray(node.children) && node.children.some(holds)));
	return holds(value);
}

import { isRecord } from './compounds';
import type { Field } from './contentType';
import type { Report } from './prepare';
import { named } from './scalars';

/**
 * References in the form that a write takes. Each may come as the UID of an entry where the field takes one content type, as
 * `{ uid, _content_type_uid }`, or as what this node gives for an entry.
 */
export function prepareReferences(field: Field, value: unknown, report: Report): unknown {
	if (value === '') return [];
	const targets = [field.reference_to ?? []].flat();
	const list = Array.isArray(value) ? value : [value];
	if (list.length > 1 && field.field_metadata?.ref_multiple === false)
		report(`takes one entry, got ${list.length}`);
	return list.map((item: unknown) => {
		const uid = isRecord(item) ? item.uid : item;
		const ofType = isRecord(item) ? (item._content_type_uid ?? item.content_type) : undefined;
		const contentType = ofType ?? (targets.length === 1 ? targets[0] : undefined);
		if (typeof uid !== 'string' || uid === '' || typeof contentType !== 'string') {
			report(
				`expects entries as objects with uid and _content_type_uid (one of ${targets.join(', ')}), got ${named(item)}`,
			);
			return item;
		}
		if (!targets.includes(contentType))
			report(`refers to ${targets.join(', ')}, not to ${contentType}`);
		return { uid, _content_type_uid: contentType };
	});
}

/** Taxonomy terms in the form that a write takes. Where the field has one taxonomy, the UID of a term says it all. */
export function prepareTerms(field: Field, value: unknown, report: Report): unknown {
	if (value === '') return [];
	const taxonomies = (field.taxonomies ?? []).map(({ taxonomy_uid: uid }) => uid);
	const list = Array.isArray(value) ? value : [value];
	return list.map((item: unknown) => {
		const term = isRecord(item) ? item.term_uid : item;
		const taxonomy = isRecord(item)
			? item.taxonomy_uid
			: taxonomies.length === 1
				? taxonomies[0]
				: undefined;
		if (typeof term !== 'string' || term === '' || typeof taxonomy !== 'string') {
			report(`expects objects with taxonomy_uid and term_uid, got ${named(item)}`);
			return item;
		}
		if (taxonomies.length > 0 && !taxonomies.includes(taxonomy))
			report(`takes terms of ${taxonomies.join(', ')}, not of ${taxonomy}`);
		return { taxonomy_uid: taxonomy, term_uid: term };
	});
}

import { type ContentType, type Field, isList, kindOf, writableFields } from './contentType';
import { withPathsResolved } from './fieldPaths';
import { prepareScalar } from './scalars';
import { parsedJson, prepareCompound } from './compounds';

/** A value that does not fit its field: the field as the editor sees it, and why. */
export interface Misfit {
	field: string;
	reason: string;
}

/** Takes note of a misfit at a path inside the content type, like `captions.2.language`. */
export type Report = (reason: string, path?: string) => void;

/**
 * Brings values into the form in which Contentstack takes them and checks them against the schema: numbers and booleans from text,
 * assets and references down to their UIDs, lists where the field is one. `null` becomes what clears the field; an absent
 * (`undefined`) value stays absent. A field in a group may be named by its path.
 */
export function prepareFields(
	contentType: ContentType,
	raw: Record<string, unknown>,
): { values: Record<string, unknown>; misfits: Misfit[] } {
	const fields = writableFields(contentType);
	const { values: named, misfits } = withPathsResolved(fields, raw);
	const values: Record<string, unknown> = {};
	for (const [uid, value] of Object.entries(named)) {
		const field = fields.find((candidate) => candidate.uid === uid);
		if (!field) {
			misfits.push({ field: uid, reason: `does not exist in the content type ${contentType.uid}` });
			continue;
		}
		values[uid] = prepareValue(field, value, (reason, path) =>
			misfits.push({
				field: `${field.display_name} (${[uid, path].filter(Boolean).join('.')})`,
				reason,
			}),
		);
	}
	return { values, misfits };
}

/** One value in the form that a write takes, or whatever came in together with a report of what is wrong with it. */
export function prepareValue(field: Field, value: unknown, report: Report): unknown {
	if (value === null) return clearedValue(field);
	if (!isList(field)) return prepareSingle(field, value, report);
	if (value === '') return [];
	const parsed = parsedJson(value);
	const list = Array.isArray(parsed) ? parsed : [value];
	return list.map((item, index) =>
		prepareSingle(field, item, (reason, path) =>
			report(reason, [String(index + 1), path].filter(Boolean).join('.')),
		),
	);
}

function prepareSingle(field: Field, value: unknown, report: Report): unknown {
	const compound = prepareCompound(field, value, report, prepareValue);
	return compound === undefined ? prepareScalar(field, value, report) : compound;
}

/** Contentstack documents no single way to clear a field; each sort of field takes its own empty value. */
function clearedValue(field: Field): unknown {
	const kind = kindOf(field);
	if (isList(field) || ['reference', 'blocks', 'taxonomy'].includes(kind)) return [];
	if (kind === 'text') return '';
	return kind === 'group' ? {} : null;
}

import { isRecord } from '../records';
import type { ContentType, FieldSchema, Fields } from '../state';

/**
 * Replaces references by the entries they name, for each path of `include[]` like `related` or `blocks.hero.related.author`.
 * A reference that leads nowhere is left out.
 * @param resolve gives the entry of a uid as the answering API shows it
 */
export function included(
	globalFields: Map<string, ContentType>,
	type: ContentType,
	view: Fields,
	paths: string[],
	resolve: (uid: string) => Fields | undefined,
	typeOf: (uid: string) => ContentType | undefined,
): Fields {
	const fieldsOf = (field: FieldSchema): FieldSchema[] => {
		const named =
			typeof field.reference_to === 'string' ? globalFields.get(field.reference_to) : undefined;
		return field.schema ?? named?.schema ?? [];
	};

	const walk = (schema: readonly FieldSchema[], value: unknown, path: string[]): unknown => {
		if (Array.isArray(value)) return value.map((item) => walk(schema, item, path));
		const [key, ...rest] = path;
		if (!isRecord(value) || key === undefined || !(key in value)) return value;
		const field = schema.find(({ uid }) => uid === key);
		return field ? { ...value, [key]: step(field, value[key], rest) } : value;
	};

	const step = (field: FieldSchema, value: unknown, rest: string[]): unknown => {
		if (field.data_type === 'reference') return follow(value, rest);
		if (field.data_type !== 'blocks') return walk(fieldsOf(field), value, rest);
		const [blockUid, ...inside] = rest;
		const block = field.blocks?.find(({ uid }) => uid === blockUid);
		if (!block || !Array.isArray(value)) return value;
		const schema = fieldsOf({ ...block, data_type: 'group' });
		return value.map((item: unknown) =>
			isRecord(item) && block.uid in item
				? { ...item, [block.uid]: walk(schema, item[block.uid], inside) }
				: item,
		);
	};

	const follow = (value: unknown, rest: string[]): unknown => {
		if (!Array.isArray(value)) return value;
		return value.flatMap((reference: unknown) => {
			if (!isRecord(reference)) return [];
			// An earlier path may have put the entry here already.
			const contentType = String(reference._content_type_uid);
			const entry = 'title' in reference ? reference : resolve(String(reference.uid));
			if (!entry) return [];
			const target = typeOf(contentType);
			const deeper = target ? (walk(target.schema, entry, rest) as Fields) : entry;
			return [{ ...deeper, _content_type_uid: contentType }];
		});
	};

	return paths.reduce((result, path) => walk(type.schema, result, path.split('.')) as Fields, view);
}

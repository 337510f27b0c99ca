import { isRecord, parsedJson } from './compounds';
import { type Field, kindOf } from './contentType';
import { type PickedAsset, pickedAssets } from './pickedAsset';

/** How media is recognised. */
export interface MediaMarks {
	/** UIDs of the content types whose entries carry media. */
	contentTypes: readonly string[];
	/** UIDs or paths of the fields that hold asset IDs or what was picked. */
	fields: readonly string[];
}

/** Where an entry uses media: by an asset's ID, or through a media entry. */
export type MediaUse =
	| ({
			kind: 'asset';
			source: 'asset_id_field' | 'picker' | 'rich_text';
			path: string;
	  } & PickedAsset)
	| MediaReference;

export interface MediaReference {
	kind: 'entry';
	source: 'reference' | 'rich_text';
	path: string;
	uid: string;
	contentType: string;
}

interface Place {
	/** With the places in lists: `blocks.0.hero.video`. */
	path: string;
	/** As the schema has it: `blocks.hero.video`. */
	schemaPath: string;
	/** The values that stand beside this one. */
	siblings: Record<string, unknown>;
}

/** All uses of media in these values, at any depth, in the order of the schema. */
export function mediaUses(
	schema: Field[],
	values: Record<string, unknown>,
	marks: MediaMarks,
	at: Pick<Place, 'path' | 'schemaPath'> = { path: '', schemaPath: '' },
): MediaUse[] {
	return schema.flatMap((field) => {
		const value = values[field.uid];
		const isSeveral = Array.isArray(value) && !isSingleReference(field);
		return [value].flat().flatMap((item: unknown, index) => {
			const place = {
				path: at.path + field.uid + (isSeveral ? `.${index}` : ''),
				schemaPath: at.schemaPath + field.uid,
				siblings: values,
			};
			return usesOf(field, item, marks, place);
		});
	});
}

function isSingleReference(field: Field): boolean {
	return kindOf(field) === 'reference' && field.field_metadata?.ref_multiple === false;
}

function usesOf(field: Field, value: unknown, marks: MediaMarks, place: Place): MediaUse[] {
	const isMarked = marks.fields.includes(field.uid) || marks.fields.includes(place.schemaPath);
	const inside = { path: `${place.path}.`, schemaPath: `${place.schemaPath}.` };
	switch (kindOf(field)) {
		case 'group':
			return isRecord(value) ? mediaUses(field.schema ?? [], value, marks, inside) : [];
		case 'blocks':
			return blockUses(field, value, marks, inside);
		case 'reference':
			return referenceUses(field, value, marks, place);
		case 'richText':
			return richTextUses(value, marks, place);
		case 'json':
			return pickedUses(value, isMarked, place);
		case 'text':
		case 'select':
			return isMarked ? fieldUses(value, place) : [];
		default:
			return [];
	}
}

function blockUses(
	field: Field,
	value: unknown,
	marks: MediaMarks,
	{ path, schemaPath }: Pick<Place, 'path' | 'schemaPath'>,
): MediaUse[] {
	if (!isRecord(value)) return [];
	return (field.blocks ?? []).flatMap(({ uid, schema = [] }) => {
		const inner = value[uid];
		if (!isRecord(inner)) return [];
		const at = { path: `${path}${uid}.`, schemaPath: `${schemaPath}${uid}.` };
		return mediaUses(schema, inner, marks, at);
	});
}

function referenceUses(
	field: Field,
	value: unknown,
	{ contentTypes }: MediaMarks,
	{ path }: Place,
): MediaUse[] {
	const targets = [field.reference_to ?? []].flat();
	// Old fields of a single content type hold plain UIDs.
	const uid = isRecord(value) ? value.uid : value;
	const contentType = isRecord(value) ? value._content_type_uid : targets[0];
	return typeof uid === 'string' &&
		typeof contentType === 'string' &&
		contentTypes.includes(contentType)
		? [{ kind: 'entry', source: 'reference', path, uid, contentType }]
		: [];
}

/** Embedded entries, and the nodes that pickers put into a rich text with what was picked as their attributes. */
function richTextUses(node: unknown, marks: MediaMarks, place: Place): MediaUse[] {
	if (!isRecord(node)) return [];
	const attributes = isRecord(node.attrs) ? node.attrs : {};
	const { 'entry-uid': uid, 'content-type-uid': contentType } = attributes;
	const inner = (Array.isArray(node.children) ? node.children : []).flatMap((child) =>
		richTextUses(child, marks, place),
	);
	if (typeof uid === 'string' && typeof contentType === 'string')
		return marks.contentTypes.includes(contentType)
			? [{ kind: 'entry', source: 'rich_text', path: place.path, uid, contentType }, ...inner]
			: inner;
	const picked = pickedAssets(attributes, false).map((asset): MediaUse => ({
		kind: 'asset',
		source: 'rich_text',
		path: place.path,
		...asset,
	}));
	return [...picked, ...inner];
}

function pickedUses(value: unknown, isMarked: boolean, { path }: Place): MediaUse[] {
	return pickedAssets(parsedJson(value), isMarked).map((asset) => ({
		kind: 'asset',
		source: 'picker',
		path,
		...asset,
	}));
}

function fieldUses(value: unknown, place: Place): MediaUse[] {
	const parsed = parsedJson(value);
	if (typeof parsed === 'object' && parsed !== null) return pickedUses(parsed, true, place);
	const assetIds = typeof value === 'string' ? value.split(',').map((id) => id.trim()) : [];
	const { iconik_version_id: id, iconik_version_number: number } = place.siblings;
	// The fields beside it name the version of one asset; the picker puts the ids of several into one text.
	const isOne = assetIds.length === 1;
	return assetIds.filter(Boolean).map((assetId) => ({
		kind: 'asset',
		source: 'asset_id_field',
		path: place.path,
		assetId,
		versionId: isOne && typeof id === 'string' && id !== '' ? id : null,
		versionNumber: isOne && typeof number === 'number' ? number : null,
	}));
}

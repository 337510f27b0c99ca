import { isEmpty } from '../../../lib/comparison';
import { isRecord } from '../schema/compounds';

/** How media from iconik is recognised in an entry. */
export interface MediaMarks {
	/** UIDs of the content types that carry media. */
	contentTypes: readonly string[];
	/** UIDs of further fields that hold asset IDs. */
	fields: readonly string[];
}

/** Fields that hold asset IDs or the value of the picker by convention of this package. */
const MEDIA_FIELDS = ['iconik_asset_id', 'iconik_asset_ids', 'iconik_media'];

/**
 * Whether an entry holds media from iconik at any depth: an asset ID in a field, a reference to a media entry (in a reference field
 * or a rich text), or something that was picked.
 */
export function holdsMedia(value: unknown, marks: MediaMarks): boolean {
	if (Array.isArray(value)) return value.some((item) => holdsMedia(item, marks));
	if (!isRecord(value)) return false;
	if (isReference(value, marks) || isPicked(value)) return true;
	return Object.entries(value).some(([key, inner]) => {
		const isMediaField = MEDIA_FIELDS.includes(key) || marks.fields.includes(key);
		return (isMediaField && !isEmpty(inner)) || holdsMedia(inner, marks);
	});
}

/** A reference names its content type, and so do the attributes of an entry that is embedded in a rich text. */
function isReference(value: Record<string, unknown>, { contentTypes }: MediaMarks): boolean {
	const uid = value._content_type_uid ?? value['content-type-uid'];
	return typeof uid === 'string' && contentTypes.includes(uid);
}

/** What the picker stores: an ID, and the asset's page in iconik. */
function isPicked({ id, platformUrl }: Record<string, unknown>): boolean {
	return typeof id === 'string' && typeof platformUrl === 'string' && /iconik/.test(platformUrl);
}

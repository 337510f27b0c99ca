import { badRequest } from '../answers';
import type {
	FieldValue,
	MetadataField,
	MetadataRecord,
	MetadataView,
	ViewField,
} from '../metadataModel';
import type { Store } from '../store';
import type { Cause, Tenant } from '../tenant';
import { updateAsset } from './assets';
import { addHistory } from './history';

export interface SentValues {
	[field: string]: { field_values?: FieldValue[]; mode?: 'append' | 'delete' | 'overwrite' };
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** What is wrong with a value of this field, if anything. */
function fault(field: MetadataField, { value }: FieldValue): string | undefined {
	const text = String(value);
	switch (field.field_type) {
		case 'integer':
			return /^-?\d+$/.test(text) ? undefined : 'Not a valid integer.';
		case 'float':
			return text.trim() !== '' && Number.isFinite(Number(value))
				? undefined
				: 'Not a valid number.';
		case 'boolean':
			return ['true', 'false'].includes(text) ? undefined : 'Not a valid boolean.';
		case 'date':
			return DATE.test(text) && !Number.isNaN(Date.parse(text)) ? undefined : 'Not a valid date.';
		case 'datetime':
			return Number.isNaN(Date.parse(text)) ? 'Not a valid datetime.' : undefined;
		case 'email':
			return /^\S+@\S+\.\S+$/.test(text) ? undefined : 'Not a valid email address.';
		case 'url':
			return URL.canParse(text) ? undefined : 'Not a valid URL.';
		case 'drop_down':
			return field.options.length === 0 || field.options.some((option) => option.value === text)
				? undefined
				: 'Not a valid choice.';
		default:
			return undefined;
	}
}

/** Values as they are kept: numbers and booleans by the type of their field, even when they were sent as text. */
function stored(field: MetadataField, { value }: FieldValue): FieldValue {
	if (field.field_type === 'integer' || field.field_type === 'float')
		return { value: Number(value) };
	if (field.field_type === 'boolean') return { value: String(value) === 'true' };
	return { value: typeof value === 'string' ? value : String(value) };
}

/** Refuses with 400 what does not fit the fields, or the view that it is written through. */
export function checkValues(store: Store, sent: SentValues, view?: MetadataView): void {
	const errors: Record<string, string> = {};
	for (const [name, { field_values = [], mode }] of Object.entries(sent)) {
		const field = store.fields.get(name);
		const inView = view?.view_fields.find((candidate) => candidate.name === name);
		const wrong =
			!field || (view && !inView)
				? 'Unknown field.'
				: valuesFault(field, inView, field_values, mode ?? 'overwrite');
		if (wrong) errors[name] = wrong;
	}
	if (Object.keys(errors).length > 0) throw badRequest(errors);
}

function valuesFault(
	field: MetadataField,
	inView: ViewField | undefined,
	values: FieldValue[],
	mode: string,
): string | undefined {
	if (field.read_only || inView?.read_only) return 'Field is read only.';
	if ((field.required || inView?.required) && values.length === 0 && mode === 'overwrite')
		return 'Missing data for required field.';
	if (values.length > 1 && !field.multi && field.field_type !== 'tag_cloud')
		return 'Field does not take several values.';
	return values.map((value) => fault(field, value)).find((wrong) => wrong !== undefined);
}

/** The values of an object at a version (collections have none), or `undefined` if it has none. */
export function metadataOf(
	store: Store,
	objectType: string,
	objectId: string,
	versionId = store.versionIdFor(objectType, objectId),
): MetadataRecord | undefined {
	return store.metadata.get(store.metadataKey(objectType, objectId, versionId));
}

/** Writes values without checking them: what was sent replaces, joins or leaves what is there, other fields stay. */
export function storeValues(
	store: Store,
	objectType: string,
	objectId: string,
	sent: SentValues,
	versionId = store.versionIdFor(objectType, objectId),
): MetadataRecord {
	const now = store.now();
	const key = store.metadataKey(objectType, objectId, versionId);
	const record: MetadataRecord = store.metadata.get(key) ?? {
		object_id: objectId,
		object_type: objectType,
		version_id: versionId,
		values: {},
		date_created: now,
		date_modified: now,
	};
	for (const [name, { field_values = [], mode = 'overwrite' }] of Object.entries(sent)) {
		const field = store.fields.get(name);
		const given = field ? field_values.map((value) => stored(field, value)) : field_values;
		const present = record.values[name]?.field_values ?? [];
		const isGiven = ({ value }: FieldValue) => given.some((other) => other.value === value);
		const others = present.filter((value) => !isGiven(value));
		const field_values_next =
			mode === 'append' ? [...others, ...given] : mode === 'delete' ? others : given;
		record.values[name] = { field_values: field_values_next, date_created: now };
	}
	record.date_modified = now;
	store.metadata.set(key, record);
	return record;
}

/** Writes checked values and tells of it. A block or warning field also changes the asset. */
export function writeMetadata(
	tenant: Tenant,
	objectType: string,
	objectId: string,
	sent: SentValues,
	cause: Cause,
): MetadataRecord {
	const { store, index, hub, automations } = tenant;
	const record = storeValues(store, objectType, objectId, sent);
	index.touch(objectId);
	if (objectType === 'assets' && store.assets.has(objectId)) {
		applyRestrictions(tenant, objectId, sent, cause);
		addHistory(tenant, objectId, cause, { operation_type: 'METADATA' });
	}
	hub.publish(
		{
			event_type: objectType,
			realm: 'metadata',
			operation: 'update',
			object_id: objectId,
			data: metadataBody(record),
		},
		cause,
	);
	if (objectType === 'assets' || objectType === 'collections')
		automations.notice(
			{
				type: 'METADATA_UPDATE',
				objectType,
				objectId,
				versionId: record.version_id,
				fields: Object.keys(sent),
				values: record.values,
			},
			cause,
		);
	return record;
}

function applyRestrictions(tenant: Tenant, assetId: string, sent: SentValues, cause: Cause): void {
	const asset = tenant.store.assets.get(assetId);
	if (!asset) return;
	for (const [name, { field_values = [] }] of Object.entries(sent)) {
		const field = tenant.store.fields.get(name);
		const [first] = field_values;
		const text = first ? String(first.value) : '';
		if (field?.is_block_field) updateAsset(tenant, asset, { is_blocked: text === 'true' }, cause);
		if (field?.is_warning_field) updateAsset(tenant, asset, { warning: text || null }, cause);
	}
}

/** The record as the API shows it, cut to some fields if asked. */
export function metadataBody(
	record: MetadataRecord,
	{ fields, asText = false }: { fields?: readonly string[]; asText?: boolean } = {},
): Record<string, unknown> {
	const shown = Object.entries(record.values).filter(([name]) => !fields || fields.includes(name));
	return {
		object_id: record.object_id,
		object_type: record.object_type,
		...(record.version_id ? { version_id: record.version_id } : {}),
		date_created: record.date_created,
		date_modified: record.date_modified,
		metadata_values: Object.fromEntries(
			shown.map(([name, { field_values, date_created }]) => [
				name,
				{
					date_created,
					field_values: field_values.map(({ value }) => ({
						value: asText ? String(value) : value,
					})),
				},
			]),
		),
	};
}

import type { IDataObject } from 'n8n-workflow';
import type { IconikClient } from '../transport/client';
import type { MetadataValues } from '../types';
import type { FieldValues, Mode, Value } from './metadataInput';
import { flatten } from './metadataValues';

/** What carries metadata. */
export interface MetadataObject {
	type: 'assets' | 'collections';
	id: string;
}

function valuesPath({ type, id }: MetadataObject, viewId: string, versionId = '') {
	const version = versionId && `versions/${encodeURIComponent(versionId)}/`;
	const view = `views/${encodeURIComponent(viewId)}/` as const;
	return `/API/metadata/v1/${type}/${encodeURIComponent(id)}/${version}${view}` as const;
}

/** The values of an object in a view; `undefined` when it has none there yet, which iconik answers with 404. */
export async function readValues(
	iconik: IconikClient,
	object: MetadataObject,
	viewId: string,
	versionId = '',
): Promise<MetadataValues | undefined> {
	return await iconik.find<MetadataValues>({ path: valuesPath(object, viewId, versionId) });
}

/** Values in the nested shape that iconik demands. */
export function toMetadataValues(fields: FieldValues, mode: Mode): IDataObject {
	return Object.fromEntries(
		Object.entries(fields).map(([name, values]) => [
			name,
			{
				field_values: values.map((value) => ({ value })),
				...(mode !== 'overwrite' && { mode }),
			},
		]),
	);
}

export interface WrittenValues {
	changed: string[];
	/** The flat values of the view afterwards. */
	metadata: Record<string, unknown>;
}

/** Writes what differs from what is there, and nothing when nothing does. */
export async function writeValues(
	iconik: IconikClient,
	object: MetadataObject,
	viewId: string,
	fields: FieldValues,
	mode: Mode,
): Promise<WrittenValues> {
	const before = await readValues(iconik, object, viewId);
	const present = rawValues(before);
	const differing = differingValues(present, fields, mode);
	const changed = Object.keys(differing);
	if (changed.length === 0) return { changed, metadata: flatten(before) };
	let after = await put(iconik, object, viewId, toMetadataValues(differing, mode));
	const left = notCleared(differing, mode, rawValues(after));
	if (Object.keys(left).length > 0)
		after = await put(iconik, object, viewId, toMetadataValues(left, 'delete'));
	return { changed, metadata: { ...flatten(before), ...flatten(after) } };
}

async function put(
	iconik: IconikClient,
	object: MetadataObject,
	viewId: string,
	metadata_values: IDataObject,
): Promise<MetadataValues> {
	const path = valuesPath(object, viewId);
	return await iconik.request<MetadataValues>({ method: 'PUT', path, body: { metadata_values } });
}

function rawValues(found: MetadataValues | undefined): FieldValues {
	return Object.fromEntries(
		Object.entries(found?.metadata_values ?? {}).map(([name, content]) => [
			name,
			(content?.field_values ?? [])
				.map((entry) => entry?.value as Value | null | undefined)
				.filter((value): value is Value => value !== undefined && value !== null && value !== ''),
		]),
	);
}

/** The part of the values that changes anything. iconik may give numbers and booleans back as text, so texts are compared. */
function differingValues(present: FieldValues, wanted: FieldValues, mode: Mode): FieldValues {
	const differing = Object.entries(wanted).map(([name, values]): [string, Value[]] | undefined => {
		const there = new Set((present[name] ?? []).map(String));
		if (mode === 'overwrite') {
			const isSame = values.length === there.size && values.every((one) => there.has(String(one)));
			return isSame ? undefined : [name, values];
		}
		const touched = values.filter((one) => there.has(String(one)) === (mode === 'delete'));
		return touched.length > 0 ? [name, touched] : undefined;
	});
	return Object.fromEntries(differing.filter((entry) => entry !== undefined));
}

/** No source says that an empty list clears a field. What an answer still shows is then taken out value by value. */
function notCleared(sent: FieldValues, mode: Mode, after: FieldValues): FieldValues {
	if (mode !== 'overwrite') return {};
	const cleared = Object.keys(sent).filter((name) => sent[name]?.length === 0);
	return Object.fromEntries(
		cleared.map((name) => [name, after[name] ?? []] as const).filter(([, rest]) => rest.length > 0),
	);
}

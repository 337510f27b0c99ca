import { jsonParse, type IDataObject } from 'n8n-workflow';
import { flatten } from '../media/metadataValues';
import { isSigned } from '../media/addresses';
import { toInstant } from '../media/dates';
import type { MetadataValues } from '../types';

/** n8n itself takes 16 MB at most; no event of iconik comes near this. */
const LARGEST_BODY = 12 * 1024 * 1024;

/** The body as an object, or `undefined` when it is not a JSON object. */
export function parseBody(raw: Buffer): IDataObject | undefined {
	if (raw.length === 0 || raw.length > LARGEST_BODY) return undefined;
	try {
		const body: unknown = jsonParse(raw.toString('utf8').replace(/^\uFEFF/, ''));
		return isObject(body) ? body : undefined;
	} catch {
		return undefined;
	}
}

/**
 * The call of a custom action, which has the same shape from a person's click and from an automation: one item for each asset, or one
 * without an asset. What has not this shape gives `undefined`. Tokens and signed addresses are taken out at any depth.
 */
export function actionItems(event: string, body: IDataObject): IDataObject[] | undefined {
	const assets = ids(body.asset_ids);
	const collections = ids(body.collection_ids);
	if (assets.length === 0 && collections.length === 0) return undefined;
	const shared = {
		event,
		...sender(body),
		action_id: text(body.action_id),
		context: text(body.context),
		collection_ids: collections,
		metadata_view_id: text(body.metadata_view_id),
		metadata: withoutSecrets(flatten(body as MetadataValues)) as IDataObject,
		date: toIso(body.date_created),
	};
	if (assets.length === 0) return [{ asset_id: null, ...shared }];
	return assets.map((asset_id) => ({ asset_id, ...shared }));
}

/** The event of a webhook as one item, with the ID of the asset if it is about one. What has not this shape gives `undefined`. */
export function webhookItems(event: string, body: IDataObject): IDataObject[] | undefined {
	const event_type = text(body.event_type);
	if (event_type === null) return undefined;
	const data = isObject(body.data) ? body.data : {};
	return [
		{
			asset_id: assetOf(event_type, body, data),
			event,
			...sender(body),
			event_type,
			realm: text(body.realm),
			operation: text(body.operation),
			object_id: text(body.object_id),
			...(event_type === 'collections' && { collection_id: collectionOf(body, data) }),
			request_id: text(body.request_id),
			data: withoutSecrets(data) as IDataObject,
			date: toIso(data.date_modified ?? data.date_created),
		},
	];
}

/** `object_id` names what changed in the realm, such as a share; the asset is then in the data. */
function assetOf(eventType: string, body: IDataObject, data: IDataObject): string | null {
	if (data.object_type === 'assets') return text(data.object_id);
	if (text(data.asset_id)) return text(data.asset_id);
	return eventType === 'assets' ? text(body.object_id) : null;
}

/** In the realm of contents, `object_id` is that of the link between the two. */
function collectionOf(body: IDataObject, data: IDataObject): string | null {
	return text(data.collection_id) ?? text(body.object_id);
}

function sender(body: IDataObject): IDataObject {
	return { user_id: text(body.user_id), system_domain_id: text(body.system_domain_id) };
}

const SECRET_KEY =
	/token|secret|password|passwd|authorization|credential|api[_-]?key|jwt|^headers$|upload_url/i;

/** A copy without anything that opens a door: keys that name a secret, and signed addresses. */
export function withoutSecrets(value: unknown): unknown {
	if (typeof value === 'string') return isSigned(value) ? null : value;
	if (Array.isArray(value)) return value.map(withoutSecrets);
	if (!isObject(value)) return value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(([key]) => !SECRET_KEY.test(key))
			.map(([key, inner]) => [key, withoutSecrets(inner)]),
	);
}

function ids(value: unknown): string[] {
	const all = Array.isArray(value) ? value.filter((id) => typeof id === 'string' && id !== '') : [];
	return [...new Set(all as string[])];
}

function text(value: unknown): string | null {
	return typeof value === 'string' && value !== '' ? value : null;
}

function toIso(value: unknown): string | null {
	const instant = typeof value === 'string' ? toInstant(value) : undefined;
	return instant === undefined ? null : new Date(instant).toISOString();
}

function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

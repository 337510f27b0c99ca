import type Entry from '@contentstack/app-sdk/dist/src/entry';
import { isRecord } from '../ui/isRecord';
import { limitsOf } from './fieldLimits';
import type { Host } from './host';
import { readStored } from './storedValue';

const DEFAULT_MIRROR = 'iconik_asset_id';

/**
 * Connects to the entry form around the frame. The SDK also serves a classic extension: without an installation it takes the
 * configuration from the first message.
 */
export async function contentstackHost(): Promise<Host> {
	const parentOrigin = originOfParent();
	const { default: ContentstackAppSDK } = await import('@contentstack/app-sdk');
	const sdk = await ContentstackAppSDK.init();
	const location = sdk.location.CustomField;
	if (!location) throw new Error('Not a custom field');
	const { field, entry, frame } = location;
	const config = recordOf(await sdk.getConfig());
	const mirror = mirrorOf(entry, String(config.mirrorField ?? DEFAULT_MIRROR));

	return {
		access: { key: String(config.key ?? ''), parentOrigin: await parentOrigin },
		limits: limitsOf(recordOf(location.fieldConfig), config),
		entry: {
			contentType: String(entry.content_type?.uid ?? ''),
			uid: String((entry.getData() as { uid?: string } | undefined)?.uid ?? ''),
			locale: entry.locale ?? '',
			field: field.uid ?? '',
		},
		stored: readStored(field.getData()),
		isFramed: true,
		store: async (value, ids) => {
			await field.setData(value);
			if (mirror === null) return { mirrorFailed: null };
			try {
				await entry.getField(mirror).setData(ids.join(', '));
				return { mirrorFailed: null };
			} catch {
				return { mirrorFailed: mirror };
			}
		},
		setHeight: (height) => void frame.updateHeight(height),
	};
}

/** The text field that takes the asset ids: one line or several, not a list of texts, which the SDK may not set. */
function mirrorOf(entry: Entry, uid: string): string | null {
	const schema: unknown = entry.content_type?.schema;
	const fields: unknown[] = Array.isArray(schema) ? schema : [];
	const found = fields
		.filter(isRecord)
		.find((field) => field.uid === uid && field.data_type === 'text' && field.multiple !== true);
	return found ? uid : null;
}

/** A classic extension's configuration may be JSON in a text. */
function recordOf(config: unknown): Record<string, unknown> {
	if (typeof config !== 'string') return isRecord(config) ? config : {};
	try {
		const value: unknown = JSON.parse(config);
		return isRecord(value) ? value : {};
	} catch {
		return {};
	}
}

/** The browser puts the sender's origin on every message, so the parent cannot claim another one. */
async function originOfParent(): Promise<string> {
	return await new Promise((resolve) => {
		const listen = ({ source, origin }: MessageEvent) => {
			if (source !== window.parent) return;
			window.removeEventListener('message', listen);
			resolve(origin);
		};
		window.addEventListener('message', listen);
	});
}

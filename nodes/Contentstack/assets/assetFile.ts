import type { MediaFile } from '../../../lib/mediaPackage';
import { isRecord, parsedJson } from '../schema/compounds';

/** Where the bytes of a file come from. */
export type Source =
	| { kind: 'url'; url: string }
	| { kind: 'text'; text: string }
	| { kind: 'binary'; index: number; property: string };

/** One file that is to be an asset. */
export interface AssetFile {
	/** What the file is, the same for every version of it. */
	key: string;
	/** Changes exactly when the content does. */
	fingerprint: string;
	fileName: string;
	/** Empty when only the source can tell. */
	mimeType: string;
	role: string | null;
	language: string | null;
	closedCaptions: boolean;
	/** `undefined` when there is nothing to upload. */
	source?: Source;
}

/**
 * The files of a list such as a media package holds, `null`s left out. Gives the reason instead when it is not such a list.
 */
export function filesOf(value: unknown): AssetFile[] | string {
	const parsed = parsedJson(value);
	const list = [parsed ?? []].flat().filter((item) => (item ?? '') !== '');
	const wrong = list.find((item) => !isMediaFile(item));
	if (wrong !== undefined)
		return `Each file must be an object with key, fingerprint and file_name; one is ${JSON.stringify(wrong)?.slice(0, 40)}`;
	return (list as MediaFile[]).map((file) => ({
		key: file.key,
		fingerprint: file.fingerprint,
		fileName: file.file_name,
		mimeType: file.mime_type ?? '',
		role: file.role ?? null,
		language: file.language ?? null,
		closedCaptions: file.closed_captions === true,
		...(file.text
			? { source: { kind: 'text' as const, text: file.text } }
			: file.url && { source: { kind: 'url' as const, url: file.url } }),
	}));
}

function isMediaFile(item: unknown): boolean {
	return (
		isRecord(item) &&
		[item.key, item.fingerprint, item.file_name].every(
			(part) => typeof part === 'string' && part !== '',
		)
	);
}

/** Marks the asset as this file. Tags are joined with commas in an upload, so none may hold one. */
export function keyTag(key: string): string {
	return `key:${key.replaceAll(',', '%2C')}`;
}

/** Marks the content that the asset holds. */
export function fingerprintTag(fingerprint: string): string {
	return `fingerprint:${fingerprint.replaceAll(',', '%2C')}`;
}

/** The tags that an asset gets: ours for this file, and whatever else it has. */
export function tagsFor({ key, fingerprint }: AssetFile, present: string[] = []): string[] {
	const others = present.filter((tag) => !/^(key|fingerprint):/.test(tag));
	return [...others, keyTag(key), fingerprintTag(fingerprint)];
}

import type { PickedMedia } from '../../../lib/pickerProtocol';

/** What was found in the field. */
export interface StoredValue {
	values: PickedMedia[];
	/** Elements of the list that this picker did not write; they are kept behind its own. */
	foreign: unknown[];
	/** Whether the field holds something that is no list at all. */
	isNoList: boolean;
}

/** Reads the field's value with nothing taken for granted: editors, imports and other pickers may have written it. */
export function readStored(data: unknown): StoredValue {
	const value = typeof data === 'string' ? parsed(data) : data;
	if (value === null || value === undefined || value === '')
		return { values: [], foreign: [], isNoList: false };
	if (!Array.isArray(value))
		return { values: [], foreign: [], isNoList: Object.keys(value as object).length > 0 };
	const list = value as unknown[];
	return {
		values: list.filter(isPicked).map(completed),
		foreign: list.filter((item) => !isPicked(item)),
		isNoList: false,
	};
}

function parsed(text: string): unknown {
	try {
		return text === '' ? null : (JSON.parse(text) as unknown);
	} catch {
		return { text };
	}
}

function isPicked(item: unknown): item is Partial<PickedMedia> & { id: string } {
	if (typeof item !== 'object' || item === null) return false;
	const { id, version_policy } = item as Partial<PickedMedia>;
	return (
		typeof id === 'string' &&
		id !== '' &&
		(version_policy === 'pinned' || version_policy === 'latestApproved')
	);
}

/** Values of an earlier time may lack a key; the page can rely on those it reads. */
function completed(item: Partial<PickedMedia> & { id: string }): PickedMedia {
	return {
		type: '',
		name: '',
		version_policy: 'latestApproved',
		version_id: null,
		version_number: null,
		duration_ms: null,
		width: null,
		height: null,
		size: null,
		thumbnailUrl: null,
		previewUrl: null,
		delivery: { strategy: 'none', url: null },
		platformUrl: '',
		media_entry_uid: null,
		captions: [],
		rights: { status: 'missing', starts: null, expires: null },
		...item,
	};
}

import type { MediaPick, PickedMedia, PickerItem } from '../../../lib/pickerProtocol';

/** One chosen item, in the order in which the field will hold it. */
export interface Chosen {
	id: string;
	title: string;
	mediaType: string | null;
	durationMs: number | null;
	posterUrl: string | null;
	/** `null` follows the latest approved version. */
	pinnedVersionId: string | null;
	/** What the field holds of it already, unless the version has been chosen anew. */
	stored: PickedMedia | null;
}

export function chosenFromField(value: PickedMedia, posterUrl: string | null): Chosen {
	return {
		id: value.id,
		title: value.name,
		mediaType: value.type || null,
		durationMs: value.duration_ms,
		posterUrl: posterUrl ?? value.thumbnailUrl,
		pinnedVersionId: value.version_policy === 'pinned' ? value.version_id : null,
		stored: value,
	};
}

export function chosenFromItem(item: PickerItem, pinnedVersionId: string | null): Chosen {
	const { id, title, mediaType, durationMs, posterUrl } = item;
	return { id, title, mediaType, durationMs, posterUrl, pinnedVersionId, stored: null };
}

/** Puts an item in, or changes the version of one that is in; its place stays. */
export function withChosen(chosen: Chosen[], added: Chosen): Chosen[] {
	const index = chosen.findIndex(({ id }) => id === added.id);
	return index < 0 ? [...chosen, added] : chosen.with(index, added);
}

export function without(chosen: Chosen[], id: string): Chosen[] {
	return chosen.filter((one) => one.id !== id);
}

/** What n8n has to prepare: all but what the field holds already. */
export function picksOf(chosen: Chosen[]): MediaPick[] {
	return chosen
		.filter(({ stored }) => stored === null)
		.map(({ id, pinnedVersionId }) => ({ id, pinnedVersionId }));
}

/** The chosen with what n8n has prepared of them. */
export function withPrepared(chosen: Chosen[], prepared: PickedMedia[]): Chosen[] {
	return chosen.map((one) => ({
		...one,
		stored: one.stored ?? prepared.find(({ id }) => id === one.id) ?? null,
	}));
}

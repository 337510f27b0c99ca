import type { CollectionChoice, SearchRequest } from '../../../lib/pickerProtocol';

export type Orientation = NonNullable<SearchRequest['orientation']>;
export type Sort = NonNullable<SearchRequest['sort']>;
export type DurationRange = 'upTo30s' | 'upTo2min' | 'upTo10min' | 'longer';

/** What an editor has narrowed the results to. Empty texts and `null` mean any. */
export interface Filters {
	mediaTypes: string[];
	collection: CollectionChoice | null;
	approvedOnly: boolean;
	orientation: Orientation | '';
	duration: DurationRange | '';
	captions: string;
	createdFrom: string;
	createdTo: string;
}

export const NO_FILTERS: Filters = {
	mediaTypes: [],
	collection: null,
	approvedOnly: false,
	orientation: '',
	duration: '',
	captions: '',
	createdFrom: '',
	createdTo: '',
};

/** Milliseconds. */
const RANGES: Record<DurationRange, { from?: number; to?: number }> = {
	upTo30s: { to: 30_000 },
	upTo2min: { from: 30_000, to: 120_000 },
	upTo10min: { from: 120_000, to: 600_000 },
	longer: { from: 600_000 },
};

/** How many filters narrow the results; the two dates count as one. */
export function activeCount(filters: Filters): number {
	return [
		filters.mediaTypes.length > 0,
		filters.collection !== null,
		filters.approvedOnly,
		filters.orientation !== '',
		filters.duration !== '',
		filters.captions !== '',
		filters.createdFrom !== '' || filters.createdTo !== '',
	].filter(Boolean).length;
}

/**
 * The search for what an editor has typed and chosen.
 * @param allowedTypes the media types that the field takes, empty for all
 * @param sort `null` until an editor has chosen one: best match for words, newest without
 */
export function searchRequest(
	text: string,
	filters: Filters,
	allowedTypes: string[],
	sort: Sort | null,
): SearchRequest {
	const words = text.trim();
	const types = filters.mediaTypes.length > 0 ? filters.mediaTypes : allowedTypes;
	const { from, to } = filters.duration === '' ? {} : RANGES[filters.duration];
	return {
		...(words !== '' && { text: words }),
		...(types.length > 0 && { mediaTypes: types.join(',') }),
		...(filters.collection && { collection: filters.collection.id }),
		...(filters.approvedOnly && { approvedOnly: 'true' as const }),
		...(filters.orientation !== '' && { orientation: filters.orientation }),
		...(from !== undefined && { durationFrom: String(from) }),
		...(to !== undefined && { durationTo: String(to) }),
		...(filters.captions !== '' && { captions: filters.captions }),
		...(filters.createdFrom !== '' && { createdFrom: filters.createdFrom }),
		...(filters.createdTo !== '' && { createdTo: filters.createdTo }),
		sort: effectiveSort(words, sort),
	};
}

/** Best match means nothing without words. */
export function effectiveSort(text: string, sort: Sort | null): Sort {
	const hasWords = text.trim() !== '';
	if (sort === null || (sort === 'relevance' && !hasWords))
		return hasWords ? 'relevance' : 'newest';
	return sort;
}

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { PickerItem, SearchRequest } from '../../../lib/pickerProtocol';
import { usePickerApi } from '../api/PickerContext';

export interface SearchResult {
	items: PickerItem[];
	total: number | null;
	/** Whether nothing can be shown yet. */
	isLoading: boolean;
	/** Whether what is shown belongs to an earlier search. */
	isStale: boolean;
	hasMore: boolean;
	isLoadingMore: boolean;
	error: unknown;
	retry: () => void;
	loadMore: () => void;
}

/** The pages found so far. A new search cancels the one before; what was found stays to be seen until the new answer is there. */
export function useSearch(request: SearchRequest): SearchResult {
	const api = usePickerApi();
	const query = useInfiniteQuery({
		queryKey: ['search', request],
		queryFn: async ({ pageParam, signal }) =>
			await api.search({ ...request, ...(pageParam !== null && { cursor: pageParam }) }, signal),
		initialPageParam: null as string | null,
		getNextPageParam: ({ next }) => next,
		placeholderData: keepPreviousData,
	});
	const pages = query.data?.pages ?? [];
	const { isFetchNextPageError, isPlaceholderData } = query;
	return {
		items: onlyOnce(pages.flatMap(({ items }) => items)),
		total: pages.at(-1)?.total ?? null,
		isLoading: query.isPending,
		isStale: isPlaceholderData,
		hasMore: query.hasNextPage && !isPlaceholderData,
		isLoadingMore: query.isFetchingNextPage,
		error: query.error,
		retry: () => void (isFetchNextPageError ? query.fetchNextPage() : query.refetch()),
		loadMore: () => {
			if (query.hasNextPage && !query.isFetching && !query.isError) void query.fetchNextPage();
		},
	};
}

/** Something may move from one page to the next while an editor scrolls. */
function onlyOnce(items: PickerItem[]): PickerItem[] {
	return [...new Map(items.map((item) => [item.id, item])).values()];
}

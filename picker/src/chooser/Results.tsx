import { useEffect, useId, useRef } from 'react';
import type { PickerItem } from '../../../lib/pickerProtocol';
import { texts } from '../texts';
import { FailureNotice } from '../ui/FailureNotice';
import type { Objection } from './objection';
import { ResultCard } from './ResultCard';
import { useGridKeys } from './useGridKeys';
import type { SearchResult } from './useSearch';

export type Layout = 'grid' | 'list';

const SKELETONS = 12;
/** Pixels below the visible part in which the next page is already fetched. */
const AHEAD = '300px';

/** What the search has found, growing as an editor scrolls; or why there is nothing. */
export function Results({
	result,
	layout,
	isNarrowed,
	isChosen,
	objectionTo,
	onToggle,
	onPreview,
	onClear,
}: {
	result: SearchResult;
	layout: Layout;
	/** Whether words or filters narrow the results. */
	isNarrowed: boolean;
	isChosen: (id: string) => boolean;
	objectionTo: (item: PickerItem) => Objection | null;
	onToggle: (item: PickerItem) => void;
	onPreview: (item: PickerItem) => void;
	onClear: () => void;
}) {
	const help = useId();
	const grid = useRef<HTMLDivElement>(null);
	const { items, error, retry } = result;
	const keys = useGridKeys(grid, items.length);

	if (error && items.length === 0)
		return <FailureNotice error={error} hint={texts.chooser.keepsChoice} onRetry={retry} />;
	if (result.isLoading) return <Loading layout={layout} />;
	if (items.length === 0)
		return (
			<div className="empty">
				<strong>{isNarrowed ? texts.chooser.none : texts.chooser.nothing}</strong>
				<p>{isNarrowed ? texts.chooser.noneHint : texts.chooser.nothingHint}</p>
				{isNarrowed && (
					<button type="button" className="button" onClick={onClear}>
						{texts.chooser.clearFilters}
					</button>
				)}
			</div>
		);
	return (
		<>
			<p className="hidden" id={help}>
				{texts.chooser.resultsHelp}
			</p>
			<div
				ref={grid}
				role="grid"
				className={`cards ${layout} ${result.isStale ? 'stale' : ''}`}
				aria-label={texts.chooser.results}
				aria-describedby={help}
				aria-rowcount={result.total ?? -1}
				aria-busy={result.isStale}
				onKeyDown={keys.onKeyDown}
				onFocus={keys.onFocus}
			>
				{items.map((item, index) => (
					<ResultCard
						key={item.id}
						item={item}
						index={index}
						isChosen={isChosen(item.id)}
						isCurrent={index === keys.current}
						objection={objectionTo(item)}
						onToggle={() => onToggle(item)}
						onPreview={() => onPreview(item)}
					/>
				))}
			</div>
			{error ? (
				<FailureNotice error={error} hint={texts.chooser.keepsChoice} onRetry={retry} />
			) : (
				<More result={result} />
			)}
		</>
	);
}

/** Fetches the next page when it comes near the visible part; as a button it also works without scrolling. */
function More({ result }: { result: SearchResult }) {
	const button = useRef<HTMLButtonElement>(null);
	const { hasMore, isLoadingMore, loadMore, items } = result;
	const count = items.length;
	useEffect(() => {
		if (!button.current) return;
		const observer = new IntersectionObserver(
			(entries) => entries.some(({ isIntersecting }) => isIntersecting) && loadMore(),
			{ root: button.current.closest('.results'), rootMargin: AHEAD },
		);
		observer.observe(button.current);
		return () => observer.disconnect();
		// A new page may leave the button where it was, so it is observed anew after each.
		// eslint-disable-next-line react-hooks/exhaustive-deps
	}, [count, hasMore, isLoadingMore]);
	if (!hasMore) return <p className="end">{texts.chooser.end(count)}</p>;
	return (
		<button ref={button} type="button" className="button more" onClick={loadMore}>
			{isLoadingMore ? texts.chooser.loadingMore : texts.chooser.loadMore}
		</button>
	);
}

function Loading({ layout }: { layout: Layout }) {
	return (
		<div className={`cards ${layout}`} role="status" aria-label={texts.chooser.loading}>
			{Array.from({ length: SKELETONS }, (_, index) => (
				<div key={index} className="card skeleton" aria-hidden="true">
					<span className="poster" />
					<span className="line" />
					<span className="line short" />
				</div>
			))}
		</div>
	);
}

import { useId } from 'react';
import { texts } from '../texts';
import { Icon } from '../ui/Icon';
import { IconButton } from '../ui/IconButton';
import type { Sort } from './filters';
import type { Layout } from './Results';

/** At most so many characters are sent. */
const MAX_TEXT = 200;

export function Toolbar({
	text,
	onText,
	sort,
	onSort,
	layout,
	onLayout,
	activeFilters,
	areFiltersOpen,
	filtersId,
	onToggleFilters,
}: {
	text: string;
	onText: (text: string) => void;
	sort: Sort;
	onSort: (sort: Sort) => void;
	layout: Layout;
	onLayout: (layout: Layout) => void;
	activeFilters: number;
	areFiltersOpen: boolean;
	filtersId: string;
	onToggleFilters: () => void;
}) {
	const searchId = useId();
	const sorts = (Object.keys(texts.sorts) as Sort[]).filter(
		(one) => one !== 'relevance' || text.trim() !== '',
	);
	return (
		<div className="toolbar">
			<form role="search" className="search" onSubmit={(event) => event.preventDefault()}>
				<label htmlFor={searchId} className="hidden">
					{texts.chooser.search}
				</label>
				<Icon name="search" />
				<input
					id={searchId}
					type="text"
					inputMode="search"
					enterKeyHint="search"
					autoComplete="off"
					spellCheck={false}
					autoFocus
					maxLength={MAX_TEXT}
					placeholder={texts.chooser.searchHint}
					value={text}
					onChange={(event) => onText(event.target.value)}
				/>
				{text !== '' && (
					<IconButton icon="close" label={texts.chooser.clearSearch} onClick={() => onText('')} />
				)}
			</form>
			<button
				type="button"
				className="button filter-toggle"
				aria-expanded={areFiltersOpen}
				aria-controls={filtersId}
				onClick={onToggleFilters}
			>
				<Icon name="filter" />
				{texts.filters.show(activeFilters)}
			</button>
			<label className="sort">
				<span className="hidden">{texts.chooser.sort}</span>
				<select value={sort} onChange={(event) => onSort(event.target.value as Sort)}>
					{sorts.map((one) => (
						<option key={one} value={one}>
							{texts.sorts[one]}
						</option>
					))}
				</select>
			</label>
			<div className="layouts" role="group" aria-label={texts.chooser.view}>
				{(['grid', 'list'] as const).map((one) => (
					<IconButton
						key={one}
						icon={one}
						label={texts.chooser[one]}
						aria-pressed={layout === one}
						onClick={() => onLayout(one)}
					/>
				))}
			</div>
		</div>
	);
}

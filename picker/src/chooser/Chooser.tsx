import { useId, useState } from 'react';
import type { PickedMedia, PickerItem, SelectRequest } from '../../../lib/pickerProtocol';
import { useSettings } from '../api/useSession';
import type { FieldLimits } from '../host/fieldLimits';
import { Preview } from '../preview/Preview';
import { texts } from '../texts';
import { FailureNotice } from '../ui/FailureNotice';
import { IconButton } from '../ui/IconButton';
import { Notice } from '../ui/Notice';
import { OfflineNotice } from '../ui/OfflineNotice';
import { useDebounced } from '../ui/useDebounced';
import { ActiveFilters } from './ActiveFilters';
import { FilterPanel } from './FilterPanel';
import { activeCount, effectiveSort, NO_FILTERS, searchRequest, type Sort } from './filters';
import { objectionTo } from './objection';
import { type Layout, Results } from './Results';
import { Toolbar } from './Toolbar';
import { Tray } from './Tray';
import { useConfirm } from './useConfirm';
import { useSearch } from './useSearch';
import { useSelection } from './useSelection';
import { WarningDialog } from './WarningDialog';

const TYPING_PAUSE_MS = 250;

export interface ChooserProps {
	values: PickedMedia[];
	/** Where a picture of something in the field can be loaded from now, if that is known. */
	posterOf: (id: string) => string | null;
	limits: FieldLimits;
	entry: SelectRequest['entry'];
	onDone: (values: PickedMedia[]) => void;
	onCancel: () => void;
	/** Absent when it is in its own window already. */
	onOwnWindow?: () => void;
}

/** The library: search, filters, results, preview, and what is chosen. */
export function Chooser({
	values,
	posterOf,
	limits,
	entry,
	onDone,
	onCancel,
	onOwnWindow,
}: ChooserProps) {
	const filtersId = useId();
	const [text, setText] = useState('');
	const [filters, setFilters] = useState(NO_FILTERS);
	const [sort, setSort] = useState<Sort | null>(null);
	const [layout, setLayout] = useState<Layout>('grid');
	const [areFiltersOpen, setFiltersOpen] = useState(false);
	const [previewed, setPreviewed] = useState<PickerItem | null>(null);

	const { settings } = useSettings();
	const objection = (item: PickerItem) => objectionTo(item, limits, settings);
	const selection = useSelection(values, posterOf, limits, objection);
	const confirm = useConfirm(entry, onDone, selection.replace);
	const words = useDebounced(text, TYPING_PAUSE_MS);
	const result = useSearch(searchRequest(words, filters, limits.mediaTypes, sort));

	const clear = () => {
		setText('');
		setFilters(NO_FILTERS);
	};
	const choose = (item: PickerItem, pinned: string | null) => {
		confirm.dismiss();
		selection.choose(item, pinned);
	};

	return (
		<section className="chooser" aria-labelledby={`${filtersId}-title`}>
			<header className="chooser-head">
				<h1 id={`${filtersId}-title`}>{texts.chooser.title}</h1>
				{onOwnWindow && (
					<IconButton icon="window" label={texts.actions.ownWindow} onClick={onOwnWindow} />
				)}
				<IconButton icon="close" label={texts.actions.cancel} onClick={onCancel} />
			</header>
			<Toolbar
				text={text}
				onText={setText}
				sort={effectiveSort(text, sort)}
				onSort={setSort}
				layout={layout}
				onLayout={setLayout}
				activeFilters={activeCount(filters)}
				areFiltersOpen={areFiltersOpen}
				filtersId={filtersId}
				onToggleFilters={() => setFiltersOpen(!areFiltersOpen)}
			/>
			<OfflineNotice />
			<div className={`chooser-body ${areFiltersOpen ? 'with-filters' : ''}`}>
				<aside id={filtersId} aria-label={texts.filters.heading} hidden={!areFiltersOpen}>
					{areFiltersOpen && (
						<FilterPanel
							filters={filters}
							settings={settings}
							allowedTypes={limits.mediaTypes}
							onChange={setFilters}
						/>
					)}
				</aside>
				<div className="results" tabIndex={-1}>
					<div className="results-head">
						<p role="status">
							{result.isLoading || result.isStale
								? texts.chooser.searching
								: result.total !== null && texts.chooser.found(result.total)}
						</p>
						<ActiveFilters filters={filters} onChange={setFilters} />
					</div>
					<Results
						result={result}
						layout={layout}
						isNarrowed={words.trim() !== '' || activeCount(filters) > 0}
						isChosen={(id) => selection.find(id) !== undefined}
						objectionTo={objection}
						onToggle={selection.toggle}
						onPreview={setPreviewed}
						onClear={clear}
					/>
				</div>
			</div>
			<Messages selection={selection} confirm={confirm} />
			<Tray
				chosen={selection.chosen}
				limits={limits}
				isChanged={selection.isChanged}
				isBusy={confirm.isPending}
				onRemove={selection.remove}
				onConfirm={() => confirm.confirm(selection.chosen)}
				onCancel={onCancel}
			/>
			{previewed && (
				<Preview
					id={previewed.id}
					title={previewed.title}
					pinned={selection.find(previewed.id)?.pinnedVersionId ?? null}
					onVersion={(details, pinned) => {
						if (selection.find(details.id)) choose(details, pinned);
					}}
					onClose={() => setPreviewed(null)}
					footer={(details, pinned) => (
						<ChooseButton
							isChosen={selection.find(details.id) !== undefined}
							isForbidden={objection(details)?.kind === 'forbid'}
							onChoose={() => {
								choose(details, pinned);
								setPreviewed(null);
							}}
							onRemove={() => selection.remove(details)}
						/>
					)}
				/>
			)}
			{selection.warned && (
				<WarningDialog
					title={selection.warned.item.title}
					reasons={objection(selection.warned.item)?.reasons ?? ''}
					onAccept={selection.acceptWarning}
					onClose={selection.dismissWarning}
				/>
			)}
		</section>
	);
}

function ChooseButton({
	isChosen,
	isForbidden,
	onChoose,
	onRemove,
}: {
	isChosen: boolean;
	isForbidden: boolean;
	onChoose: () => void;
	onRemove: () => void;
}) {
	if (isChosen)
		return (
			<button type="button" className="button" onClick={onRemove}>
				{texts.preview.unchoose}
			</button>
		);
	return (
		<button type="button" className="button primary" disabled={isForbidden} onClick={onChoose}>
			{texts.preview.choose}
		</button>
	);
}

/** What stands in the way, beside the tray that it is about. */
function Messages({
	selection,
	confirm,
}: {
	selection: ReturnType<typeof useSelection>;
	confirm: ReturnType<typeof useConfirm>;
}) {
	return (
		<div className="messages">
			{selection.hint && (
				<Notice
					tone="warn"
					action={
						<IconButton icon="close" label={texts.actions.close} onClick={selection.dismissHint} />
					}
				>
					{selection.hint}
				</Notice>
			)}
			{confirm.error && (
				<FailureNotice
					error={confirm.error}
					title={texts.chooser.failedTitle}
					hint={texts.chooser.keepsChoice}
					onRetry={() => confirm.confirm(selection.chosen)}
				/>
			)}
			{confirm.refused.length > 0 && (
				<Notice
					tone="bad"
					title={texts.chooser.refusedTitle}
					isUrgent
					action={<IconButton icon="close" label={texts.actions.close} onClick={confirm.dismiss} />}
				>
					{confirm.refused.map(({ id, title, reason }) => (
						<p key={id}>{texts.chooser.refused(title, reason)}</p>
					))}
					<p>{texts.chooser.refusedHint}</p>
				</Notice>
			)}
		</div>
	);
}

import { type ReactNode, useId } from 'react';
import type { PickerSettings } from '../../../lib/pickerProtocol';
import { texts } from '../texts';
import { languageName, mediaTypeName } from '../ui/format';
import { CollectionTree } from './CollectionTree';
import type { DurationRange, Filters, Orientation } from './filters';

const COMMON_TYPES = ['video', 'audio', 'image'];

/** All that results can be narrowed by, within what the node and the field allow. */
export function FilterPanel({
	filters,
	settings,
	allowedTypes,
	onChange,
}: {
	filters: Filters;
	settings: PickerSettings | undefined;
	/** The media types that the field takes, empty for all. */
	allowedTypes: string[];
	onChange: (filters: Filters) => void;
}) {
	const set = (change: Partial<Filters>) => onChange({ ...filters, ...change });
	const types = offeredTypes(settings?.mediaTypes ?? [], allowedTypes);
	const languages = settings?.captionLanguages ?? [];
	const toggleType = (type: string) =>
		set({
			mediaTypes: filters.mediaTypes.includes(type)
				? filters.mediaTypes.filter((one) => one !== type)
				: [...filters.mediaTypes, type],
		});

	return (
		<div className="filters">
			{types.length > 1 && (
				<Group label={texts.filters.type}>
					<div className="chips">
						{types.map((type) => (
							<label key={type} className="chip">
								<input
									type="checkbox"
									checked={filters.mediaTypes.includes(type)}
									onChange={() => toggleType(type)}
								/>
								<span>{mediaTypeName(type)}</span>
							</label>
						))}
					</div>
				</Group>
			)}
			<Group label={texts.filters.collection}>
				<CollectionTree
					chosen={filters.collection?.id ?? null}
					onChoose={(collection) => set({ collection })}
				/>
			</Group>
			<Group label={texts.filters.approval}>
				{settings?.approvedOnly ? (
					<p className="soft">{texts.filters.approvedAlways}</p>
				) : (
					<label className="check-row">
						<input
							type="checkbox"
							checked={filters.approvedOnly}
							onChange={(event) => set({ approvedOnly: event.target.checked })}
						/>
						<span>{texts.filters.approvedOnly}</span>
					</label>
				)}
			</Group>
			<Choice<DurationRange>
				label={texts.filters.duration}
				names={texts.durations}
				value={filters.duration}
				onChange={(duration) => set({ duration })}
			/>
			<Choice<Orientation>
				label={texts.filters.orientation}
				names={texts.orientations}
				value={filters.orientation}
				onChange={(orientation) => set({ orientation })}
			/>
			{languages.length > 0 && (
				<Choice
					label={texts.filters.captions}
					names={Object.fromEntries(languages.map((tag) => [tag, languageName(tag)]))}
					value={filters.captions}
					onChange={(captions) => set({ captions })}
				/>
			)}
			<Group label={texts.filters.date}>
				<div className="dates">
					<label>
						<span>{texts.filters.from}</span>
						<input
							type="date"
							value={filters.createdFrom}
							max={filters.createdTo || undefined}
							onChange={(event) => set({ createdFrom: event.target.value })}
						/>
					</label>
					<label>
						<span>{texts.filters.to}</span>
						<input
							type="date"
							value={filters.createdTo}
							min={filters.createdFrom || undefined}
							onChange={(event) => set({ createdTo: event.target.value })}
						/>
					</label>
				</div>
			</Group>
		</div>
	);
}

function offeredTypes(scope: string[], allowed: string[]): string[] {
	const inScope = scope.length > 0 ? scope : COMMON_TYPES;
	return allowed.length > 0 ? inScope.filter((type) => allowed.includes(type)) : inScope;
}

function Group({ label, children }: { label: string; children: ReactNode }) {
	const id = useId();
	return (
		<div role="group" aria-labelledby={id} className="filter-group">
			<h2 id={id}>{label}</h2>
			{children}
		</div>
	);
}

function Choice<T extends string>({
	label,
	names,
	value,
	onChange,
}: {
	label: string;
	names: Record<T, string>;
	value: T | '';
	onChange: (value: T | '') => void;
}) {
	return (
		<label className="filter-group">
			<span className="group-label">{label}</span>
			<select value={value} onChange={(event) => onChange(event.target.value as T | '')}>
				<option value="">{texts.filters.any}</option>
				{Object.entries<string>(names).map(([key, name]) => (
					<option key={key} value={key}>
						{name}
					</option>
				))}
			</select>
		</label>
	);
}

import { texts } from '../texts';
import { formatDate, languageName, mediaTypeName } from '../ui/format';
import { Icon } from '../ui/Icon';
import { type Filters, NO_FILTERS } from './filters';

/** The filters that hold, each to be taken away with one press. */
export function ActiveFilters({
	filters,
	onChange,
}: {
	filters: Filters;
	onChange: (filters: Filters) => void;
}) {
	const active = activeOnes(filters);
	if (active.length === 0) return null;
	return (
		<ul className="active-filters" aria-label={texts.filters.active}>
			{active.map(({ label, without }) => (
				<li key={label}>
					<button
						type="button"
						aria-label={texts.filters.remove(label)}
						onClick={() => onChange({ ...filters, ...without })}
					>
						{label}
						<Icon name="close" />
					</button>
				</li>
			))}
			<li>
				<button type="button" className="link" onClick={() => onChange(NO_FILTERS)}>
					{texts.chooser.clearFilters}
				</button>
			</li>
		</ul>
	);
}

function activeOnes(filters: Filters): Array<{ label: string; without: Partial<Filters> }> {
	const { mediaTypes, collection, orientation, duration, captions, createdFrom, createdTo } =
		filters;
	return [
		...mediaTypes.map((type) => ({
			label: mediaTypeName(type),
			without: { mediaTypes: mediaTypes.filter((one) => one !== type) },
		})),
		...(collection ? [{ label: collection.title, without: { collection: null } }] : []),
		...(filters.approvedOnly
			? [{ label: texts.filters.approvedOnly, without: { approvedOnly: false } }]
			: []),
		...(duration ? [{ label: texts.durations[duration], without: { duration: '' as const } }] : []),
		...(orientation
			? [{ label: texts.orientations[orientation], without: { orientation: '' as const } }]
			: []),
		...(captions
			? [{ label: texts.filters.captionsIn(languageName(captions)), without: { captions: '' } }]
			: []),
		...(createdFrom
			? [
					{
						label: texts.filters.createdFrom(formatDate(createdFrom)),
						without: { createdFrom: '' },
					},
				]
			: []),
		...(createdTo
			? [{ label: texts.filters.createdTo(formatDate(createdTo)), without: { createdTo: '' } }]
			: []),
	];
}

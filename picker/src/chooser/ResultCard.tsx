import { type MouseEvent, useId } from 'react';
import type { PickerItem } from '../../../lib/pickerProtocol';
import { texts } from '../texts';
import { Badges } from '../ui/Badges';
import { formatDate, mediaTypeName } from '../ui/format';
import { Icon } from '../ui/Icon';
import { IconButton } from '../ui/IconButton';
import { Poster } from '../ui/Poster';
import type { Objection } from './objection';

/** One item of the results: choosing it is the large target, the preview the small one. */
export function ResultCard({
	item,
	index,
	isChosen,
	isCurrent,
	objection,
	onToggle,
	onPreview,
}: {
	item: PickerItem;
	index: number;
	isChosen: boolean;
	/** Whether the tab key stops here; arrow keys lead to the others. */
	isCurrent: boolean;
	objection: Objection | null;
	onToggle: () => void;
	onPreview: () => void;
}) {
	const id = useId();
	const title = item.title || texts.untitled;
	const tabIndex = isCurrent ? 0 : -1;
	const isForbidden = objection?.kind === 'forbid' && !isChosen;
	const facts = [
		item.mediaType && mediaTypeName(item.mediaType),
		item.versions > 1 && texts.versions(item.versions),
		item.createdAt && formatDate(item.createdAt),
	].filter((fact): fact is string => Boolean(fact));

	return (
		<div
			role="row"
			aria-rowindex={index + 1}
			className={`card ${isChosen ? 'chosen' : ''} ${isForbidden ? 'forbidden' : ''}`}
			data-asset={item.id}
		>
			<div role="gridcell" className="card-cell">
				<button
					type="button"
					role="checkbox"
					className="card-pick"
					aria-checked={isChosen}
					aria-disabled={isForbidden}
					aria-labelledby={`${id}-title`}
					aria-describedby={`${id}-facts ${objection ? `${id}-why` : ''}`}
					tabIndex={tabIndex}
					data-pick
					onClick={onToggle}
				>
					<Poster url={item.posterUrl} mediaType={item.mediaType} durationMs={item.durationMs} />
					<span className="check">{isChosen && <Icon name="check" />}</span>
					<span className="card-text">
						<span className="card-title" id={`${id}-title`} title={title}>
							{title}
						</span>
						<span id={`${id}-facts`} className="card-about">
							<span className="facts">{facts.join(' · ')}</span>
							<Badges item={item} />
						</span>
						{objection && (
							<span className="why" id={`${id}-why`}>
								<Icon name="warning" />
								<span>{objection.reasons}</span>
							</span>
						)}
					</span>
				</button>
			</div>
			<div role="gridcell" className="card-preview">
				<IconButton
					icon="preview"
					label={texts.actions.previewNamed(title)}
					tabIndex={tabIndex}
					onClick={(event: MouseEvent) => {
						event.stopPropagation();
						onPreview();
					}}
				/>
			</div>
		</div>
	);
}

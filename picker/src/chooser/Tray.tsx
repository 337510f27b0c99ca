import { countObjection, type FieldLimits } from '../host/fieldLimits';
import { texts } from '../texts';
import { IconButton } from '../ui/IconButton';
import { Poster } from '../ui/Poster';
import type { Chosen } from './selection';

/** What is chosen so far, and the way out. */
export function Tray({
	chosen,
	limits,
	isChanged,
	isBusy,
	onRemove,
	onConfirm,
	onCancel,
}: {
	chosen: Chosen[];
	limits: FieldLimits;
	isChanged: boolean;
	isBusy: boolean;
	onRemove: (chosen: Chosen) => void;
	onConfirm: () => void;
	onCancel: () => void;
}) {
	const objection = countObjection(limits, chosen.length);
	const range = texts.limits.range(limits.min, limits.max);
	return (
		<footer className="tray">
			<div className="tray-chosen">
				{chosen.length === 0 ? (
					<p className="soft">{texts.chooser.selectionHint}</p>
				) : (
					<ul aria-label={texts.chooser.selection}>
						{chosen.map((one) => (
							<li key={one.id} title={one.title}>
								<Poster url={one.posterUrl} mediaType={one.mediaType} durationMs={null} />
								<IconButton
									icon="close"
									label={texts.actions.removeNamed(one.title || texts.untitled)}
									disabled={isBusy}
									onClick={() => onRemove(one)}
								/>
							</li>
						))}
					</ul>
				)}
				<p className="tray-count" role="status">
					<strong>{texts.chooser.selected(chosen.length)}</strong>
					{range && <span className="soft"> · {range}</span>}
					{objection && isChanged && <span className="bad-text"> · {objection}</span>}
				</p>
			</div>
			<div className="tray-actions">
				<button type="button" className="button" disabled={isBusy} onClick={onCancel}>
					{texts.actions.cancel}
				</button>
				<button
					type="button"
					className="button primary"
					disabled={isBusy || !isChanged || objection !== null}
					onClick={onConfirm}
				>
					{isBusy ? texts.chooser.confirming : texts.chooser.confirm(chosen.length)}
				</button>
			</div>
		</footer>
	);
}

import { useSortable } from '@dnd-kit/sortable';
import type { PickedMedia, PickedState } from '../../../lib/pickerProtocol';
import { texts } from '../texts';
import { Icon } from '../ui/Icon';
import { IconButton } from '../ui/IconButton';
import { Badges } from '../ui/Badges';
import { Poster } from '../ui/Poster';
import type { Mark } from './standing';

export interface RowActions {
	onPreview: () => void;
	/** A version's id pins, `null` follows the latest approved. */
	onVersion: (versionId: string | null) => void;
	onMove: (by: 1 | -1) => void;
	onRemove: () => void;
}

/** One picked item: what it is, how it stands, and what can be done with it. */
export function PickedRow({
	value,
	state,
	marks,
	isFirst,
	isLast,
	isBusy,
	actions,
}: {
	value: PickedMedia;
	state: PickedState | undefined;
	marks: Mark[];
	isFirst: boolean;
	isLast: boolean;
	isBusy: boolean;
	actions: RowActions;
}) {
	const {
		attributes,
		listeners,
		setNodeRef,
		setActivatorNodeRef,
		transform,
		transition,
		isDragging,
	} = useSortable({ id: value.id });
	const title = value.name || texts.untitled;
	const isPinned = value.version_policy === 'pinned';
	const canPin = isPinned || value.version_id !== null;
	const item = state?.item;

	return (
		<li
			ref={setNodeRef}
			className={`row ${isDragging ? 'dragged' : ''}`}
			style={{
				transform: transform ? `translate3d(0, ${Math.round(transform.y)}px, 0)` : undefined,
				transition,
			}}
			aria-busy={isBusy}
			data-asset={value.id}
		>
			<button
				ref={setActivatorNodeRef}
				type="button"
				className="icon-button handle"
				{...attributes}
				{...listeners}
				aria-label={texts.field.drag(title)}
				title={texts.field.drag(title)}
			>
				<Icon name="drag" />
			</button>
			<button type="button" className="thumb" disabled={state?.isGone} onClick={actions.onPreview}>
				<span className="hidden">{texts.actions.previewNamed(title)}</span>
				<Poster
					url={item?.posterUrl ?? value.thumbnailUrl}
					mediaType={value.type}
					durationMs={value.duration_ms}
				/>
			</button>
			<div className="row-text">
				<span className="row-title" title={title}>
					{title}
				</span>
				<span className="row-about">
					<span className="policy">
						{(isPinned ? texts.policy.pinned : texts.policy.follows)(value.version_number)}
					</span>
					<Badges
						item={{
							approval: item?.approval ?? null,
							rights: item?.rights ?? value.rights,
							captions: value.captions.map(({ language }) => language),
						}}
					/>
				</span>
				{marks.map(({ tone, text, canUpdate }) => (
					<span key={text} className={`mark ${tone}`}>
						<Icon name={tone === 'info' ? 'info' : 'warning'} />
						<span>{text}</span>
						{canUpdate && (
							<button
								type="button"
								className="link"
								disabled={isBusy}
								onClick={() => actions.onVersion(null)}
							>
								{texts.standing.update}
							</button>
						)}
					</span>
				))}
			</div>
			<div className="row-actions">
				{canPin && (
					<IconButton
						icon={isPinned ? 'follow' : 'pin'}
						label={(isPinned ? texts.policy.follow : texts.policy.pin)(title)}
						disabled={isBusy || state?.isGone}
						onClick={() => actions.onVersion(isPinned ? null : value.version_id)}
					/>
				)}
				<IconButton
					icon="up"
					label={texts.field.moveUp(title)}
					disabled={isFirst}
					onClick={() => actions.onMove(-1)}
				/>
				<IconButton
					icon="down"
					label={texts.field.moveDown(title)}
					disabled={isLast}
					onClick={() => actions.onMove(1)}
				/>
				<IconButton
					icon="remove"
					label={texts.actions.removeNamed(title)}
					onClick={actions.onRemove}
				/>
			</div>
		</li>
	);
}

import {
	type Announcements,
	closestCenter,
	DndContext,
	type DragEndEvent,
	KeyboardSensor,
	PointerSensor,
	type UniqueIdentifier,
	useSensor,
	useSensors,
} from '@dnd-kit/core';
import {
	arrayMove,
	SortableContext,
	sortableKeyboardCoordinates,
	verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import type { PickedMedia, PickedState } from '../../../lib/pickerProtocol';
import { texts } from '../texts';
import { useAnnounce } from '../ui/Announcer';
import { PickedRow } from './PickedRow';
import { marksOf } from './standing';

/** So far a pointer goes before it drags, so that a press stays a press. */
const DRAG_FROM_PX = 6;

/** What is picked, in its order: dragged, moved with the keyboard, or step by step with buttons. */
export function PickedList({
	values,
	stateOf,
	busyId,
	onChange,
	onPreview,
	onVersion,
	onRemove,
}: {
	values: PickedMedia[];
	stateOf: (id: string) => PickedState | undefined;
	/** What n8n is preparing anew. */
	busyId: string | null;
	onChange: (values: PickedMedia[]) => void;
	onPreview: (value: PickedMedia) => void;
	onVersion: (value: PickedMedia, versionId: string | null) => void;
	onRemove: (value: PickedMedia) => void;
}) {
	const announce = useAnnounce();
	const sensors = useSensors(
		useSensor(PointerSensor, { activationConstraint: { distance: DRAG_FROM_PX } }),
		useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
	);
	const ids = values.map(({ id }) => id);

	const move = (from: number, to: number) => {
		if (from < 0 || to < 0 || to >= values.length || from === to) return;
		onChange(arrayMove(values, from, to));
	};
	const onDragEnd = ({ active, over }: DragEndEvent) => {
		if (over) move(ids.indexOf(String(active.id)), ids.indexOf(String(over.id)));
	};

	return (
		<DndContext
			sensors={sensors}
			collisionDetection={closestCenter}
			onDragEnd={onDragEnd}
			accessibility={{
				announcements: announcementsFor(values),
				screenReaderInstructions: { draggable: texts.field.dragHelp },
			}}
		>
			<SortableContext items={ids} strategy={verticalListSortingStrategy}>
				<ol className="picked" aria-label={texts.field.label}>
					{values.map((value, index) => (
						<PickedRow
							key={value.id}
							value={value}
							state={stateOf(value.id)}
							marks={marksOf(value, stateOf(value.id))}
							isFirst={index === 0}
							isLast={index === values.length - 1}
							isBusy={busyId === value.id}
							actions={{
								onPreview: () => onPreview(value),
								onVersion: (versionId) => onVersion(value, versionId),
								onRemove: () => onRemove(value),
								onMove: (by) => {
									move(index, index + by);
									announce(texts.field.moved(value.name, index + by + 1, values.length));
								},
							}}
						/>
					))}
				</ol>
			</SortableContext>
		</DndContext>
	);
}

function announcementsFor(values: PickedMedia[]): Announcements {
	const title = (id: UniqueIdentifier) => values.find((value) => value.id === id)?.name ?? '';
	const position = (id: UniqueIdentifier) => values.findIndex((value) => value.id === id) + 1;
	const total = values.length;
	const lifted = (id: UniqueIdentifier) => texts.field.lifted(title(id), position(id), total);
	return {
		onDragStart: ({ active }) => lifted(active.id),
		// The first place that it is over is its own.
		onDragOver: ({ active, over }) => {
			if (!over) return undefined;
			if (over.id === active.id) return lifted(active.id);
			return texts.field.over(title(active.id), position(over.id), total);
		},
		onDragEnd: ({ active, over }) =>
			over ? texts.field.dropped(title(active.id), position(over.id), total) : undefined,
		onDragCancel: ({ active }) => texts.field.putBack(title(active.id)),
	};
}

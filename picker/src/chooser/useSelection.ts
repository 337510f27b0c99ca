import { useState } from 'react';
import type { PickedMedia, PickerItem } from '../../../lib/pickerProtocol';
import type { FieldLimits } from '../host/fieldLimits';
import { texts } from '../texts';
import { useAnnounce } from '../ui/Announcer';
import type { Objection } from './objection';
import { type Chosen, chosenFromField, chosenFromItem, withChosen, without } from './selection';

/** What an editor has chosen, starting with what the field holds; says why something cannot be chosen. */
export function useSelection(
	initial: PickedMedia[],
	posterOf: (id: string) => string | null,
	limits: FieldLimits,
	objectionTo: (item: PickerItem) => Objection | null,
) {
	const announce = useAnnounce();
	const [start] = useState(() =>
		initial.map((value) => chosenFromField(value, posterOf(value.id))),
	);
	const [chosen, setChosen] = useState(start);
	const [warned, setWarned] = useState<{ item: PickerItem; pinned: string | null } | null>(null);
	const [hint, setHint] = useState<string | null>(null);

	const find = (id: string): Chosen | undefined => chosen.find((one) => one.id === id);

	const say = (text: string, isRefusal: boolean) => {
		setHint(isRefusal ? text : null);
		announce(text);
	};

	const put = (item: PickerItem, pinned: string | null) => {
		setWarned(null);
		// In a field for one, the next takes the place of the last.
		setChosen((now) => withChosen(limits.max === 1 ? [] : now, chosenFromItem(item, pinned)));
		say(texts.chooser.added(item.title), false);
	};

	const choose = (item: PickerItem, pinned: string | null) => {
		const objection = objectionTo(item);
		if (!find(item.id)) {
			if (objection?.kind === 'forbid')
				return say(texts.chooser.unavailable(item.title, objection.reasons), true);
			if (limits.max !== null && limits.max > 1 && chosen.length >= limits.max)
				return say(texts.limits.full(limits.max), true);
			if (objection) return setWarned({ item, pinned });
		}
		put(item, pinned);
	};

	const remove = ({ id, title }: { id: string; title: string }) => {
		setChosen((now) => without(now, id));
		say(texts.chooser.dropped(title), false);
	};

	return {
		chosen,
		find,
		choose,
		remove,
		toggle: (item: PickerItem) => (find(item.id) ? remove(item) : choose(item, null)),
		replace: setChosen,
		isChanged: chosen.length !== start.length || chosen.some((one, index) => one !== start[index]),
		hint,
		dismissHint: () => setHint(null),
		warned,
		acceptWarning: () => warned && put(warned.item, warned.pinned),
		dismissWarning: () => setWarned(null),
	};
}

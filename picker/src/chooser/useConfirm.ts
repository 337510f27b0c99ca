import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { PickedMedia, SelectRequest } from '../../../lib/pickerProtocol';
import { usePickerApi } from '../api/PickerContext';
import { ownRefusal } from '../api/refusal';
import { type Chosen, picksOf, withPrepared } from './selection';

export interface RefusedPick {
	id: string;
	title: string;
	reason: string;
}

/**
 * Has n8n prepare what is new among the chosen. With all taken, `onDone` gets the field's whole value; what is refused is named, and
 * `onRest` gets the others, so that an editor can go on from there.
 */
export function useConfirm(
	entry: SelectRequest['entry'],
	onDone: (values: PickedMedia[]) => void,
	onRest: (chosen: Chosen[]) => void,
) {
	const api = usePickerApi();
	const [refused, setRefused] = useState<RefusedPick[]>([]);
	const { mutate, isPending, error, reset } = useMutation({
		mutationFn: async (chosen: Chosen[]) => {
			const picks = picksOf(chosen);
			if (picks.length === 0) return { prepared: chosen, refused: [] };
			const answer = await api.select({ picks, entry });
			const prepared = withPrepared(chosen, answer.values);
			const named = prepared.flatMap((one) => {
				const refusal = answer.refused.find(({ id }) => id === one.id);
				return refusal ? [{ ...refusal, title: one.title }] : [];
			});
			// What is neither taken nor refused would be lost without a word.
			if (named.length === 0 && prepared.some(({ stored }) => stored === null))
				throw ownRefusal('unreadable');
			return { prepared, refused: named };
		},
		onSuccess: ({ prepared, refused: named }) => {
			if (named.length === 0) return onDone(prepared.flatMap(({ stored }) => stored ?? []));
			setRefused(named);
			onRest(prepared.filter(({ id }) => named.every((one) => one.id !== id)));
		},
	});
	return {
		confirm: (chosen: Chosen[]) => {
			setRefused([]);
			mutate(chosen);
		},
		isPending,
		error,
		refused,
		dismiss: () => {
			reset();
			setRefused([]);
		},
	};
}

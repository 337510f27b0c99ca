import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { PickedMedia, SelectRequest } from '../../../lib/pickerProtocol';
import { usePickerApi } from '../api/PickerContext';
import { type Chosen, picksOf, withPrepared } from './selection';

export interface RefusedPick {
	id: string;
	title: string;
	reason: string;
}

/**
 * Has n8n prepare what is new among the chosen. With all taken, `onDone` gets the field's whole value; what is refused is named, and
 * `onPrepared` gets the rest, so that an editor can go on from there.
 */
export function useConfirm(
	entry: SelectRequest['entry'],
	onDone: (values: PickedMedia[]) => void,
	onPrepared: (chosen: Chosen[]) => void,
) {
	const api = usePickerApi();
	const [refused, setRefused] = useState<RefusedPick[]>([]);
	const { mutate, isPending, error, reset } = useMutation({
		mutationFn: async (chosen: Chosen[]) => {
			const picks = picksOf(chosen);
			const answer =
				picks.length > 0 ? await api.select({ picks, entry }) : { values: [], refused: [] };
			return { answer, prepared: withPrepared(chosen, answer.values) };
		},
		onSuccess: ({ answer, prepared }, chosen) => {
			const missing = chosen.filter(({ id }) => prepared.every((one) => one.id !== id));
			if (missing.length === 0) return onDone(prepared.flatMap(({ stored }) => stored ?? []));
			setRefused(
				missing.map(({ id, title }) => ({
					id,
					title,
					reason: answer.refused.find((one) => one.id === id)?.reason ?? '',
				})),
			);
			onPrepared(prepared);
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

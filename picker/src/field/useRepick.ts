import { useMutation } from '@tanstack/react-query';
import type { MediaPick, PickedMedia } from '../../../lib/pickerProtocol';
import { usePickerApi } from '../api/PickerContext';
import { Refusal } from '../api/refusal';
import type { Host } from '../host/host';
import { texts } from '../texts';

/** Has n8n prepare something in the field anew, pinned to a version or not. The field keeps what it had until that has worked. */
export function useRepick(host: Host, onPrepared: (value: PickedMedia) => void) {
	const api = usePickerApi();
	return useMutation({
		mutationFn: async ({ pick, title }: { pick: MediaPick; title: string }) => {
			const { values, refused } = await api.select({ picks: [pick], entry: host.entry });
			const value = values.find(({ id }) => id === pick.id);
			if (value) return value;
			const reason = refused[0]?.reason ?? '';
			throw new Refusal('refused', texts.field.notTaken(title), reason);
		},
		onSuccess: onPrepared,
	});
}

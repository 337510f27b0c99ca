import { useQuery } from '@tanstack/react-query';
import type { PickerSettings } from '../../../lib/pickerProtocol';
import { usePickerApi } from './PickerContext';

/** What the node allows; `undefined` until the session is open. */
export function useSettings(): {
	settings: PickerSettings | undefined;
	error: unknown;
	retry: () => void;
} {
	const api = usePickerApi();
	const { data, error, refetch } = useQuery({
		queryKey: ['session'],
		queryFn: async () => (await api.session()).settings,
		staleTime: Infinity,
	});
	return { settings: data, error, retry: () => void refetch() };
}

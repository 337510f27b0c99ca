import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { PickedMedia, PickedState } from '../../../lib/pickerProtocol';
import { usePickerApi } from '../api/PickerContext';
import { stateKey } from './standing';

/** At most so many are answered at once. */
const AT_ONCE = 100;

/** How all that is in the field stands in iconik, asked when the field opens and after each change. */
export function useStates(values: PickedMedia[]) {
	const api = usePickerApi();
	const keys = values.map(stateKey).sort();
	const { data, error, isFetching, refetch } = useQuery({
		queryKey: ['state', keys],
		queryFn: async ({ signal }) => {
			const parts: PickedState[] = [];
			for (let start = 0; start < keys.length; start += AT_ONCE)
				parts.push(...(await api.state(keys.slice(start, start + AT_ONCE), signal)).items);
			return parts;
		},
		enabled: keys.length > 0,
		placeholderData: keepPreviousData,
	});
	return {
		stateOf: (id: string) => data?.find((state) => state.id === id),
		error: keys.length > 0 ? error : null,
		isChecking: isFetching,
		retry: () => void refetch(),
	};
}

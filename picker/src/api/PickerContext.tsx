import { QueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { PickerApi } from './pickerApi';
import { Refusal } from './refusal';

const PickerContext = createContext<PickerApi | null>(null);

export const PickerProvider = PickerContext.Provider;

export function usePickerApi(): PickerApi {
	const api = useContext(PickerContext);
	if (!api) throw new Error('No PickerProvider');
	return api;
}

const KEEP_MS = 30_000;
const RETRY_MS = 800;

/** Answers are good for half a minute. What may pass by itself is tried once more; what needs somebody to act is shown at once. */
export function createQueryClient(): QueryClient {
	return new QueryClient({
		defaultOptions: {
			queries: {
				staleTime: KEEP_MS,
				refetchOnWindowFocus: false,
				retry: (failures, error) =>
					failures < 1 && error instanceof Refusal && error.isPassing && error.code !== 'timeout',
				retryDelay: RETRY_MS,
			},
		},
	});
}

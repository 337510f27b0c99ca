import { limitsOf } from './fieldLimits';
import type { Host } from './host';

/** The page on its own, for trying it out: what would be stored goes to `onStore`. */
export function standaloneHost(key: string, onStore: (value: unknown[]) => void): Host {
	return {
		access: { key, parentOrigin: null },
		limits: limitsOf(),
		entry: { contentType: '', uid: '', locale: '', field: '' },
		stored: { values: [], foreign: [], isNoList: false },
		isFramed: false,
		store: async (value) => {
			onStore(value);
			return await Promise.resolve({ mirrorFailed: null });
		},
		setHeight: () => undefined,
	};
}

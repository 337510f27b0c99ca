import { useCallback, useRef, useState } from 'react';
import type { PickedMedia } from '../../../lib/pickerProtocol';
import type { Host } from '../host/host';

/** The field's value as the page shows it, and its way into the form. */
export function useField(host: Host) {
	const [values, setValues] = useState(host.stored.values);
	const [isNoList, setNoList] = useState(host.stored.isNoList);
	const [isUnstored, setUnstored] = useState(false);
	const [mirrorFailed, setMirrorFailed] = useState<string | null>(null);
	const writing = useRef<Promise<unknown>>(Promise.resolve());

	/** The form takes one value after the other, and the last one counts. What it did not take stays here to be tried again. */
	const store = useCallback(
		(next: PickedMedia[]) => {
			const ids = next.map(({ id }) => id);
			const written = writing.current.then(
				async () => await host.store([...next, ...host.stored.foreign], ids),
			);
			writing.current = written.catch(() => undefined);
			written.then(
				(answer) => {
					setUnstored(false);
					setMirrorFailed(answer.mirrorFailed);
				},
				() => setUnstored(true),
			);
		},
		[host],
	);

	const change = useCallback(
		(next: PickedMedia[]) => {
			setValues(next);
			setNoList(false);
			store(next);
		},
		[store],
	);

	return {
		values,
		change,
		isNoList,
		foreignCount: host.stored.foreign.length,
		isUnstored,
		storeAgain: () => store(values),
		mirrorFailed,
	};
}

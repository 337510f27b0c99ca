import { useCallback, useEffect, useRef, useState } from 'react';
import type { PickedMedia } from '../../../lib/pickerProtocol';
import { CHOOSER_HASH, type ChooserTask, type FromWindow, listen, send } from './messages';

const SIZE = 'popup,width=1280,height=860';
const LOOK_EVERY_MS = 500;

/** Opens the chooser as a window of its own and takes what is chosen in it. `blocked`: the browser did not open one. */
export function useChooserWindow(task: ChooserTask, onDone: (values: PickedMedia[]) => void) {
	const [state, setState] = useState<'closed' | 'open' | 'blocked'>('closed');
	const opened = useRef<Window | null>(null);

	const close = useCallback(() => {
		opened.current?.close();
		opened.current = null;
		setState('closed');
	}, []);

	useEffect(
		() =>
			listen<FromWindow>(
				() => opened.current,
				(message) => {
					if (message.type === 'iconik-picker:ready' && opened.current)
						return send(opened.current, { type: 'iconik-picker:task', task });
					close();
					if (message.type === 'iconik-picker:done') onDone(message.values);
				},
			),
		[task, onDone, close],
	);

	// Nobody tells that a window was closed by its own button.
	useEffect(() => {
		if (state !== 'open') return;
		const timer = setInterval(() => opened.current?.closed && close(), LOOK_EVERY_MS);
		return () => clearInterval(timer);
	}, [state, close]);

	// The window is of no use without the field that it chooses for.
	useEffect(() => {
		const leave = () => opened.current?.close();
		window.addEventListener('pagehide', leave);
		return () => window.removeEventListener('pagehide', leave);
	}, []);

	return {
		state,
		open: () => {
			const page = window.location.href.split('#')[0] ?? '';
			opened.current = window.open(`${page}${CHOOSER_HASH}`, '', SIZE);
			setState(opened.current ? 'open' : 'blocked');
		},
		show: () => opened.current?.focus(),
		close,
	};
}

import type { PickedMedia, SelectRequest, SessionRequest } from '../../../lib/pickerProtocol';
import type { FieldLimits } from '../host/fieldLimits';

/** What the chooser's own window needs of the field that has opened it. */
export interface ChooserTask {
	access: SessionRequest;
	values: PickedMedia[];
	limits: FieldLimits;
	entry: SelectRequest['entry'];
}

export type FromWindow =
	| { type: 'iconik-picker:ready' }
	| { type: 'iconik-picker:done'; values: PickedMedia[] }
	| { type: 'iconik-picker:cancelled' };

export interface ToWindow {
	type: 'iconik-picker:task';
	task: ChooserTask;
}

/** Part of the page's address that makes it the chooser alone. */
export const CHOOSER_HASH = '#/choose';

/** Sends to a window of this very site; the browser delivers it to no other. */
export function send(target: Window, message: FromWindow | ToWindow): void {
	target.postMessage(message, window.location.origin);
}

/** Hears what a given window of this very site says; anything else is not heard. @returns how to stop */
export function listen<T extends { type: string }>(
	from: () => Window | null,
	hear: (message: T) => void,
): () => void {
	const onMessage = ({ source, origin, data }: MessageEvent<unknown>) => {
		if (origin !== window.location.origin || source === null || source !== from()) return;
		if (isMessage<T>(data)) hear(data);
	};
	window.addEventListener('message', onMessage);
	return () => window.removeEventListener('message', onMessage);
}

function isMessage<T extends { type: string }>(data: unknown): data is T {
	const type: unknown = (data as { type?: unknown } | null)?.type;
	return typeof type === 'string' && type.startsWith('iconik-picker:');
}

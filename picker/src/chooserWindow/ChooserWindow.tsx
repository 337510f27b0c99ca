import { useEffect, useState } from 'react';
import { PickerApi } from '../api/pickerApi';
import { PickerProvider } from '../api/PickerContext';
import { Chooser } from '../chooser/Chooser';
import { pageAddress } from '../host/pageAddress';
import { type ChooserTask, listen, send, type ToWindow } from './messages';

/** The chooser in a window of its own: it gets its task from the field that has opened it, and gives it the result. */
export function ChooserWindow({ opener }: { opener: Window }) {
	const [running, setRunning] = useState<{ task: ChooserTask; api: PickerApi } | null>(null);

	useEffect(() => {
		const stop = listen<ToWindow>(
			() => opener,
			({ task }) => {
				const api = new PickerApi(pageAddress(), task.access);
				setRunning((now) => now ?? { task, api });
			},
		);
		send(opener, { type: 'iconik-picker:ready' });
		return stop;
	}, [opener]);

	if (!running) return null;
	const { task, api } = running;
	return (
		<PickerProvider value={api}>
			<div className="chooser-window">
				<Chooser
					values={task.values}
					posterOf={() => null}
					limits={task.limits}
					entry={task.entry}
					onDone={(values) => send(opener, { type: 'iconik-picker:done', values })}
					onCancel={() => send(opener, { type: 'iconik-picker:cancelled' })}
				/>
			</div>
		</PickerProvider>
	);
}

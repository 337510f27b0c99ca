import { useEffect, useState } from 'react';
import { PickerApi } from './api/pickerApi';
import { PickerProvider } from './api/PickerContext';
import { FieldView } from './field/FieldView';
import type { Host } from './host/host';
import { pageAddress } from './host/pageAddress';

/** The field in its frame, which grows with what it shows. */
export function Picker({ host }: { host: Host }) {
	const [api] = useState(() => new PickerApi(pageAddress(), host.access));
	useEffect(() => {
		const root = document.getElementById('root');
		if (!root) return;
		const observer = new ResizeObserver(() =>
			host.setHeight(Math.ceil(root.getBoundingClientRect().height)),
		);
		observer.observe(root);
		return () => observer.disconnect();
	}, [host]);
	return (
		<PickerProvider value={api}>
			<FieldView host={host} />
		</PickerProvider>
	);
}

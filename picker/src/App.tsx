import { QueryClientProvider } from '@tanstack/react-query';
import { Component, type ReactNode, Suspense, use, useState } from 'react';
import { createQueryClient } from './api/PickerContext';
import { ChooserWindow } from './chooserWindow/ChooserWindow';
import { CHOOSER_HASH } from './chooserWindow/messages';
import { contentstackHost } from './host/contentstack';
import type { Host } from './host/host';
import { Picker } from './Picker';
import { Standalone } from './Standalone';
import { texts } from './texts';
import { Announcer } from './ui/Announcer';
import { Notice } from './ui/Notice';

/** The page as a custom field, as the chooser's own window, or alone, told by who has opened it. */
export function App() {
	const [client] = useState(createQueryClient);
	return (
		<Crash>
			<QueryClientProvider client={client}>
				<Announcer>
					<Place />
				</Announcer>
			</QueryClientProvider>
		</Crash>
	);
}

function Place() {
	const opener = window.opener as Window | null;
	if (opener && window.location.hash === CHOOSER_HASH) return <ChooserWindow opener={opener} />;
	if (window.parent === window) return <Standalone />;
	return (
		<Suspense>
			<InContentstack />
		</Suspense>
	);
}

let connecting: Promise<Host | null> | undefined;

function InContentstack() {
	const host = use((connecting ??= contentstackHost().catch(() => null)));
	if (host) return <Picker host={host} />;
	return (
		<Notice tone="bad" title={texts.errors.startTitle} isUrgent>
			{texts.errors.start}
		</Notice>
	);
}

/** A fault in the page must not look like an empty field. */
class Crash extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
	override state = { hasFailed: false };

	static getDerivedStateFromError() {
		return { hasFailed: true };
	}

	override render() {
		if (!this.state.hasFailed) return this.props.children;
		return (
			<Notice
				tone="bad"
				title={texts.errors.crashTitle}
				isUrgent
				action={
					<button type="button" className="button" onClick={() => window.location.reload()}>
						{texts.actions.retry}
					</button>
				}
			>
				{texts.errors.crash}
			</Notice>
		);
	}
}

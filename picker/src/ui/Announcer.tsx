import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';

type Announce = (text: string) => void;

const AnnouncerContext = createContext<Announce>(() => undefined);

/** Says in words to a screen reader what others see happen. */
export function useAnnounce(): Announce {
	return useContext(AnnouncerContext);
}

export function Announcer({ children }: { children: ReactNode }) {
	const [said, setSaid] = useState({ text: '', turn: 0 });
	const announce = useMemo<Announce>(
		() => (text) => setSaid(({ turn }) => ({ text, turn: turn + 1 })),
		[],
	);
	return (
		<AnnouncerContext value={announce}>
			{children}
			<div className="hidden" aria-live="polite" data-announcer>
				{/* A new element each time, so that the same words are read out again. */}
				<p key={said.turn}>{said.text}</p>
			</div>
		</AnnouncerContext>
	);
}

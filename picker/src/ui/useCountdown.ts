import { useEffect, useEffectEvent, useState } from 'react';

const TICK_MS = 250;

/** Whole seconds until a point in time (milliseconds), 0 from then on; calls `onEnd` once when it is reached. */
export function useCountdown(until: number | null, onEnd: () => void): number {
	const [now, setNow] = useState(Date.now);
	const end = useEffectEvent(onEnd);
	useEffect(() => {
		if (until === null) return;
		const timer = setInterval(() => {
			setNow(Date.now());
			if (Date.now() < until) return;
			clearInterval(timer);
			end();
		}, TICK_MS);
		return () => clearInterval(timer);
	}, [until]);
	return until === null ? 0 : Math.max(0, Math.ceil((until - now) / 1000));
}

import { type FocusEvent, type KeyboardEvent, type RefObject, useState } from 'react';

/** Moves the focus between the cards with the arrow keys, in rows as they stand on the screen. */
export function useGridKeys(grid: RefObject<HTMLElement | null>, count: number) {
	const [current, setCurrent] = useState(0);

	const cards = () => [...(grid.current?.querySelectorAll<HTMLElement>('[data-pick]') ?? [])];

	const columns = (all: HTMLElement[]) => {
		const top = all[0]?.getBoundingClientRect().top;
		const inFirstRow = all.findIndex((card) => card.getBoundingClientRect().top !== top);
		return inFirstRow < 0 ? all.length : inFirstRow;
	};

	const onKeyDown = (event: KeyboardEvent) => {
		const all = cards();
		const steps: Record<string, number> = {
			ArrowRight: 1,
			ArrowLeft: -1,
			ArrowDown: columns(all),
			ArrowUp: -columns(all),
			Home: -all.length,
			End: all.length,
		};
		const step = steps[event.key];
		if (step === undefined) return;
		event.preventDefault();
		const next = Math.min(Math.max(current + step, 0), all.length - 1);
		setCurrent(next);
		all[next]?.focus();
		all[next]?.scrollIntoView({ block: 'nearest' });
	};

	const onFocus = (event: FocusEvent) => {
		const card = event.target.closest('[role=row]')?.querySelector<HTMLElement>('[data-pick]');
		const index = card ? cards().indexOf(card) : -1;
		if (index >= 0) setCurrent(index);
	};

	return { current: Math.min(current, Math.max(count - 1, 0)), onKeyDown, onFocus };
}

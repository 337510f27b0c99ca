import type { DeliveredEvent } from './events';

/** The last retry comes 780 seconds after the first try. */
const KEPT_MS = 15 * 60 * 1000;
const MOST_KEPT = 2000;

/** The right to handle a delivery. Must be settled: whether it was handed over, so that a repetition of it can be passed over. */
export interface Claim {
	settle(isHandled: boolean): void;
}

interface Noted {
	at: number;
	isHandled: Promise<boolean>;
}

/**
 * What was handed over lately in this process. It spares runs when a delivery is repeated, and nothing depends on it: after a restart
 * or in another process the repetition starts a run that finds nothing left to do.
 */
export class DeliveryMemory {
	private readonly noted = new Map<string, Noted>();

	constructor(private readonly now: () => number) {}

	/** `undefined` when the same delivery was handed over before. While that is open, it is waited for. */
	async claim(key: string): Promise<Claim | undefined> {
		for (;;) {
			const earlier = this.noted.get(key);
			if (!earlier || this.now() - earlier.at > KEPT_MS) return this.note(key);
			if (await earlier.isHandled) return undefined;
		}
	}

	private note(key: string): Claim {
		let settle: Claim['settle'] = () => {};
		const isHandled = new Promise<boolean>((resolve) => (settle = resolve));
		const noted = { at: this.now(), isHandled };
		this.noted.delete(key);
		this.noted.set(key, noted);
		const [oldest] = this.noted.keys();
		if (this.noted.size > MOST_KEPT && oldest !== undefined) this.noted.delete(oldest);
		return {
			settle: (isDone) => {
				if (!isDone && this.noted.get(key) === noted) this.noted.delete(key);
				settle(isDone);
			},
		};
	}
}

/**
 * What a repeated delivery has in common with the first, or `undefined` when nothing tells a repetition from a second event of the
 * same kind. Deliveries have no ID, and each attempt bears a time stamp of its own.
 */
export function deliveryKey(event: DeliveredEvent): string | undefined {
	const { name, action, status, contentType, locale, environment, happenedAt, stage } = event;
	const subject =
		event.comment ?? event.job ?? event.entry ?? event.asset ?? event.release ?? undefined;
	if (!subject || name === 'other') return undefined;
	const version = typeof subject._version === 'number' ? subject._version : null;
	const isOnce = ['entryCreated', 'entryDeleted', 'assetCreated', 'assetDeleted'].includes(name);
	const isCounted = name === 'entryUpdated' && version !== null;
	if (happenedAt === null && !isOnce && !isCounted && !event.comment && !event.job)
		return undefined;
	return JSON.stringify([
		name,
		action,
		status,
		...event.branches,
		contentType?.uid,
		subject.uid,
		locale,
		version,
		environment.uid ?? environment.name,
		stage?.uid,
		happenedAt,
	]);
}

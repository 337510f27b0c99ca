/**
 * The simulated services' own time. At speed 1 it is the real time; at speed 60 an hour passes in a minute, which brings on
 * retry ladders, expiries and schedules while a test waits. Rate limits do not use it: clients live in real time.
 */
export class Clock {
	private speed = 1;
	private realStart = Date.now();
	private simulatedStart = this.realStart;
	private readonly pending = new Set<Timer>();

	now(): Date {
		return new Date(this.simulatedStart + (Date.now() - this.realStart) * this.speed);
	}

	/** Changes how fast time passes and, if asked, jumps ahead. Timers that wait are brought forward accordingly. */
	set({ speed = this.speed, advanceMs = 0 }: { speed?: number; advanceMs?: number }): void {
		this.simulatedStart = this.now().getTime() + advanceMs;
		this.realStart = Date.now();
		this.speed = speed;
		for (const timer of this.pending) this.arm(timer);
	}

	/** Runs `task` once this much simulated time has passed. Gives back what cancels it. */
	after(simulatedMs: number, task: () => void | Promise<void>): () => void {
		const timer: Timer = { due: this.now().getTime() + simulatedMs, task };
		this.pending.add(timer);
		this.arm(timer);
		return () => this.cancel(timer);
	}

	/** Forgets everything that still waits. */
	stop(): void {
		for (const timer of this.pending) this.cancel(timer);
	}

	state(): { now: string; speed: number; waiting: number } {
		return { now: this.now().toISOString(), speed: this.speed, waiting: this.pending.size };
	}

	private arm(timer: Timer): void {
		clearTimeout(timer.handle);
		// Node fires a timeout of more than 2^31 ms at once, so a far one is looked at again before that.
		const wait = Math.min((timer.due - this.now().getTime()) / this.speed, 2 ** 31 - 1);
		timer.handle = setTimeout(() => this.fire(timer), Math.max(0, wait));
	}

	/** Everything that is due runs in the order of its simulated times: at a high speed or after a jump many fall on one real moment. */
	private fire(awake: Timer): void {
		const now = this.now().getTime();
		if (now < awake.due) return this.arm(awake);
		const due = [...this.pending].filter((timer) => timer.due <= now).sort((a, b) => a.due - b.due);
		for (const timer of due) {
			if (!this.pending.has(timer)) continue;
			this.cancel(timer);
			void timer.task();
		}
	}

	private cancel(timer: Timer): void {
		clearTimeout(timer.handle);
		this.pending.delete(timer);
	}
}

interface Timer {
	due: number;
	task: () => void | Promise<void>;
	handle?: NodeJS.Timeout;
}

interface Kept<T> {
	value: Promise<T>;
	until: number;
}

/**
 * What is dear to read and stays good for a while. Readers that come at the same time share one reading, and one that failed is not
 * kept. Nothing is lost when the process ends.
 */
export class BriefMemory<T> {
	private readonly kept = new Map<string, Kept<T>>();

	/**
	 * @param keptMs for how long a value counts as just read, in milliseconds
	 * @param most how many values are kept; the one that was read longest ago goes first
	 */
	constructor(
		private readonly keptMs: number,
		private readonly now: () => number = Date.now,
		private readonly most = Infinity,
	) {}

	/** The value that was read lately, if there is one. */
	recent(key: string): Promise<T> | undefined {
		const known = this.kept.get(key);
		return known && known.until > this.now() ? known.value : undefined;
	}

	/** Reads the value anew and keeps it. */
	async renew(key: string, read: () => Promise<T>): Promise<T> {
		const value = read();
		const kept = { value, until: this.now() + this.keptMs };
		this.kept.delete(key);
		this.kept.set(key, kept);
		const [oldest] = this.kept.keys();
		if (this.kept.size > this.most && oldest !== undefined) this.kept.delete(oldest);
		value.catch(() => {
			if (this.kept.get(key) === kept) this.kept.delete(key);
		});
		return await value;
	}

	/** The value that was read lately, or else reads it. */
	async get(key: string, read: () => Promise<T>): Promise<T> {
		return await (this.recent(key) ?? this.renew(key, read));
	}
}

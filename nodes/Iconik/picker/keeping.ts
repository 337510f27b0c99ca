interface Kept {
	until: number;
	value: Promise<unknown>;
}

/** Answers of the last moments. Who asks for the same while it is being fetched waits for the same call. */
export class Keeping {
	private readonly kept = new Map<string, Kept>();

	constructor(
		private readonly milliseconds: number,
		private readonly most: number,
	) {}

	async get<T>(key: string, read: () => Promise<T>): Promise<T> {
		const known = this.kept.get(key);
		if (known && known.until > Date.now()) return (await known.value) as T;
		const value = read();
		this.kept.delete(key);
		this.kept.set(key, { until: Date.now() + this.milliseconds, value });
		const [oldest] = this.kept.keys();
		if (this.kept.size > this.most && oldest !== undefined) this.kept.delete(oldest);
		// What failed must be asked for again.
		value.catch(() => this.kept.delete(key));
		return await value;
	}

	/** What is known already, without asking. */
	async peek<T>(key: string): Promise<T | undefined> {
		const known = this.kept.get(key);
		if (!known || known.until <= Date.now()) return undefined;
		return (await known.value) as T;
	}
}

type Close = () => Promise<void>;

/** What has to be ended when the program ends, whatever the reason: latest started, first ended. */
export class Closers {
	private readonly closes: Close[] = [];

	/** @param when `last` for what may only be done once all else has ended */
	add(close: Close, when: 'in turn' | 'last' = 'in turn'): void {
		if (when === 'last') this.closes.unshift(close);
		else this.closes.push(close);
	}

	/** Ends all, also when one of them cannot be ended. */
	async closeAll(): Promise<void> {
		for (const close of this.closes.splice(0).reverse())
			await close().catch((error: unknown) => console.error(error));
	}
}

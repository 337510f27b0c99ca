const IMPATIENT_AFTER_MS = 1000;

/**
 * Waits for SIGINT or SIGTERM. One Ctrl-C may arrive twice, from the terminal and from npm, so a repeated signal ends the
 * process at once only when it comes later than that.
 */
export async function untilStopped(): Promise<void> {
	await new Promise<void>((resolve) => {
		let first: number | undefined;
		const stop = () => {
			if (first !== undefined && Date.now() - first > IMPATIENT_AFTER_MS) process.exit(130);
			first ??= Date.now();
			resolve();
		};
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
	});
}

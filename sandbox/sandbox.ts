import { startContentstack } from './contentstack';
import { startIconik } from './iconik';
import { listening } from './ports';

export type Seed = 'demo' | 'empty';
export type ContentstackSandbox = Awaited<ReturnType<typeof startContentstack>>;
export type IconikSandbox = Awaited<ReturnType<typeof startIconik>>;

export interface Sandbox {
	contentstack: ContentstackSandbox;
	iconik: IconikSandbox;
	close(): Promise<void>;
}

/**
 * Starts both simulated services. Port 0 takes any free one.
 * @param options.callsPerSecond the plan of the Contentstack organization; the usual one when absent
 * @throws PlainError when a port is taken; nothing is left running then
 */
export async function startSandbox(options: {
	contentstackPort: number;
	iconikPort: number;
	seed: Seed;
	callsPerSecond?: number;
}): Promise<Sandbox> {
	const { seed, callsPerSecond } = options;
	const contentstack = await listening(
		'contentstack-port',
		options.contentstackPort,
		async () => await startContentstack({ port: options.contentstackPort, seed, callsPerSecond }),
	);
	try {
		const iconik = await listening(
			'iconik-port',
			options.iconikPort,
			async () => await startIconik({ port: options.iconikPort, seed }),
		);
		const close = async () => {
			await Promise.all([contentstack.close(), iconik.close()]);
		};
		return { contentstack, iconik, close };
	} catch (error) {
		await contentstack.close();
		throw error;
	}
}

/** Whether an address points at this very machine, where no service on the internet can reach it. */
export function isLocal(address: string): boolean {
	const { hostname } = new URL(address);
	return /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\]|0\.0\.0\.0)$/.test(hostname);
}

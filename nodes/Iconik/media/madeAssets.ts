/** How long the search index is given to learn of an asset that was made here. */
const KEPT_MS = 30 * 60 * 1000;
const MOST_KEPT = 20_000;

/**
 * Assets that this process made a moment ago, by their key. iconik's search does not know them yet, so a second item or execution
 * with the same key finds them here. Nothing is lost when it is gone: the search has caught up by then.
 */
const made = new Map<string, { id: string; until: number }>();

export function remember(key: string, id: string): void {
	made.delete(key);
	made.set(key, { id, until: Date.now() + KEPT_MS });
	for (const [oldest] of made) {
		if (made.size <= MOST_KEPT) break;
		made.delete(oldest);
	}
}

export function recall(key: string): string | undefined {
	const known = made.get(key);
	if (known && known.until > Date.now()) return known.id;
	made.delete(key);
	return undefined;
}

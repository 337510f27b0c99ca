import { createHash, timingSafeEqual } from 'crypto';

/**
 * Whether two secrets are the same, in a time that tells nothing about where they differ or how long they are.
 * An empty or absent secret equals nothing.
 */
export function isSameSecret(given: unknown, expected: string): boolean {
	if (typeof given !== 'string' || given === '' || expected === '') return false;
	const digest = (text: string) => createHash('sha256').update(text).digest();
	return timingSafeEqual(digest(given), digest(expected));
}

import { MAX_ATTEMPTS, retryAfterMs, retryDelay } from '../../../lib/retry';

const MIDDLE = 0.5;

describe('whether a failed call is tried again', () => {
	it.each([
		['a refused read', 429, true, true],
		['a refused write', 429, false, true],
		['a read that met a server fault', 500, true, true],
		['a read that met a gateway fault', 502, true, true],
		['a write that may have landed', 502, false, false],
		['a read whose connection broke', undefined, true, true],
		['a write whose connection broke', undefined, false, false],
		['a read that was not allowed', 403, true, false],
		['a read of what is not there', 404, true, false],
		['a write that was invalid', 422, true, false],
	])('%s (%s, repeatable: %s): %s', (_name, status, repeatable, again) => {
		expect(retryDelay({ attempt: 1, status, repeatable }, MIDDLE) !== undefined).toBe(again);
	});

	it('ends after the last attempt', () => {
		const failed = (attempt: number) => ({ attempt, status: 429, repeatable: true });
		expect(retryDelay(failed(MAX_ATTEMPTS - 1), MIDDLE)).toBeDefined();
		expect(retryDelay(failed(MAX_ATTEMPTS), MIDDLE)).toBeUndefined();
	});
});

describe('how long is waited', () => {
	const wait = (attempt: number, random = MIDDLE, retryAfterMs?: number) =>
		retryDelay({ attempt, status: 429, repeatable: true, retryAfterMs }, random);

	it('doubles with each attempt up to a bound', () => {
		expect([1, 2, 3, 4, 5, 6].map((attempt) => wait(attempt))).toEqual([
			1000, 2000, 4000, 8000, 16_000, 16_000,
		]);
	});

	it('outlasts a service that refuses everything for 30 seconds, even with the shortest jitter', () => {
		const total = [1, 2, 3, 4, 5, 6].reduce((sum, attempt) => sum + (wait(attempt, 0) ?? 0), 0);
		expect(total).toBeGreaterThan(30_000);
	});

	it('is spread by a fifth to either side', () => {
		expect(wait(1, 0)).toBe(800);
		expect(wait(1, 1)).toBe(1200);
	});

	it('is at least what the service asked for', () => {
		expect(wait(1, MIDDLE, 5000)).toBe(5000);
		expect(wait(3, MIDDLE, 10)).toBe(4000);
	});
});

describe('Retry-After', () => {
	const now = Date.parse('2026-03-01T12:00:00Z');

	it.each([
		['seconds', '3', 3000],
		['a number', 2, 2000],
		['part of a second', '0.5', 500],
		['a date', 'Sun, 01 Mar 2026 12:00:10 GMT', 10_000],
		['a date that has passed', 'Sun, 01 Mar 2026 11:59:00 GMT', 0],
		['less than nothing', '-4', 0],
		['no text', '', undefined],
		['nothing', undefined, undefined],
		['words', 'soon', undefined],
	])('as %s', (_name, header, expected) => {
		expect(retryAfterMs(header, now)).toBe(expected);
	});
});

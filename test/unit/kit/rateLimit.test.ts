import { RateLimiter } from '../../../sandbox/kit/rateLimit';

beforeEach(() => jest.useFakeTimers({ now: 1_000_000 }));
afterEach(() => jest.useRealTimers());

describe('rate limiter', () => {
	it('lets so many through, refuses the next, and says how long to wait', () => {
		const limiter = new RateLimiter([{ calls: 2, milliseconds: 1000 }]);
		expect(limiter.take('org')).toEqual({ allowed: true, limit: 2, remaining: 1, waitMs: 0 });
		jest.advanceTimersByTime(400);
		expect(limiter.take('org')).toEqual({ allowed: true, limit: 2, remaining: 0, waitMs: 0 });
		expect(limiter.take('org')).toEqual({ allowed: false, limit: 2, remaining: 0, waitMs: 600 });
	});

	it('lets the next through exactly when the oldest call has aged out', () => {
		const limiter = new RateLimiter([{ calls: 1, milliseconds: 1000 }]);
		limiter.take('org');
		jest.advanceTimersByTime(999);
		expect(limiter.take('org').allowed).toBe(false);
		jest.advanceTimersByTime(1);
		expect(limiter.take('org').allowed).toBe(true);
	});

	it('does not count refused calls, so that hammering does not lock out', () => {
		const limiter = new RateLimiter([{ calls: 1, milliseconds: 1000 }]);
		limiter.take('org');
		for (let n = 0; n < 9; n++) {
			jest.advanceTimersByTime(100);
			limiter.take('org');
		}
		jest.advanceTimersByTime(100);
		expect(limiter.take('org').allowed).toBe(true);
	});

	it('keeps keys apart', () => {
		const limiter = new RateLimiter([{ calls: 1, milliseconds: 1000 }]);
		limiter.take('one');
		expect(limiter.take('other').allowed).toBe(true);
	});

	it('reports the tighter of two windows, and waits for the later one', () => {
		const limiter = new RateLimiter([
			{ calls: 3, milliseconds: 1000 },
			{ calls: 4, milliseconds: 20_000 },
		]);
		for (let n = 0; n < 3; n++) limiter.take('token');
		jest.advanceTimersByTime(1000);
		expect(limiter.take('token')).toEqual({ allowed: true, limit: 4, remaining: 0, waitMs: 0 });
		expect(limiter.take('token')).toMatchObject({ allowed: false, limit: 4, waitMs: 19_000 });
	});
});

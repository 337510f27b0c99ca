import { faultRules, Faults } from '../../../sandbox/kit/faults';

let faults: Faults;
beforeEach(() => {
	faults = new Faults(700);
});
afterEach(() => {
	jest.useRealTimers();
	jest.restoreAllMocks();
});

const set = (...rules: object[]) => faults.set(faultRules.parse(rules));
const refused = (method: string, path: string) =>
	faults.hit(['rate-limited'], method, path) !== undefined;

describe('which calls a rule hits', () => {
	it('is every call when nothing narrows it', () => {
		set({ fault: 'rate-limited' });
		expect(refused('GET', '/v3/entries')).toBe(true);
		expect(refused('POST', '/')).toBe(true);
	});

	it('takes the method in any case', () => {
		set({ fault: 'rate-limited', match: { method: 'post' } });
		expect(refused('POST', '/')).toBe(true);
		expect(refused('GET', '/')).toBe(false);
	});

	it.each([
		['/v3/entries', '/v3/entries', true],
		['/v3/entries', '/v3/entries/blt1', false],
		['/v3/*/entries', '/v3/content_types/page/entries', true],
		['*/publish', '/v3/entries/blt1/publish', true],
		['*/publish', '/v3/entries/blt1/publish/now', false],
		['/v3/bulk*', '/v3/bulk', true],
		['/a.b', '/aXb', false],
		['/a+(b)', '/a+(b)', true],
	])('by the path %s on %s: %s', (path, called, hit) => {
		set({ fault: 'rate-limited', match: { path } });
		expect(refused('GET', called)).toBe(hit);
	});

	it('ends after so many hits; calls that it does not match do not count', () => {
		set({ fault: 'rate-limited', match: { path: '/a', times: 2 } });
		expect(['/a', '/b', '/a', '/a'].map((path) => refused('GET', path))).toEqual([
			true,
			false,
			true,
			false,
		]);
		expect(faults.list()).toMatchObject([{ hits: 2 }]);
	});

	it('ends after so many seconds from when it was set', () => {
		jest.useFakeTimers();
		set({ fault: 'rate-limited', match: { seconds: 30 } });
		jest.advanceTimersByTime(30_000);
		expect(refused('GET', '/')).toBe(true);
		jest.advanceTimersByTime(1);
		expect(refused('GET', '/')).toBe(false);
	});

	it('is the given share of the matching calls', () => {
		set({ fault: 'rate-limited', match: { rate: 0.25 } });
		const random = jest.spyOn(Math, 'random');
		const rolls = [0, 0.24, 0.25, 0.9];
		expect(
			rolls.map((roll) => {
				random.mockReturnValueOnce(roll);
				return refused('GET', '/');
			}),
		).toEqual([true, true, false, false]);
	});

	it('is none at a rate of 0', () => {
		set({ fault: 'rate-limited', match: { rate: 0 } });
		expect(refused('GET', '/')).toBe(false);
	});
});

describe('which rule decides', () => {
	it('is the first of the asked kinds that matches, and the next once it is used up', () => {
		set(
			{ fault: 'html', status: 502, match: { times: 1 } },
			{ fault: 'delay', milliseconds: 5 },
			{ fault: 'error-before-storing', status: 503 },
		);
		const hit = () => faults.hit(['html', 'error-before-storing'], 'GET', '/')?.status;
		expect([hit(), hit(), hit()]).toEqual([502, 503, 503]);
		expect(faults.list().map(({ hits }) => hits)).toEqual([1, 0, 2]);
	});

	it('is none after an empty list', () => {
		set({ fault: 'rate-limited' });
		set();
		expect(refused('GET', '/')).toBe(false);
	});
});

describe('index lag', () => {
	it("is the service's own when no rule says otherwise", () => expect(faults.indexLagMs).toBe(700));

	it('is what a rule says, 0 too', () => {
		set({ fault: 'index-lag', milliseconds: 0 });
		expect(faults.indexLagMs).toBe(0);
	});
});

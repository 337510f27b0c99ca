import { Clock } from '../../../sandbox/kit/clock';

const HOUR = 3_600_000;
const start = Date.parse('2026-03-01T12:00:00Z');
let clock: Clock;

beforeEach(() => {
	jest.useFakeTimers({ now: start });
	clock = new Clock();
});
afterEach(() => {
	clock.stop();
	jest.useRealTimers();
});

const passed = () => clock.now().getTime() - start;

describe('time', () => {
	it('is the real one at first', () => {
		jest.advanceTimersByTime(5000);
		expect(passed()).toBe(5000);
	});

	it('passes faster at a higher speed, without a jump when the speed changes', () => {
		jest.advanceTimersByTime(1000);
		clock.set({ speed: 60 });
		expect(passed()).toBe(1000);
		jest.advanceTimersByTime(1000);
		expect(passed()).toBe(61_000);
		clock.set({ speed: 1 });
		jest.advanceTimersByTime(1000);
		expect(passed()).toBe(62_000);
	});

	it('jumps ahead and keeps its speed', () => {
		clock.set({ speed: 10 });
		clock.set({ advanceMs: HOUR });
		jest.advanceTimersByTime(100);
		expect(passed()).toBe(HOUR + 1000);
	});
});

describe('what waits for a time', () => {
	it('runs once that much simulated time has passed, and only once', () => {
		const task = jest.fn();
		clock.set({ speed: 60 });
		clock.after(60_000, task);
		jest.advanceTimersByTime(999);
		expect(task).not.toHaveBeenCalled();
		jest.advanceTimersByTime(1);
		expect(task).toHaveBeenCalledTimes(1);
		jest.advanceTimersByTime(HOUR);
		expect(task).toHaveBeenCalledTimes(1);
	});

	it('is brought forward when time begins to pass faster', () => {
		const task = jest.fn();
		clock.after(HOUR, task);
		jest.advanceTimersByTime(1000);
		clock.set({ speed: 3599 });
		jest.advanceTimersByTime(1000);
		expect(task).toHaveBeenCalledTimes(1);
	});

	it('runs in the order of its times when time jumps over several', () => {
		const order: string[] = [];
		clock.after(2 * HOUR, () => void order.push('later'));
		clock.after(HOUR, () => void order.push('sooner'));
		clock.set({ advanceMs: 3 * HOUR });
		jest.runOnlyPendingTimers();
		expect(order).toEqual(['sooner', 'later']);
	});

	it('runs in the order of its times when they fall on one real moment at a high speed', () => {
		const order: string[] = [];
		clock.set({ speed: 1_000_000 });
		clock.after(900, () => void order.push('later'));
		clock.after(100, () => void order.push('sooner'));
		jest.advanceTimersByTime(5);
		expect(order).toEqual(['sooner', 'later']);
	});

	it('does not run early when it lies further ahead than a timer of Node can reach', () => {
		const task = jest.fn();
		const days = 40 * 24 * HOUR;
		clock.after(days, task);
		jest.advanceTimersByTime(days - 1);
		expect(task).not.toHaveBeenCalled();
		jest.advanceTimersByTime(1);
		expect(task).toHaveBeenCalledTimes(1);
	});

	it('does not run once cancelled, nor after a stop', () => {
		const [cancelled, stopped] = [jest.fn(), jest.fn()];
		clock.after(10, cancelled)();
		clock.after(10, stopped);
		expect(clock.state()).toEqual({ now: new Date(start).toISOString(), speed: 1, waiting: 1 });
		clock.stop();
		expect(clock.state().waiting).toBe(0);
		jest.advanceTimersByTime(100);
		expect(cancelled).not.toHaveBeenCalled();
		expect(stopped).not.toHaveBeenCalled();
	});

	it('may wait again from within its own run', () => {
		const times: number[] = [];
		const again = () => {
			times.push(passed());
			if (times.length < 3) clock.after(100, again);
		};
		clock.after(100, again);
		jest.advanceTimersByTime(1000);
		expect(times).toEqual([100, 200, 300]);
	});
});

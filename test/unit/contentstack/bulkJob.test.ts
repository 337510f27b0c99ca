import { jobOf } from '../../../nodes/Contentstack/bulk/job';

it('counts are read under either set of names', () => {
	const counted = {
		status: 'in_progress',
		total_count: 8,
		succeeded_count: 3,
		failed_count: 1,
		in_progress_count: 4,
	};
	expect(jobOf('blt1', counted)).toEqual({
		job_id: 'blt1',
		status: 'in_progress',
		is_done: false,
		total: 8,
		succeeded: 3,
		failed: 1,
		skipped: 0,
		progress: 50,
	});
	const summed = {
		summary: { state: 'complete', success: 3, unsuccess: 1, skip: 2, total_processed: 4 },
	};
	expect(jobOf('blt1', summed)).toMatchObject({
		status: 'complete',
		is_done: true,
		succeeded: 3,
		failed: 1,
		skipped: 2,
		total: null,
		progress: 100,
	});
});

it.each([
	['failed', true],
	['completed', true],
	['pending', false],
	['in_progress', false],
])('the state %s is final: %s', (status, isDone) => {
	expect(jobOf('blt1', { job: { status } }).is_done).toBe(isDone);
});

it('a job that tells nothing is not taken for done', () => {
	expect(jobOf('blt1', {})).toMatchObject({ status: 'unknown', is_done: false, progress: null });
});

it('a job that is not done is never at 100 percent', () => {
	const job = { status: 'in_progress', total_count: 2, succeeded_count: 2 };
	expect(jobOf('blt1', job)).toMatchObject({ is_done: false, progress: 99 });
});

import { statusOfRequest, statusOfVotes } from '../../../nodes/Iconik/media/approval';

describe('the approval of a request', () => {
	it('is the status that iconik gives', () => {
		expect(statusOfRequest({ status: 'APPROVED' })).toBe('APPROVED');
		expect(statusOfRequest({ status: 'REQUESTED', approvals_by: [{ status: 'APPROVED' }] })).toBe(
			'REQUESTED',
		);
	});

	it('is mixed when a reviewer contradicts it, so that it never goes live by mistake', () => {
		const votes = [{ status: 'APPROVED' as const }, { status: 'NOT_APPROVED' as const }];
		expect(statusOfRequest({ status: 'APPROVED', approvals_by: votes })).toBe('MIXED');
	});

	it('is not reviewed when iconik gives nothing that is known', () => {
		expect(statusOfRequest({ status: null })).toBe('N/A');
		expect(statusOfRequest({ status: 'LATER' as never })).toBe('N/A');
	});
});

describe('the approval by votes alone', () => {
	it.each([
		[[], 'N/A'],
		[['APPROVED', 'APPROVED'], 'APPROVED'],
		[['NOT_APPROVED'], 'NOT_APPROVED'],
		[['APPROVED', 'NOT_APPROVED'], 'MIXED'],
		[['REQUESTED'], 'N/A'],
	] as const)('of %j is %s', (votes, expected) => {
		expect(statusOfVotes(votes.map((status) => ({ status })))).toBe(expected);
	});
});

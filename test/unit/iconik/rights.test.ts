import { readRights } from '../../../nodes/Iconik/media/rights';

const fields = {
	starts: 'RightsStart',
	expires: 'RightsExpiry',
	holder: 'RightsHolder',
	territories: 'Territories',
	notes: 'UsageNotes',
};

const read = (values: Record<string, unknown>, at = '2025-06-15T23:30:00Z') =>
	readRights(values, fields, { now: Date.parse(at), expiringWithinDays: 30 });

describe('readRights', () => {
	it('finds rights valid until their last day and expired the day after, in UTC', () => {
		const values = { RightsExpiry: '2025-06-15' };
		expect(read(values).rights.status).toBe('expiring');
		expect(read(values, '2025-06-16T00:00:00Z').rights.status).toBe('expired');
	});

	it('finds rights that begin tomorrow pending, and valid on the day they begin', () => {
		const values = { RightsStart: '2025-06-16', RightsExpiry: '2026-01-01' };
		expect(read(values).rights.status).toBe('pending');
		expect(read(values, '2025-06-16T00:00:00Z').rights.status).toBe('valid');
	});

	it('counts rights as expiring from exactly the chosen number of days before their end', () => {
		expect(read({ RightsExpiry: '2025-07-15' }).rights.status).toBe('expiring');
		expect(read({ RightsExpiry: '2025-07-16' }).rights.status).toBe('valid');
	});

	it('finds rights without an end valid, and notes alone no rights', () => {
		expect(read({ RightsHolder: 'Nordlicht Film' }).rights.status).toBe('valid');
		expect(read({ UsageNotes: 'ask first' }).rights).toMatchObject({
			status: 'missing',
			notes: 'ask first',
		});
		expect(read({}).rights.status).toBe('missing');
	});

	it('reads a date-time as its date in UTC, without an offset as UTC', () => {
		expect(read({ RightsExpiry: '2025-07-31T23:30:00-02:00' }).rights.expires).toBe('2025-08-01');
		expect(read({ RightsExpiry: '2025-07-31T23:30:00.123456' }).rights.expires).toBe('2025-07-31');
	});

	it('names a value that is no date instead of taking it for valid', () => {
		const { rights, unreadable } = read({ RightsExpiry: 'next summer', RightsHolder: null });
		expect(rights.status).toBe('missing');
		expect(unreadable).toEqual([{ field: 'RightsExpiry', value: 'next summer' }]);
	});

	it('gives territories as a list in a stable order, whether one or several are set', () => {
		expect(read({ Territories: ['DE', 'AT'] }).rights.territories).toEqual(['AT', 'DE']);
		expect(read({ Territories: 'DE' }).rights.territories).toEqual(['DE']);
	});
});

import { withContentstack, withIconik } from '../support/sandbox';

describe.each([
	['contentstack', withContentstack, 'contentstackApi'],
	['iconik', withIconik, 'iconikApi'],
] as const)('the simulated %s of a test file', (_name, start, credential) => {
	const service = start({ seed: 'empty' });
	const call = async (path = '/') => await fetch(`${service.connection.baseUrl}${path}`);

	beforeEach(async () => await service.clearLog());

	it('listens where its credential data says', () => {
		expect(JSON.stringify(service.credentials)).toContain(service.connection.baseUrl);
		expect(Object.keys(service.credentials)).toEqual([credential]);
	});

	it('counts calls by kind', async () => {
		await call();
		expect(await service.calls('read')).toHaveLength(1);
		expect(await service.calls('write')).toHaveLength(0);
		await service.clearLog();
		expect(await service.calls()).toEqual([]);
	});

	it('misbehaves in the test that asks for it', async () => {
		await service.faults([{ fault: 'html' }]);
		expect((await call()).status).toBe(502);
	});

	it('and no longer in the next one', async () => {
		expect((await call()).status).not.toBe(502);
	});

	it('says what is wrong with an action', async () => {
		await expect(service.act('explode')).rejects.toThrow('There is no action "explode"');
	});

	it('lets time jump ahead', async () => {
		const before = Date.now();
		await service.clock({ advanceMs: 3_600_000 });
		const { clock } = await service.state<{ clock: { now: string } }>();
		expect(Date.parse(clock.now) - before).toBeGreaterThanOrEqual(3_600_000);
	});
});

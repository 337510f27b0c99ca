import { CallLog, type LoggedCall } from '../../../sandbox/kit/callLog';

const call = (path: string): LoggedCall => ({
	time: '2026-03-01T12:00:00.000Z',
	method: 'GET',
	path,
	query: '',
	status: 200,
	credential: 'token',
	kind: 'read',
	milliseconds: 1,
});

it('a full log lets the oldest calls go and keeps the newest', () => {
	const log = new CallLog();
	for (let n = 0; n < 60_000; n++) log.add(call(`/${n}`));
	const paths = log.list().map(({ path }) => path);
	expect(paths.length).toBeLessThanOrEqual(50_000);
	expect(paths.at(-1)).toBe('/59999');
	expect(paths).not.toContain('/0');
});

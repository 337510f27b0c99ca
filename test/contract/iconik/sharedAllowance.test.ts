import { RecordingServer } from '../../support/recordingServer';
import { byId, run } from './library';

const USED_UP = '0';
const SOME_LEFT = '20';

/** How long the node waits between the two calls of Finish, in milliseconds, when the first is told so. */
async function gapAfter(remaining: string): Promise<number> {
	const times: number[] = [];
	const server = new RecordingServer(() => {
		times.push(Date.now());
		const body = { id: 'job', title: 'Sync', type: 'CUSTOM', status: 'STARTED' };
		return { headers: { 'RateLimit-Remaining': remaining }, body };
	});
	const credentials = {
		iconikApi: {
			host: 'custom',
			customUrl: await server.listen(),
			appId: `app-${remaining}`,
			authToken: 'token',
		},
	};
	const finish = { resource: 'job', operation: 'finish', jobId: byId('job'), outcome: 'FINISHED' };
	const { error } = await run({ credentials }, finish);
	await server.close();
	expect(error).toBeUndefined();
	expect(times).toHaveLength(2);
	return (times[1] as number) - (times[0] as number);
}

it('waits for a second when others have used up what iconik allows', async () => {
	expect(await gapAfter(USED_UP)).toBeGreaterThanOrEqual(950);
});

it('goes on at once while something is left', async () => {
	expect(await gapAfter(SOME_LEFT)).toBeLessThan(950);
});

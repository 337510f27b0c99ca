import type { IDataObject } from 'n8n-workflow';
import { runNode } from '../../support/engine';
import { type Answer, type ReceivedCall, RecordingServer } from '../../support/recordingServer';
import { byId, configured } from './runContentstack';

const PAGE = 100;
/** The service's own limit of reads in any second. */
const READS_A_SECOND = 10;
const LONG_TEXT = 'All that an editor wrote about this film. '.repeat(40);

const entryOf = (number: number) => ({
	uid: `blt${String(number).padStart(16, '0')}`,
	title: `Film ${number}`,
	locale: 'en-us',
	_version: 1,
	description: LONG_TEXT + number,
	ACL: {},
});
const pageOf = (total: number, { path }: ReceivedCall): Answer => {
	const query = new URL(path, 'http://localhost').searchParams;
	const skip = Number(query.get('skip'));
	const length = Math.max(0, Math.min(Number(query.get('limit')), total - skip));
	return {
		body: {
			entries: Array.from({ length }, (_, n) => entryOf(skip + n)),
			...(query.get('include_count') === 'true' && { count: total }),
		},
	};
};

let server: RecordingServer | undefined;
afterEach(async () => await server?.close());

const times: number[] = [];
async function readAll(answer: (call: ReceivedCall) => Answer, more: IDataObject = {}) {
	times.length = 0;
	server = new RecordingServer((call) => {
		times.push(Date.now());
		return answer(call);
	});
	const origin = await server.listen();
	const { output, error } = await runNode({
		...configured(
			{
				contentstackApi: {
					region: 'CUSTOM',
					apiUrl: origin,
					cdnUrl: origin,
					appUrl: origin,
					apiKey: 'blt1',
					managementToken: 'cs1',
					branch: 'main',
				},
			},
			{
				resource: 'entry',
				operation: 'getAll',
				contentType: byId('film'),
				returnAll: true,
				...more,
			} as never,
		),
		items: [{}],
	});
	return { items: output[0] ?? [], error, calls: server.calls };
}

it('10,000 entries take 100 reads, at the pace of the budget as a whole, and little memory', async () => {
	const before = process.memoryUsage().rss;
	let most = 0;
	const { items, error, calls } = await readAll((call) => {
		most = Math.max(most, process.memoryUsage().rss);
		return pageOf(10_000, call);
	});
	expect(error).toBeUndefined();
	expect(items).toHaveLength(10_000);
	expect(items.map(({ json }) => json.uid)).toEqual(
		Array.from({ length: 10_000 }, (_, n) => entryOf(n).uid),
	);
	expect(calls).toHaveLength(10_000 / PAGE);
	// The budget's own test holds every single second. Here a busy machine may hold calls back and let them arrive together,
	// so what must hold is the pace as a whole, and that no burst is twice the limit.
	const seconds = ((times.at(-1) as number) - (times[0] as number)) / 1000;
	expect(calls.length - READS_A_SECOND).toBeLessThanOrEqual(seconds * READS_A_SECOND);
	const burst = 2 * READS_A_SECOND;
	const spans = times.slice(burst - 1).map((time, n) => time - (times[n] as number));
	expect(Math.min(...spans)).toBeGreaterThanOrEqual(1000);
	expect((most - before) / 1024 / 1024).toBeLessThan(150);
}, 60_000);

it('a limit asks for the pages that it takes, the last one cut', async () => {
	const { items, calls } = await readAll((call) => pageOf(1000, call), {
		returnAll: false,
		limit: 250,
	});
	expect(items).toHaveLength(250);
	expect(calls.map(({ path }) => /limit=(\d+)/.exec(path)?.[1])).toEqual(['100', '100', '50']);
});

it('a service that gives no count is read on to the end', async () => {
	const { items, calls } = await readAll((call) => {
		const { body } = pageOf(230, call);
		return { body: { entries: (body as { entries: unknown[] }).entries } };
	});
	expect(items).toHaveLength(230);
	expect(calls).toHaveLength(3);
});

it('a service that gives the same page again is not asked for ever', async () => {
	const { items, calls } = await readAll((call) =>
		pageOf(100_000, { ...call, path: call.path.replace(/skip=\d+/, 'skip=0') }),
	);
	expect(items).toHaveLength(PAGE);
	expect(calls.length).toBeLessThan(20);
}, 20_000);

it('an entry that moves to the next page meanwhile comes out once', async () => {
	const { items } = await readAll((call) => {
		const { body } = pageOf(150, call);
		const { entries, ...rest } = body as { entries: unknown[] };
		const isNext = call.path.includes('skip=100');
		return { body: { ...rest, entries: isNext ? [entryOf(99), ...entries] : entries } };
	});
	expect(items).toHaveLength(150);
});

it('a page that is refused fails the item, and no more pages are asked for', async () => {
	const { error, calls } = await readAll((call) =>
		call.path.includes('skip=300')
			? { status: 422, body: { error_message: 'No such page', error_code: 141 } }
			: pageOf(10_000, call),
	);
	expect(error?.message).toContain('No such page');
	expect(calls.length).toBeLessThan(25);
}, 20_000);

import { readList } from '../../../nodes/Contentstack/transport/paging';
import type { Call, Stack } from '../../../nodes/Contentstack/transport/stack';

/** A stack whose lists answer as the test says; keeps the calls. */
function stackOf(answer: (skip: number, limit: number) => unknown[]) {
	const calls: Array<{ skip: number; limit: number }> = [];
	const stack = {
		request: async ({ qs }: Call) => {
			const { skip, limit } = qs as { skip: number; limit: number };
			calls.push({ skip, limit });
			return { records: answer(skip, limit) };
		},
	} as unknown as Stack;
	return { stack, calls };
}
const all = Array.from({ length: 250 }, (_, n) => ({ uid: `blt${n}` }));

it('a list is read to its end', async () => {
	const { stack, calls } = stackOf((skip, limit) => all.slice(skip, skip + limit));
	expect(await readList(stack, '/x', 'records')).toEqual(all);
	expect(calls.map(({ skip }) => skip)).toEqual([0, 100, 200]);
});

it('no more is asked for than the limit', async () => {
	const { stack, calls } = stackOf((skip, limit) => all.slice(skip, skip + limit));
	expect(await readList(stack, '/x', 'records', {}, 120)).toHaveLength(120);
	expect(calls).toEqual([
		{ skip: 0, limit: 100 },
		{ skip: 100, limit: 20 },
	]);
});

it('a service that repeats its page is not asked for ever', async () => {
	const { stack, calls } = stackOf(() => all.slice(0, 100));
	expect(await readList(stack, '/x', 'records')).toHaveLength(100);
	expect(calls).toHaveLength(2);
});

it('a list that is missing from the answer is empty', async () => {
	const { stack } = stackOf(() => undefined as never);
	expect(await readList(stack, '/x', 'records')).toEqual([]);
});

import { BriefMemory } from '../../../lib/briefMemory';

describe('a brief memory', () => {
	const KEPT_MS = 1000;
	let time = 0;
	let readings = 0;
	const read = async () => await Promise.resolve((readings += 1));
	const memory = () => new BriefMemory<number>(KEPT_MS, () => time);

	beforeEach(() => {
		time = 0;
		readings = 0;
	});

	test('gives what was read a moment ago, and reads again once it is old', async () => {
		const kept = memory();
		expect(await kept.get('a', read)).toBe(1);
		time = KEPT_MS - 1;
		expect(await kept.get('a', read)).toBe(1);
		time = KEPT_MS;
		expect(await kept.get('a', read)).toBe(2);
	});

	test('reads once for all who ask at the same time', async () => {
		const kept = memory();
		const all = await Promise.all([kept.get('a', read), kept.get('a', read), kept.get('b', read)]);
		expect(all).toEqual([1, 1, 2]);
	});

	test('a reading that failed is not kept', async () => {
		const kept = memory();
		const fail = async () => await Promise.reject(new Error('away'));
		await expect(kept.get('a', fail)).rejects.toThrow('away');
		expect(await kept.get('a', read)).toBe(1);
	});

	test('a failure does not take away what was read after it', async () => {
		const kept = memory();
		let fail: (error: Error) => void = () => undefined;
		const late = kept.renew('a', async () => await new Promise((_, reject) => (fail = reject)));
		await kept.renew('a', read);
		fail(new Error('late'));
		await expect(late).rejects.toThrow('late');
		expect(await kept.recent('a')).toBe(1);
	});
});

it('keeps no more than it may: what was read longest ago is read anew', async () => {
	const reads: string[] = [];
	const memory = new BriefMemory<string>(1000, () => 0, 2);
	const get = async (key: string) =>
		await memory.get(key, async () => {
			reads.push(key);
			return key;
		});
	for (const key of ['a', 'b', 'c', 'b', 'a']) await get(key);
	expect(reads).toEqual(['a', 'b', 'c', 'a']);
});

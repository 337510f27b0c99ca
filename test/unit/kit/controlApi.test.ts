import { startToy, type Toy } from '../../support/toyService';

let toy: Toy;
beforeAll(async () => {
	toy = await startToy();
});
beforeEach(() => {
	toy.things.splice(0, toy.things.length, 'lamp');
});
afterAll(async () => await toy.close());

const refusal = async (method: 'put' | 'post', path: string, body: unknown) => {
	const answer = await toy.http[method](`/_sandbox/${path}`, body, {
		headers: { 'content-type': 'application/json' },
		transformRequest: (data: unknown) => (typeof data === 'string' ? data : JSON.stringify(data)),
	});
	expect(answer.status).toBe(400);
	return (answer.data as { errors: string[] }).errors.join();
};

describe('bad control input is answered with what is wrong', () => {
	it.each([
		['an unknown fault', [{ fault: 'explode' }], /^0\.fault: .*'rate-limited'/],
		['a second rule that is wrong', [{ fault: 'html' }, { fault: 'delay' }], /^1\.milliseconds: /],
		['an unknown key', [{ fault: 'html', stauts: 502 }], /'stauts'/],
		['an unknown key of the match', [{ fault: 'html', match: { url: '/' } }], /^0\.match: .*'url'/],
		['a status that is no fault', [{ fault: 'error-before-storing', status: 200 }], /^0\.status: /],
		['a rate above 1', [{ fault: 'html', match: { rate: 2 } }], /^0\.match\.rate: /],
		['times of 0', [{ fault: 'html', match: { times: 0 } }], /^0\.match\.times: /],
		['an object instead of a list', { fault: 'html' }, /^body: Expected array/],
		['nothing', '', /^body: Required/],
		['what is not JSON', '[{"fault":', /not valid JSON/],
	])('faults: %s', async (_name, body, wrong) => {
		expect(await refusal('put', 'faults', body)).toMatch(wrong);
	});

	it('and the faults that held before still hold', async () => {
		await toy.http.put('/_sandbox/faults', [{ fault: 'index-lag', milliseconds: 5 }]);
		await refusal('put', 'faults', [{ fault: 'explode' }]);
		const { data } = await toy.http.get('/_sandbox/faults');
		expect(data).toEqual([{ fault: 'index-lag', milliseconds: 5, hits: 0 }]);
	});

	it.each([
		['a speed of 0', { speed: 0 }, /^speed: /],
		['a step back', { advanceMs: -1 }, /^advanceMs: /],
		['a speed in words', { speed: 'fast' }, /^speed: Expected number/],
		['an unknown key', { factor: 2 }, /'factor'/],
	])('clock: %s', async (_name, body, wrong) => {
		expect(await refusal('put', 'clock', body)).toMatch(wrong);
	});

	it('actions: one that does not exist, with those that do', async () => {
		expect(await refusal('post', 'actions/explode', {})).toBe(
			'There is no action "explode". There are: rename, count',
		);
	});

	it('actions: a name that every object has is no action', async () => {
		expect(await refusal('post', 'actions/constructor', {})).toContain('There is no action');
	});

	it('actions: input of the wrong shape, with each fault of it', async () => {
		const wrong = await refusal('post', 'actions/rename', { from: 1, to: '' });
		expect(wrong).toMatch(/from: Expected string.*to: String must contain/);
	});

	it('actions: a thing that does not exist', async () => {
		expect(await refusal('post', 'actions/rename', { from: 'sofa', to: 'bed' })).toBe(
			'There is no thing "sofa"',
		);
	});

	it('an address that does not exist is not found', async () => {
		expect((await toy.http.get('/_sandbox/nothing')).status).toBe(404);
	});
});

describe('good control input', () => {
	it('lets a person act, and shows it in the state', async () => {
		const { data } = await toy.http.post('/_sandbox/actions/rename', { from: 'lamp', to: 'torch' });
		expect(data).toEqual({ done: true });
		expect((await toy.http.get('/_sandbox/state')).data).toMatchObject({ things: ['torch'] });
	});

	it('answers what the action answers, also when no input is sent', async () => {
		expect((await toy.http.post('/_sandbox/actions/count')).data).toEqual({ count: 1 });
	});

	it('lists the actions with what they do', async () => {
		expect((await toy.http.get('/_sandbox/actions')).data).toEqual([
			{ name: 'rename', description: 'Someone renames a thing' },
			{ name: 'count', description: 'Someone counts' },
		]);
	});

	it('speeds up the clock', async () => {
		const { data } = await toy.http.put('/_sandbox/clock', { speed: 60, advanceMs: 1000 });
		expect(data).toMatchObject({ speed: 60, waiting: 0 });
		expect((await toy.http.get('/_sandbox/state')).data).toMatchObject({ clock: { speed: 60 } });
		await toy.http.put('/_sandbox/clock', { speed: 1 });
	});
});

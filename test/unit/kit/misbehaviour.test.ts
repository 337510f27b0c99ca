import { eventually } from '../../support/eventually';
import { startToy, type Toy } from '../../support/toyService';

let toy: Toy;
beforeEach(async () => {
	toy = await startToy();
});
afterEach(async () => await toy.close());

const misbehave = async (...rules: object[]) => {
	const { status, data } = await toy.http.put('/_sandbox/faults', rules);
	expect({ status, data }).toMatchObject({ status: 200 });
};
const add = async (name = 'lamp') => await toy.http.post('/things', { name });
const logged = async (count: number) =>
	await eventually(() => {
		const calls = toy.simulator.log.list();
		expect(calls).toHaveLength(count);
		return calls;
	});

describe('faults, as a client sees them', () => {
	it('a call is refused with 429, with the wait that the rule names', async () => {
		await misbehave({ fault: 'rate-limited', retryAfterSeconds: 3, match: { times: 1 } });
		const { status, headers, data } = await add();
		expect({ status, data }).toEqual({
			status: 429,
			data: { error_message: 'Too many requests', error_code: 429 },
		});
		expect(headers['retry-after']).toBe('3');
		expect((await add()).status).toBe(201);
	});

	it('a 5xx before storing leaves nothing behind', async () => {
		await misbehave({ fault: 'error-before-storing', status: 503 });
		expect(await add()).toMatchObject({ status: 503, data: { error_code: 503 } });
		expect(toy.things).toEqual([]);
	});

	it('a 5xx after storing hides that the thing is there', async () => {
		await misbehave({ fault: 'error-after-storing', status: 500, match: { method: 'POST' } });
		expect(await add()).toMatchObject({ status: 500, data: { error_code: 500 } });
		expect((await toy.http.get('/things')).data).toEqual(['lamp']);
	});

	it('a 5xx after storing also takes the place of an answer without a body', async () => {
		await misbehave({ fault: 'error-after-storing', status: 502 });
		await expect(toy.http.delete('/things')).resolves.toMatchObject({
			status: 502,
			data: { error_code: 502 },
		});
	});

	it('what the service refuses by itself is no longer turned into a fault after storing', async () => {
		await misbehave({ fault: 'error-after-storing', match: { times: 1 } });
		expect((await toy.http.get('/nowhere')).status).toBe(404);
		expect((await add()).status).toBe(500);
	});

	it('a gateway answers with an HTML page', async () => {
		await misbehave({ fault: 'html' });
		const { status, headers, data } = await add();
		expect(status).toBe(502);
		expect(headers['content-type']).toContain('text/html');
		expect(data).toContain('<html>');
		expect(toy.things).toEqual([]);
	});

	it.each([
		['before', 0],
		['after', 1],
	])('a connection is reset %s storing, and logged with status 0', async (when, stored) => {
		await misbehave({ fault: `reset-${when}-storing` });
		await expect(add()).rejects.toMatchObject({ code: 'ECONNRESET' });
		expect(toy.things).toHaveLength(stored);
		expect(await logged(1)).toMatchObject([{ method: 'POST', path: '/things', status: 0 }]);
	});

	it('goes on to serve after a reset', async () => {
		await misbehave({ fault: 'reset-after-storing', match: { times: 1 } });
		await expect(add()).rejects.toThrow();
		expect((await toy.http.get('/things')).data).toEqual(['lamp']);
	});

	it('a slow answer comes late but whole', async () => {
		await misbehave({ fault: 'delay', milliseconds: 150 });
		const start = Date.now();
		expect((await add()).status).toBe(201);
		expect(Date.now() - start).toBeGreaterThanOrEqual(149);
	});

	it('a delay goes together with another fault', async () => {
		await misbehave({ fault: 'delay', milliseconds: 50 }, { fault: 'html', status: 504 });
		const start = Date.now();
		expect((await add()).status).toBe(504);
		expect(Date.now() - start).toBeGreaterThanOrEqual(49);
	});

	it('the control API is never hit', async () => {
		await misbehave({ fault: 'reset-before-storing' }, { fault: 'delay', milliseconds: 60_000 });
		expect((await toy.http.get('/_sandbox/state')).status).toBe(200);
	});
});

describe('limits, as a client sees them', () => {
	it('each call tells what is left, and one too many is refused in the service’s own words', async () => {
		await toy.close();
		toy = await startToy([{ calls: 2, milliseconds: 60_000 }]);
		const answers = [await add('a'), await add('b'), await add('c')];
		expect(answers.map(({ status, headers }) => [status, headers['x-remaining']])).toEqual([
			[201, '1'],
			[201, '0'],
			[429, '0'],
		]);
		expect(answers[2]?.data).toEqual({ error_message: 'Too many requests', error_code: 429 });
		expect(toy.things).toEqual(['a', 'b']);
		expect((await toy.http.get('/free')).status).toBe(200);
		expect((await add('d')).status).toBe(429);
	});
});

describe('bodies', () => {
	it.each(['application/json', 'application/x-www-form-urlencoded'])(
		'that are empty but said to be %s do not matter',
		async (type) => {
			const answer = await toy.http.delete('/things', {
				data: '',
				headers: { 'Content-Type': type },
			});
			expect(answer.status).toBe(204);
		},
	);

	it('in broken JSON are refused in the service’s own words', async () => {
		const headers = { 'Content-Type': 'application/json' };
		const transformRequest = (text: string) => text;
		const { status, data } = await toy.http.post('/things', '{"name":', {
			headers,
			transformRequest,
		});
		expect({ status, data }).toEqual({
			status: 400,
			data: { error_message: 'The body is not valid JSON', error_code: 400 },
		});
	});

	it('of a form are not taken for JSON', async () => {
		expect((await toy.http.post('/things', new URLSearchParams({ name: 'lamp' }))).status).toBe(
			415,
		);
	});
});

describe('the call log', () => {
	it('tells method, path, query, status, kind and who, but no secret', async () => {
		const authorization = 'secret-token-42';
		await toy.http.get('/things?limit=1&skip=2', { headers: { authorization } });
		await toy.http.post('/things', {});
		const calls = await logged(2);
		expect(calls).toMatchObject([
			{ method: 'GET', path: '/things', query: 'limit=1&skip=2', status: 200, kind: 'read' },
			{ method: 'POST', path: '/things', query: '', status: 201, kind: 'write' },
		]);
		expect(calls[0]?.credential).toBe('token …42');
		expect(JSON.stringify(calls)).not.toContain(authorization);
	});

	it('leaves out the control API, and is empty once cleared', async () => {
		await add();
		await logged(1);
		await toy.http.get('/_sandbox/state');
		expect((await toy.http.get('/_sandbox/log')).data).toHaveLength(1);
		expect((await toy.http.delete('/_sandbox/log')).status).toBe(204);
		expect((await toy.http.get('/_sandbox/log')).data).toEqual([]);
	});
});

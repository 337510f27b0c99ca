import { ONLOOKER_HEADER } from '../../../../sandbox/kit/onlooker';
import { bench, eventually, type Bench } from './client';

let stack: Bench;
beforeAll(async () => {
	stack = await bench('demo');
});
afterAll(async () => await stack.close());

it('answers the eleventh read of a second with 429', async () => {
	const answers = await Promise.all(
		Array.from({ length: 11 }, async () => await stack.cma.get('/locales')),
	);
	const refused = answers.filter(({ status }) => status === 429);
	expect(answers.filter(({ status }) => status === 200)).toHaveLength(10);
	expect(refused).toHaveLength(1);
	expect(refused[0]?.data).toEqual({ error_message: 'Too many requests', error_code: 429 });
	expect(refused[0]?.headers['x-ratelimit-remaining']).toBe('0');
});

it('counts writes apart from reads, and bulk calls at one a second', async () => {
	const publish = async () =>
		await stack.cma.post('/bulk/publish', {
			entries: [],
			environments: ['production'],
			locales: ['en-us'],
		});
	const [first, second] = await Promise.all([publish(), publish()]);
	expect([first?.status, second?.status].sort()).toEqual([200, 429]);
	expect((await stack.cma.post('/labels', { label: { name: 'x' } })).status).toBe(201);
});

it('does not count who only watches', async () => {
	const watching = { headers: { [ONLOOKER_HEADER]: 'true' } };
	const watched = await Promise.all(
		Array.from({ length: 30 }, async () => await stack.cma.get('/locales', watching)),
	);
	expect(watched.every(({ status }) => status === 200)).toBe(true);
	expect(watched[0]?.headers['x-ratelimit-remaining']).toBeUndefined();
});

it('does not limit the Delivery API', async () => {
	const answers = await Promise.all(
		Array.from(
			{ length: 30 },
			async () => await stack.cda.get('/content_types/page/entries?environment=production'),
		),
	);
	expect(answers.every(({ status }) => status === 200)).toBe(true);
	expect(answers[0]?.headers['x-ratelimit-limit']).toBeUndefined();
});

it.each(['cma', 'cda'] as const)(
	'answers addresses of more than 8 KB with 414 (%s)',
	async (api) => {
		const query = JSON.stringify({ title: { $in: ['x'.repeat(9000)] } });
		const { status } = await eventually(
			async () => await stack[api].get('/content_types/film/entries', { params: { query } }),
			(answer) => answer.status !== 429,
		);
		expect(status).toBe(414);
	},
);

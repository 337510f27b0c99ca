import axios, { type AxiosInstance } from 'axios';
import { z } from 'zod';
import { BadAction } from '../../sandbox/kit/controlApi';
import { RateLimiter, type Limit } from '../../sandbox/kit/rateLimit';
import { createSimulator, pathOf, type Simulator } from '../../sandbox/kit/simulator';

export interface Toy {
	simulator: Simulator;
	/** What `POST /things` has stored. */
	things: string[];
	/** Answers every status instead of throwing; broken connections still throw. */
	http: AxiosInstance;
	close(): Promise<void>;
}

/** The smallest service that the kit can carry: it keeps things. */
export async function startToy(limits: Limit[] = []): Promise<Toy> {
	const things: string[] = [];
	const limiter = new RateLimiter(limits);
	const simulator = createSimulator(() => ({
		kindOf: ({ method }) => (method === 'GET' ? 'read' : 'write'),
		credentialOf: ({ headers }) => `token …${String(headers.authorization ?? '').slice(-2)}`,
		limitFor: (request) =>
			limits.length > 0 && pathOf(request) !== '/free'
				? { limiter, key: String(request.headers.authorization) }
				: undefined,
		rateHeaders: ({ limit, remaining }) => ({
			'x-limit': String(limit),
			'x-remaining': String(remaining),
		}),
		errorBody: (status, message) => ({ error_message: message, error_code: status }),
		state: () => ({ things }),
		actions: {
			rename: {
				description: 'Someone renames a thing',
				input: z.object({ from: z.string(), to: z.string().min(1) }).strict(),
				run: ({ from, to }: { from: string; to: string }) => {
					const index = things.indexOf(from);
					if (index < 0) throw new BadAction(`There is no thing "${from}"`);
					things[index] = to;
				},
			},
			count: {
				description: 'Someone counts',
				input: z.object({}),
				run: () => ({ count: things.length }),
			},
		},
	}));
	simulator.app.get('/things', () => things);
	simulator.app.get('/free', () => 'free');
	simulator.app.post<{ Body: { name: string } }>('/things', async ({ body }, reply) => {
		things.push(body.name);
		return await reply.code(201).send({ name: body.name });
	});
	simulator.app.delete('/things', (_request, reply) => {
		things.length = 0;
		return reply.code(204).send();
	});
	const baseURL = await simulator.listen(0);
	const http = axios.create({ baseURL, proxy: false, validateStatus: () => true });
	return { simulator, things, http, close: async () => await simulator.close() };
}

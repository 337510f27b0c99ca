import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { faultRules } from './faults';
import type { Simulator } from './simulator';

/** What a person does in the service's own pages, offered as `POST /_sandbox/actions/<name>`. */
export interface PersonAction<I = unknown> {
	/** One sentence: who does what. */
	description: string;
	input: z.ZodType<I, z.ZodTypeDef, unknown>;
	/** Throws a BadAction when the thing acted on does not exist or cannot take it. */
	run: (input: I) => unknown;
}

/** The input is well formed, but what it names does not exist or is in the wrong state: answered with 400. */
export class BadAction extends Error {}

const clockInput = z
	.object({
		speed: z.number().positive().max(1_000_000).optional(),
		advanceMs: z.number().int().nonnegative().optional(),
	})
	.strict();

const replayInput = z
	.object({
		from: z.number().int().nonnegative().default(0),
		times: z.number().int().positive().max(100).default(1),
	})
	.strict();

const PREFIX = '/_sandbox';

/** Whether a path belongs to the control API and not to the simulated service. */
export function isControlPath(path: string): boolean {
	return path === PREFIX || path.startsWith(`${PREFIX}/`);
}

/**
 * Adds the control API to a simulator: look at its state, log and deliveries, make it misbehave, speed up its clock, act as a person.
 * Input that does not fit is answered with 400 and `{ "errors": ["<path>: <what is wrong>"] }`.
 */
export function addControlApi(app: FastifyInstance, simulator: Simulator): void {
	const read = <T>(schema: z.ZodType<T, z.ZodTypeDef, unknown>, body: unknown): T => {
		const result = schema.safeParse(body);
		if (result.success) return result.data;
		throw new BadAction(
			result.error.issues
				.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`)
				.join('; '),
		);
	};

	app.get(`${PREFIX}/state`, () => ({
		clock: simulator.clock.state(),
		...simulator.traits.state(),
	}));
	app.get(`${PREFIX}/log`, () => simulator.log.list());
	app.delete(`${PREFIX}/log`, (_request, reply) => {
		simulator.log.clear();
		return reply.code(204).send();
	});
	app.get(`${PREFIX}/deliveries`, () => simulator.webhooks.list());
	app.delete(`${PREFIX}/deliveries`, (_request, reply) => {
		simulator.webhooks.clear();
		return reply.code(204).send();
	});
	app.post(`${PREFIX}/deliveries/replay`, async ({ body }) => ({
		delivered: await simulator.webhooks.replay(read(replayInput, body ?? {})),
	}));
	app.get(`${PREFIX}/faults`, () => simulator.faults.list());
	app.put(`${PREFIX}/faults`, ({ body }) => {
		simulator.faults.set(read(faultRules, body));
		return simulator.faults.list();
	});
	app.get(`${PREFIX}/clock`, () => simulator.clock.state());
	app.put(`${PREFIX}/clock`, ({ body }) => {
		simulator.clock.set(read(clockInput, body));
		return simulator.clock.state();
	});
	app.get(`${PREFIX}/actions`, () =>
		Object.entries(simulator.traits.actions).map(([name, { description }]) => ({
			name,
			description,
		})),
	);
	app.post<{ Params: { name: string } }>(`${PREFIX}/actions/:name`, async ({ params, body }) => {
		const { actions } = simulator.traits;
		const action = Object.hasOwn(actions, params.name) ? actions[params.name] : undefined;
		if (!action) {
			const known = Object.keys(actions).join(', ');
			throw new BadAction(`There is no action "${params.name}". There are: ${known}`);
		}
		return (await action.run(read(action.input, body ?? {}))) ?? { done: true };
	});
}

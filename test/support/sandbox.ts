import axios from 'axios';
import type { CallKind, LoggedCall } from '../../sandbox/kit/callLog';
import type { FaultRule } from '../../sandbox/kit/faults';
import type { Delivery } from '../../sandbox/kit/webhooks';
import type { ContentstackSandbox, IconikSandbox } from '../../sandbox/sandbox';
import { SpecificationWatch } from './specification/watch';

/** A rule as a test writes it: what has a default may be left out. */
type FaultInput = FaultRule extends infer R
	? R extends { status: number }
		? Omit<R, 'status'> & { status?: number }
		: R
	: never;

/**
 * Most tests are not about the pace, and wait less with a bigger plan than the usual one of 10 calls a second.
 */
const BIG_PLAN = 100;

export interface SimulatorOptions {
	seed?: 'demo' | 'empty';
	/** `file`: one simulator for all tests of the file; `test`: a new one with its first data for each test. `file` when absent. */
	fresh?: 'file' | 'test';
}

/** A simulated service while a test file runs. Faults end and the clock runs at speed 1 again after each test. */
export interface SimulatedService<Connection, Credentials> {
	/** Addresses and tokens, as the service's administrator would hand them out. */
	readonly connection: Connection;
	/** The same as data of the credential types, ready for `runNode`. */
	readonly credentials: Credentials;
	/** API calls since the log was last cleared, oldest first; all kinds when none is named. */
	calls(kind?: CallKind): Promise<LoggedCall[]>;
	clearLog(): Promise<void>;
	/** Makes the service misbehave: these rules replace all earlier ones. */
	faults(rules: FaultInput[]): Promise<void>;
	/** Speeds up the service's time or jumps ahead. */
	clock(change: { speed?: number; advanceMs?: number }): Promise<void>;
	/** Does what a person would do in the service's pages. Rejects with the service's reason when it is not possible. */
	act<Result = unknown>(action: string, input?: object): Promise<Result>;
	state<State = Record<string, unknown>>(): Promise<State>;
	/** Webhook attempts so far, oldest first. */
	deliveries(): Promise<Delivery[]>;
}

/**
 * Starts the simulated Contentstack for this test file.
 * @param options.callsPerSecond the plan of its organization
 */
export const withContentstack = ({
	callsPerSecond = BIG_PLAN,
	...options
}: SimulatorOptions & { callsPerSecond?: number } = {}) =>
	simulated(
		options,
		async (seed): Promise<ContentstackSandbox> => {
			const { startContentstack } = await import('../../sandbox/contentstack');
			return await startContentstack({ port: 0, seed, callsPerSecond });
		},
		(connection) => ({
			contentstackApi: {
				region: 'CUSTOM',
				apiUrl: connection.baseUrl,
				cdnUrl: connection.cdnUrl,
				appUrl: connection.appUrl,
				apiKey: connection.apiKey,
				managementToken: connection.managementToken,
				branch: 'main',
				deliveryToken: connection.deliveryToken,
				environment: connection.environment,
			},
		}),
	);

/** Starts the simulated iconik for this test file. Tests fail on calls that iconik's own specification does not allow. */
export function withIconik(options: SimulatorOptions = {}) {
	const specification = new SpecificationWatch();
	const service = simulated(
		options,
		async (seed): Promise<IconikSandbox> => {
			const { startIconik } = await import('../../sandbox/iconik');
			return await startIconik({ port: 0, seed, observe: specification.watch });
		},
		({ baseUrl, appId, authToken }) => ({
			iconikApi: { host: 'custom', customUrl: baseUrl, appId, authToken },
		}),
	);
	afterEach(() => specification.check());
	afterAll(() => {
		specification.close();
		specification.check();
	});
	return service;
}

interface Running<Connection> {
	connection: Connection;
	close(): Promise<void>;
}

function simulated<Connection extends { baseUrl: string }, Credentials>(
	{ seed = 'demo', fresh = 'file' }: SimulatorOptions,
	start: (seed: 'demo' | 'empty') => Promise<Running<Connection>>,
	toCredentials: (connection: Connection) => Credentials,
): SimulatedService<Connection, Credentials> {
	let running: Running<Connection> | undefined;
	const open = async () => {
		running = await start(seed);
	};
	const close = async () => {
		await running?.close();
		running = undefined;
	};
	const connection = () => {
		if (!running) throw new Error('The simulator runs inside tests and hooks only');
		return running.connection;
	};
	const control = async <T>(method: string, path: string, data?: unknown): Promise<T> => {
		const url = `${connection().baseUrl}/_sandbox/${path}`;
		const answer = await axios<T>({ method, url, data, proxy: false, validateStatus: () => true });
		if (answer.status < 400) return answer.data;
		const { errors = [`HTTP ${answer.status}`] } = answer.data as { errors?: string[] };
		throw new Error(errors.join('; '));
	};

	if (fresh === 'test') {
		beforeEach(open);
		afterEach(close);
	} else {
		beforeAll(open);
		afterEach(async () => {
			if (!running) return;
			await control('PUT', 'faults', []);
			await control('PUT', 'clock', { speed: 1 });
		});
		afterAll(close);
	}

	return {
		get connection() {
			return connection();
		},
		get credentials() {
			return toCredentials(connection());
		},
		async calls(kind) {
			const calls = await control<LoggedCall[]>('GET', 'log');
			return kind ? calls.filter((call) => call.kind === kind) : calls;
		},
		clearLog: async () => await control('DELETE', 'log'),
		faults: async (rules) => await control('PUT', 'faults', rules),
		clock: async (change) => await control('PUT', 'clock', change),
		act: async (action, input = {}) => await control('POST', `actions/${action}`, input),
		state: async () => await control('GET', 'state'),
		deliveries: async () => await control('GET', 'deliveries'),
	};
}

import multipart from '@fastify/multipart';
import { createSimulator, type Simulator } from '../kit/simulator';
import { admit, isDelivery } from './access';
import { ApiError } from './apiError';
import { MAX_UPLOAD_BYTES } from './assets/upload';
import { admitDelivery } from './delivery/access';
import { Publisher } from './publishing';
import { addRoutes } from './routes';
import { seedStack } from './seed';
import type { Service } from './service';
import { createStack } from './stack';
import { contentstackTraits, USUAL_CALLS_PER_SECOND } from './traits';
import { WebhookDelivery } from './webhooks/delivery';
import { EventSender } from './webhooks/events';
import { WebhookRegistry } from './webhooks/registry';
import { SigningKeys } from './webhooks/signature';

/** What a client needs to talk to the simulated stack. The three addresses are one origin, without `/v3`. */
export interface ContentstackConnection {
	baseUrl: string;
	cdnUrl: string;
	appUrl: string;
	apiKey: string;
	managementToken: string;
	deliveryToken: string;
	environment: string;
}

export interface RunningContentstack {
	simulator: Simulator;
	connection: ContentstackConnection;
	close: () => Promise<void>;
}

/**
 * Starts a simulated Contentstack stack that answers as the Management API, the Delivery API, the asset hosts and the app host
 * (for the webhook keys) at one address.
 * @param port 0 takes any free one
 * @param seed `demo` has the content of a small media team, `empty` only environments and locales
 * @param callsPerSecond the plan of the organization
 */
export async function startContentstack({
	port,
	seed,
	callsPerSecond = USUAL_CALLS_PER_SECOND,
}: {
	port: number;
	seed: 'demo' | 'empty';
	callsPerSecond?: number;
}): Promise<RunningContentstack> {
	const service = {} as Service;
	const simulator = createSimulator(() => contentstackTraits(() => service, callsPerSecond));
	const keys = new SigningKeys();
	const webhooks = new WebhookRegistry();
	const delivery = new WebhookDelivery(simulator, webhooks, keys);
	Object.assign(service, {
		simulator,
		stack: createStack('Film & Story', simulator.clock.now().toISOString()),
		webhooks,
		events: new EventSender(() => service, delivery),
		publisher: new Publisher(() => service),
		origin: '',
	} satisfies Service);

	const { app } = simulator;
	app.addConstraintStrategy({
		name: 'api',
		storage: () => {
			const handlers = new Map<string, never>();
			return {
				get: (api) => handlers.get(api as string) ?? null,
				set: (api, handler) => handlers.set(api as string, handler as never),
			};
		},
		deriveConstraint: ({ headers, url }) =>
			isDelivery(headers, url ?? '') ? 'delivery' : 'management',
	});
	await app.register(multipart, {
		limits: { fileSize: MAX_UPLOAD_BYTES, fieldSize: MAX_UPLOAD_BYTES, files: 1 },
	});
	addRoutes(app, service, delivery, keys, {
		management: (request) => admit(service.stack, request),
		delivery: (request) => admitDelivery(service.stack, request),
	});
	app.setNotFoundHandler((_request, reply) => {
		const error = new ApiError(404, 404, 'The requested resource was not found.');
		return reply.code(404).send(error.body());
	});

	seedStack(service, seed);
	service.origin = await simulator.listen(port);
	return { simulator, connection: connectionOf(service), close: simulator.close };
}

function connectionOf({ origin, stack }: Service): ContentstackConnection {
	const [management] = stack.credentials;
	const [delivery] = stack.deliveryTokens;
	return {
		baseUrl: origin,
		cdnUrl: origin,
		appUrl: origin,
		apiKey: stack.apiKey,
		managementToken: management?.secret ?? '',
		deliveryToken: delivery?.token ?? '',
		environment: delivery?.environments[0] ?? '',
	};
}

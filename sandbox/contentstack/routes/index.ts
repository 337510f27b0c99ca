import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Call } from '../access';
import { ApiError } from '../apiError';
import type { DeliveryCall } from '../delivery/access';
import type { Service } from '../service';
import type { WebhookDelivery } from '../webhooks/delivery';
import type { SigningKeys } from '../webhooks/signature';
import { assetFileRoutes } from './assetFiles';
import { assetRoutes } from './assets';
import { auditRoutes } from './audit';
import { branchRoutes } from './branches';
import { bulkRoutes } from './bulk';
import { schemaRoutes } from './contentTypes';
import { deliveryRoutes } from './delivery';
import { entryRoutes } from './entries';
import { entryHistoryRoutes } from './entryHistory';
import { folderRoutes } from './folders';
import { jobRoutes } from './jobs';
import { oauthRoutes } from './oauth';
import { plainObjectRoutes } from './plainObjects';
import { publishRoutes } from './publish';
import { releaseRoutes } from './releases';
import { sessionRoutes, userRoutes } from './users';
import { stackRoutes } from './stackLookups';
import { syncRoutes } from './sync';
import { taxonomyRoutes } from './taxonomies';
import { webhookRoutes } from './webhooks';
import { workflowRoutes } from './workflows';

/** "Query Parameters" of the Delivery API: longer addresses are answered with HTTP 414. */
const MAX_ADDRESS = 8 * 1024;

/** Lets a call in, or throws the answer for one that may not come in. */
export interface Doors {
	management: (request: FastifyRequest) => Call;
	delivery: (request: FastifyRequest) => DeliveryCall;
}

/** All addresses of the service. The two APIs share their paths and are told apart by the delivery token. */
export function addRoutes(
	app: FastifyInstance,
	service: Service,
	delivery: WebhookDelivery,
	keys: SigningKeys,
	doors: Doors,
): void {
	app.get('/.well-known/public-keys.json', () => ({ 'signing-key': keys.publicPem }));
	assetFileRoutes(app, service);
	sessionRoutes(app, service);
	void app.register((host, _options, done) => {
		oauthRoutes(host, service);
		done();
	});

	addApi(app, 'management', (api) => {
		api.decorateRequest('call', null as never);
		api.addHook('onRequest', (request, _reply, done) => {
			request.call = doors.management(request);
			done();
		});
		auditRoutes(api, service);
		entryRoutes(api, service);
		entryHistoryRoutes(api, service);
		schemaRoutes(api, service);
		publishRoutes(api, service);
		assetRoutes(api, service);
		workflowRoutes(api, service);
		stackRoutes(api, service);
		webhookRoutes(api, service, delivery);
		folderRoutes(api, service);
		branchRoutes(api, service);
		plainObjectRoutes(api, service);
		taxonomyRoutes(api);
		bulkRoutes(api, service);
		jobRoutes(api, service);
		releaseRoutes(api, service);
		userRoutes(api, service);
	});

	addApi(app, 'delivery', (api) => {
		api.decorateRequest('delivery', null as never);
		api.addHook('onRequest', (request, _reply, done) => {
			request.delivery = doors.delivery(request);
			done();
		});
		deliveryRoutes(api, service);
		syncRoutes(api, service);
	});
}

function addApi(app: FastifyInstance, name: string, routes: (api: FastifyInstance) => void): void {
	void app.register(
		(api, _options, done) => {
			api.addHook('onRequest', (request, _reply, next) => {
				if (request.url.length > MAX_ADDRESS) throw new ApiError(414, 414, 'URI Too Long');
				next();
			});
			api.addHook('onRoute', (route) => {
				route.constraints = { api: name };
				// Some SDKs write a slash before the query, and the service does not mind.
				const path = route.routePath;
				if (route.method !== 'HEAD' && !path.endsWith('/'))
					api.route({ ...route, url: `${path}/` });
			});
			api.setErrorHandler(answerError);
			routes(api);
			done();
		},
		{ prefix: '/v3' },
	);
}

function answerError(
	error: Error & { statusCode?: number },
	_request: FastifyRequest,
	reply: FastifyReply,
): FastifyReply {
	if (error instanceof ApiError) return reply.code(error.status).send(error.body());
	const status = error.statusCode ?? 500;
	return reply.code(status).send({ error_message: error.message, error_code: status, errors: {} });
}

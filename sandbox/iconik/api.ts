import type { FastifyInstance, FastifyRequest, HTTPMethods } from 'fastify';
import type { z } from 'zod';
import { badRequest, Refusal, type Answer } from './answers';
import { userOf } from './authentication';
import { newRequestId } from './ids';
import type { User } from './model';
import type { Cause, Tenant } from './tenant';

/** One authenticated call, as a route sees it. */
export interface Call {
	tenant: Tenant;
	user: User;
	cause: Cause;
	/** The path of the call without its query. */
	path: string;
	params: Record<string, string>;
	query: Record<string, string>;
	body: unknown;
	token: string;
	/** The body, checked. Refuses with 400 and messages by field. */
	read: <T>(schema: z.ZodType<T, z.ZodTypeDef, unknown>) => T;
}

export type Handler = (call: Call) => Answer | Promise<Answer>;

/** Adds routes that need the two credential headers and, mostly, a role. */
export class Api {
	/** Every role that some route asks for. */
	readonly roles = new Set<string>();
	/** The roles of each route, such as `GET assets/v1/assets/:asset_id/`. */
	readonly routes = new Map<string, string[]>();

	constructor(
		private readonly app: FastifyInstance,
		private readonly tenant: Tenant,
	) {}

	/** `path` is that of iconik's OpenAPI files, such as `/v1/assets/:asset_id/`; `role` may name several, or none. */
	on(method: HTTPMethods, service: string, path: string, role: string, handler: Handler): void {
		const roles = role.split(' ').filter(Boolean);
		for (const name of roles) this.roles.add(name);
		this.routes.set(`${String(method)} ${service}${path}`, roles);
		this.app.route({
			method,
			url: `/API/${service}${path}`,
			handler: async (request, reply) => {
				const answer = await this.answer(request, roles, handler);
				reply.code(answer.status);
				if (answer.body === undefined) return await reply.send();
				if (answer.contentType) reply.type(answer.contentType);
				return await reply.send(answer.body);
			},
		});
	}

	/** Adds a route that anybody may call. */
	open(
		method: HTTPMethods,
		service: string,
		path: string,
		answerTo: (tenant: Tenant, read: Call['read']) => Answer,
	): void {
		this.app.route({
			method,
			url: `/API/${service}${path}`,
			handler: async ({ body }, reply) => {
				const { status, body: answer } = refusable(() => answerTo(this.tenant, reader(body)));
				return await reply.code(status).send(answer);
			},
		});
	}

	private async answer(
		request: FastifyRequest,
		roles: string[],
		handler: Handler,
	): Promise<Answer> {
		try {
			const { user, token } = userOf(this.tenant, request.headers);
			const missing = this.tenant.store.rolesMissing(user, roles);
			if (missing.length > 0) throw new Refusal(403, ['You do not have the required permissions']);
			return await handler(this.call(request, user, token));
		} catch (error) {
			if (error instanceof Refusal) return { status: error.status, body: { errors: error.errors } };
			throw error;
		}
	}

	private call(request: FastifyRequest, user: User, token: string): Call {
		const { body } = request;
		return {
			tenant: this.tenant,
			user,
			cause: { userId: user.id, requestId: newRequestId() },
			path: request.url.split('?', 1)[0] as string,
			params: request.params as Record<string, string>,
			query: request.query as Record<string, string>,
			body,
			token,
			read: reader(body),
		};
	}
}

function reader(body: unknown): Call['read'] {
	return (schema) => {
		const result = schema.safeParse(body ?? {});
		if (result.success) return result.data;
		throw badRequest(
			Object.fromEntries(
				result.error.issues.map(({ path, message }) => [path.join('.') || '_schema', message]),
			),
		);
	};
}

function refusable(answer: () => Answer): Answer {
	try {
		return answer();
	} catch (error) {
		if (error instanceof Refusal) return { status: error.status, body: { errors: error.errors } };
		throw error;
	}
}

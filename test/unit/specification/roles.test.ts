import type { FastifyInstance } from 'fastify';
import { roleFor } from '../../../nodes/Iconik/transport/roles';
import { Api } from '../../../sandbox/iconik/api';
import { addRoutes } from '../../../sandbox/iconik/routes';
import type { Tenant } from '../../../sandbox/iconik/tenant';
import { hasSpecifications, placeOf } from '../../support/specification/openapi';

const id = '6f1c2f6e-8a43-11ee-9e21-0a580a3c0f5c';

/** Each route of the simulator as a call with an id for each parameter. */
function simulatedCalls(): Array<{ method: string; path: string; roles: string[] }> {
	const app = { route: () => app } as unknown as FastifyInstance;
	const api = new Api(app, {} as Tenant);
	addRoutes(api);
	return [...api.routes].map(([route, roles]) => {
		const [method = '', rest = ''] = route.split(' ');
		return { method, path: `/API/${rest.replace(/:\w+/g, id)}`, roles };
	});
}

/** The roles that the specification names for a call. */
function specifiedRoles(method: string, path: string): string[] | undefined {
	const description = placeOf(method, path)?.operation.description;
	return description === undefined ? undefined : (description.match(/can_\w+/g) ?? []);
}

/** What no node asks of iconik, so that the node's table need not tell it apart. */
const NEVER_ASKED = [
	/^(GET|POST|PUT) .*\/metadata\/v1\/(\w+\/categories\/|user\/|\w+\/ID\/$)/,
	/^POST .*\/automations\/ID\/runs\/|runs\/estimate\/$/,
	/^DELETE .*\/(collections\/ID\/(approvals|purge)|proxies\/ID)\/$/,
	/^POST .*\/(collections\/ID\/keyframes\/|search\/saved\/)/,
	/^GET .*\/(shares\/ID|current\/roles)\/$/,
];

(hasSpecifications ? describe : describe.skip)("the roles of iconik's specification", () => {
	const calls = simulatedCalls();

	it('are those that the simulator asks for', () => {
		const different = calls.flatMap(({ method, path, roles }) => {
			const specified = specifiedRoles(method, path) ?? [];
			const isSame = [...roles].sort().join() === [...new Set(specified)].sort().join();
			return isSame ? [] : [`${method} ${path}: ${roles.join()} instead of ${specified.join()}`];
		});
		expect(different).toEqual([]);
	});

	it('are those that the node names when a call is not allowed', () => {
		const asked = calls.filter(({ method, path }) => {
			const text = `${method} ${path.replaceAll(id, 'ID')}`;
			return !NEVER_ASKED.some((pattern) => pattern.test(text));
		});
		const different = asked.flatMap(({ method, path }) => {
			const named = roleFor(method, path);
			const specified = specifiedRoles(method, path);
			const isRight = !named || !specified || specified.includes(named);
			return isRight ? [] : [`${method} ${path}: ${named} instead of ${specified.join()}`];
		});
		expect(different).toEqual([]);
	});
});

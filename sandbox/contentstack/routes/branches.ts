import type { FastifyInstance } from 'fastify';
import { branchOrRefuse } from '../access';
import { ApiError } from '../apiError';
import { listAnswer } from '../query/page';
import { timestamp, type Service } from '../service';
import type { Branch, Fields } from '../state';
import { partOf } from './body';

interface ByUid {
	Params: { uid: string };
}

/** Branches and their aliases. A new branch is a copy of its source. */
export function branchRoutes(app: FastifyInstance, service: Service): void {
	const { branches } = service.stack;

	app.get('/stacks/branches', ({ call }) =>
		listAnswer('branches', [...branches.values()].map(view), call.query),
	);
	app.get<ByUid>('/stacks/branches/:uid', ({ params }) => ({
		branch: view(branchOrRefuse(service.stack, params.uid)),
	}));

	app.post('/stacks/branches', (request, reply) => {
		const { uid, source } = partOf(request, 'branch');
		if (typeof uid !== 'string' || !/^[a-z0-9_]{1,15}$/.test(uid) || branches.has(uid))
			throw new ApiError(422, 903, 'Branch creation failed. Please try again.', {
				uid: [branches.has(String(uid)) ? 'is not unique.' : 'is not valid.'],
			});
		const from = branchOrRefuse(service.stack, typeof source === 'string' ? source : 'main');
		const copy: Branch = {
			...copyOf(from),
			uid,
			source: from.uid,
			alias: [],
			createdAt: timestamp(service),
		};
		branches.set(uid, copy);
		tell(service, 'create', copy, ['branch.create.initiated', 'branch.create.completed']);
		return reply.code(201).send({
			notice: 'Your branch creation is in progress. Please check in a while.',
			branch: view(copy),
		});
	});

	app.delete<ByUid>('/stacks/branches/:uid', ({ params }) => {
		const branch = branchOrRefuse(service.stack, params.uid);
		if (branch.uid === 'main')
			throw new ApiError(422, 905, 'The main branch cannot be deleted.', {
				uid: ['is not valid.'],
			});
		if (branch.alias.length > 0)
			throw new ApiError(422, 909, 'A branch that has an alias cannot be deleted.', {
				uid: ['is not valid.'],
			});
		branches.delete(branch.uid);
		tell(service, 'delete', branch, ['branch.delete.initiated', 'branch.delete.completed']);
		return { notice: 'Your branch deletion is in progress. Please check in a while.' };
	});

	aliasRoutes(app, service);
}

function aliasRoutes(app: FastifyInstance, service: Service): void {
	const { branches } = service.stack;
	const all = () =>
		[...branches.values()].flatMap((branch) =>
			branch.alias.map((uid) => ({ ...view(branch), uid, source: branch.uid })),
		);

	app.get('/stacks/branch_aliases', ({ call }) => listAnswer('branch_aliases', all(), call.query));
	app.get<ByUid>('/stacks/branch_aliases/:uid', ({ params }) => {
		const alias = all().find(({ uid }) => uid === params.uid);
		if (!alias) throw aliasRefused('is not valid.');
		return { branch_alias: alias };
	});

	app.put<ByUid>('/stacks/branch_aliases/:uid', (request) => {
		const { target_branch: target } = partOf(request, 'branch_alias');
		const branch = branchOrRefuse(service.stack, String(target));
		const { uid: name } = request.params;
		if (branches.has(name)) throw aliasRefused('is not unique.');
		for (const other of branches.values()) other.alias = other.alias.filter((uid) => uid !== name);
		branch.alias.push(name);
		tell(service, 'assigned', branch, ['branch_alias.assigned']);
		return { notice: 'Branch alias assigned successfully.', branch_alias: view(branch) };
	});

	app.delete<ByUid>('/stacks/branch_aliases/:uid', ({ params }) => {
		const branch = [...branches.values()].find(({ alias }) => alias.includes(params.uid));
		if (!branch) throw aliasRefused('is not valid.');
		branch.alias = branch.alias.filter((uid) => uid !== params.uid);
		tell(service, 'unassigned', branch, ['branch_alias.unassigned']);
		return { notice: 'Branch alias deleted successfully.' };
	});
}

/** These events are the stack's: webhooks of the main branch hear of them whatever branch they are about. */
function tell(service: Service, event: string, branch: Branch, channels: string[]): void {
	const main = service.stack.branches.get('main') ?? branch;
	for (const channel of channels)
		service.events.happened('branch', event, [channel], main, { branch: view(branch) });
}

function aliasRefused(message: string): ApiError {
	return new ApiError(422, 901, 'The branch alias is not valid. Please try again.', {
		uid: [message],
	});
}

/** Files are shared with the source: they never change. */
function copyOf(branch: Branch): Branch {
	const assets = [...branch.assets].map(([uid, asset]) => {
		const copy = { ...asset, versions: [...asset.versions], publications: [...asset.publications] };
		return [uid, copy] as const;
	});
	return { ...structuredClone({ ...branch, assets: new Map() }), assets: new Map(assets) };
}

function view({ uid, source, alias, createdAt }: Branch): Fields {
	return {
		uid,
		source,
		alias: alias.map((name) => ({ uid: name })),
		created_at: createdAt,
		updated_at: createdAt,
	};
}

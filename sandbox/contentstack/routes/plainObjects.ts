import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ApiError, unprocessable } from '../apiError';
import { listAnswer } from '../query/page';
import { timestamp, type Service } from '../service';
import type { Branch, Fields, Plain } from '../state';
import { newUid } from '../uids';
import { readForm } from './form';

/** Objects that nothing acts on: they are kept as they were sent. */
interface Kind {
	path: string;
	key: string;
	label: string;
	required: string[];
	all: (branch: Branch) => Map<string, Plain>;
	/** Status and codes for what is absent and what is wrong. */
	missing: [number, number];
	invalid: number;
}

const KINDS: Kind[] = [
	{
		path: '/extensions',
		key: 'extension',
		label: 'Extension',
		required: ['title', 'type'],
		all: ({ extensions }) => extensions,
		missing: [404, 347],
		invalid: 344,
	},
	{
		path: '/labels',
		key: 'label',
		label: 'Label',
		required: ['name'],
		all: ({ labels }) => labels,
		missing: [422, 141],
		invalid: 141,
	},
];

/** Extensions (custom fields, widgets) and labels. */
export function plainObjectRoutes(app: FastifyInstance, service: Service): void {
	for (const kind of KINDS) addRoutes(app, service, kind);
}

function addRoutes(app: FastifyInstance, service: Service, kind: Kind): void {
	const { path, key, label, all } = kind;
	type ByUid = { Params: { uid: string } };

	app.get(path, ({ call }) => listAnswer(`${key}s`, [...all(call.branch).values()], call.query));
	app.get<ByUid>(`${path}/:uid`, ({ call, params }) => ({
		[key]: present(kind, call.branch, params.uid),
	}));

	app.post(path, async (request, reply) => {
		const now = timestamp(service);
		const object: Plain = {
			tags: [],
			...(await sentFields(request, kind)),
			uid: newUid(),
			created_at: now,
			updated_at: now,
			created_by: request.call.caller.user,
			updated_by: request.call.caller.user,
		};
		check(kind, object);
		all(request.call.branch).set(object.uid, object);
		return await reply.code(201).send({ notice: `${label} created successfully.`, [key]: object });
	});

	app.put<ByUid>(`${path}/:uid`, async (request) => {
		const before = present(kind, request.call.branch, request.params.uid);
		const object: Plain = {
			...before,
			...(await sentFields(request, kind)),
			uid: before.uid,
			updated_at: timestamp(service),
			updated_by: request.call.caller.user,
		};
		check(kind, object);
		all(request.call.branch).set(object.uid, object);
		return { notice: `${label} updated successfully.`, [key]: object };
	});

	app.delete<ByUid>(`${path}/:uid`, ({ call, params }) => {
		all(call.branch).delete(present(kind, call.branch, params.uid).uid);
		return { notice: `${label} deleted successfully.` };
	});
}

/** An uploaded page becomes the extension's source text. */
async function sentFields(request: FastifyRequest, { key }: Kind): Promise<Fields> {
	const { fields, file } = await readForm(request, key);
	return { ...fields, ...(file && { srcdoc: file.bytes.toString('utf8') }) };
}

function check({ required, label, invalid }: Kind, object: Fields): void {
	const absent = required.filter((name) => typeof object[name] !== 'string' || object[name] === '');
	if (absent.length === 0) return;
	throw unprocessable(
		invalid,
		`${label} creation failed. Please try again.`,
		Object.fromEntries(absent.map((name) => [name, ['is a required field.']])),
	);
}

function present(
	{ all, label, missing: [status, code] }: Kind,
	branch: Branch,
	uid: string,
): Plain {
	const object = all(branch).get(uid);
	if (!object)
		throw new ApiError(status, code, `${label} was not found.`, { uid: ['is not valid.'] });
	return object;
}

import type { FastifyInstance } from 'fastify';
import type { Call } from '../access';
import { contentTypeNotFound, unprocessable } from '../apiError';
import { noteContentTypeDeleted } from '../delivery/history';
import { listAnswer } from '../query/page';
import { checkedSchema } from '../schema/definition';
import { timestamp, type Service } from '../service';
import type { Branch, ContentType, Fields, FieldSchema } from '../state';
import { partOf } from './body';

/** Content types and global fields: both are named schemas, under their own path and key. */
interface Kind {
	path: string;
	key: 'content_type' | 'global_field';
	label: string;
	all: (branch: Branch) => Map<string, ContentType>;
}

const KINDS: Kind[] = [
	{
		path: '/content_types',
		key: 'content_type',
		label: 'Content Type',
		all: ({ contentTypes }) => contentTypes,
	},
	{
		path: '/global_fields',
		key: 'global_field',
		label: 'Global Field',
		all: ({ globalFields }) => globalFields,
	},
];

export function schemaRoutes(app: FastifyInstance, service: Service): void {
	for (const kind of KINDS) addRoutes(app, service, kind);

	app.get<{ Params: { uid: string } }>('/content_types/:uid/references', ({ call, params }) => ({
		references: [...call.branch.contentTypes.values()]
			.filter(({ schema }) => refersTo(schema, params.uid))
			.map(({ uid }) => uid),
	}));
}

function addRoutes(app: FastifyInstance, service: Service, kind: Kind): void {
	const { path, key, label, all } = kind;

	app.get(path, ({ call }) => {
		const types = [...all(call.branch).values()].toReversed();
		const views = types.map((type) => schemaView(call, type));
		return listAnswer(`${key}s`, views, call.query);
	});

	app.get<{ Params: { uid: string } }>(`${path}/:uid`, ({ call, params }) => ({
		[key]: schemaView(call, present(kind, call.branch, params.uid)),
	}));

	app.post(path, (request, reply) => {
		const { branch } = request.call;
		const sent = partOf(request, key);
		const type = made(service, kind, branch, sent);
		all(branch).set(type.uid, type);
		service.events.schemaChanged('create', key, branch, type);
		return reply.code(201).send({ notice: `${label} created successfully.`, [key]: type });
	});

	app.put<{ Params: { uid: string } }>(`${path}/:uid`, (request) => {
		const { branch } = request.call;
		const before = present(kind, branch, request.params.uid);
		const type = made(service, kind, branch, { ...partOf(request, key), uid: before.uid }, before);
		all(branch).set(type.uid, type);
		service.events.schemaChanged('update', key, branch, type);
		return { notice: `${label} updated successfully.`, [key]: type };
	});

	app.delete<{ Params: { uid: string } }>(`${path}/:uid`, ({ call, params }) => {
		const type = present(kind, call.branch, params.uid);
		const entries = [...call.branch.entries.values()].filter(
			({ contentType }) => contentType === type.uid,
		);
		if (key === 'content_type') for (const { uid } of entries) call.branch.entries.delete(uid);
		all(call.branch).delete(type.uid);
		if (key === 'content_type') noteContentTypeDeleted(service, call.branch, type.uid);
		service.events.schemaChanged('delete', key, call.branch, type);
		return { notice: `${label} deleted successfully.` };
	});
}

/** The type of this uid, or the answer for an unknown one. */
function present({ all, label, key }: Kind, branch: Branch, uid: string): ContentType {
	const type = all(branch).get(uid);
	if (type) return type;
	if (key === 'content_type') throw contentTypeNotFound(uid);
	throw unprocessable(118, `The ${label} '${uid}' was not found. Please try again.`, {
		uid: ['is not valid.'],
	});
}

/** The type that a body describes; the title and uid must be free and the schema sound, else 422/115. */
function made(
	service: Service,
	{ all, key, label }: Kind,
	branch: Branch,
	sent: Fields,
	before?: ContentType,
): ContentType {
	const errors: Record<string, string[]> = {};
	const others = [...all(branch).values()].filter(({ uid }) => uid !== before?.uid);
	const uid = typeof sent.uid === 'string' ? sent.uid : '';
	const title = sent.title ?? before?.title;
	if (!/^[a-z0-9_]{1,200}$/.test(uid)) errors.uid = ['is not valid.'];
	if (typeof title !== 'string' || title === '' || title.length > 200)
		errors.title = ['is not valid.'];
	if (others.some((other) => other.uid === uid)) errors.uid = ['is not unique.'];
	if (others.some((other) => other.title === title)) errors.title = ['is not unique.'];
	const schema = checkedSchema(
		sent.schema ?? before?.schema,
		key === 'content_type',
		branch,
		errors,
	);
	if (Object.keys(errors).length > 0)
		throw unprocessable(
			115,
			`${label} ${before ? 'update' : 'creation'} failed. Please try again.`,
			errors,
		);
	const now = timestamp(service);
	return {
		maintain_revisions: true,
		inbuilt_class: false,
		field_rules: [],
		...before,
		...sent,
		uid,
		title: title as string,
		description:
			typeof sent.description === 'string' ? sent.description : (before?.description ?? ''),
		schema,
		options: (sent.options as Fields | undefined) ??
			before?.options ?? { is_page: false, singleton: false, title: 'title', sub_title: [] },
		_version: (before?._version ?? 0) + 1,
		created_at: before?.created_at ?? now,
		updated_at: now,
		last_activity: {},
	};
}

/** A type as both APIs show it, with the schemas of its global fields in place where the call asks for them. */
export function schemaView(
	{ branch, query }: Pick<Call, 'branch' | 'query'>,
	type: ContentType,
): Fields {
	const withGlobals = (schema: readonly FieldSchema[]): FieldSchema[] =>
		schema.map((field) => {
			if (field.data_type === 'global_field' && typeof field.reference_to === 'string') {
				const named = branch.globalFields.get(field.reference_to);
				return named ? { ...field, schema: withGlobals(named.schema) } : field;
			}
			return field.schema ? { ...field, schema: withGlobals(field.schema) } : field;
		});
	return {
		...type,
		...(query.flag('include_global_field_schema') && { schema: withGlobals(type.schema) }),
		...(query.flag('include_branch') && { _branch: branch.uid }),
	};
}

function refersTo(schema: readonly FieldSchema[], uid: string): boolean {
	return schema.some(
		(field) =>
			(field.data_type === 'reference' && [field.reference_to ?? []].flat().includes(uid)) ||
			refersTo(field.schema ?? [], uid) ||
			(field.blocks ?? []).some((block) => refersTo(block.schema ?? [], uid)),
	);
}

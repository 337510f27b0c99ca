import type { IDataObject } from 'n8n-workflow';
import { createOnce } from '../transport/create';
import { isNotFound } from '../transport/failure';
import { readList } from '../transport/paging';
import type { Stack } from '../transport/stack';
import type { Field } from './contentType';

/** Content types and global fields: both are named schemas, under their own path and key. */
export interface DefinitionKind {
	path: string;
	key: 'content_type' | 'global_field';
	/** Global fields inside global fields are understood from this version on. */
	apiVersion?: string;
	/** Its page in the web app, where the address is known. */
	page?: (uid: string) => string;
}

export const CONTENT_TYPE: DefinitionKind = {
	path: '/content_types',
	key: 'content_type',
	page: (uid) => `content-type/${uid}/content-type-builder`,
};

export const GLOBAL_FIELD: DefinitionKind = {
	path: '/global_fields',
	key: 'global_field',
	apiVersion: '3.2',
};

export interface Definition extends IDataObject {
	uid: string;
	title: string;
	description?: string;
	schema: Field[] & IDataObject[];
	options?: IDataObject;
	_version?: number;
	created_at?: string;
	updated_at?: string;
}

/** Reads one definition. */
export async function readDefinition(
	stack: Stack,
	kind: DefinitionKind,
	uid: string,
	qs: IDataObject = {},
): Promise<Definition> {
	const body = await stack.request<Record<string, Definition>>({
		method: 'GET',
		...addressOf(kind, uid),
		qs,
	});
	return body[kind.key] as Definition;
}

/** Reads the definitions of a kind, up to a limit. */
export async function readDefinitions(
	stack: Stack,
	kind: DefinitionKind,
	limit: number,
): Promise<Definition[]> {
	const qs = { include_global_field_schema: true };
	return await readList<Definition>(stack, addressOf(kind), `${kind.key}s`, qs, limit);
}

/** Makes a definition. One that an answer was lost of is found again by its UID. */
export async function createDefinition(
	stack: Stack,
	kind: DefinitionKind,
	wanted: Pick<Definition, 'uid' | 'title'> & IDataObject,
): Promise<Definition> {
	return await createOnce<Definition>(
		stack,
		{ method: 'POST', ...addressOf(kind), body: { [kind.key]: wanted } },
		async () => {
			const answer = await stack.attempt<Record<string, Definition>>({
				method: 'GET',
				...addressOf(kind, wanted.uid),
			});
			if (answer.ok) return answer.body[kind.key];
			if (isNotFound(answer.failure)) return undefined;
			throw stack.errorFor(answer.failure);
		},
		(body: Record<string, Definition>) => body[kind.key] as Definition,
	);
}

/** Writes a whole definition over the present one: the service takes no parts of it. */
export async function replaceDefinition(
	stack: Stack,
	kind: DefinitionKind,
	wanted: Pick<Definition, 'uid'> & IDataObject,
): Promise<Definition> {
	const body = await stack.request<Record<string, Definition>>({
		method: 'PUT',
		...addressOf(kind, wanted.uid),
		body: { [kind.key]: wanted },
	});
	return body[kind.key] as Definition;
}

/** The definition as a workflow needs it, with its page. */
export function simplifiedDefinition(
	{ connection: { appUrl, apiKey } }: Stack,
	kind: DefinitionKind,
	definition: Definition,
): IDataObject {
	const { uid, title, description, schema, options, _version, created_at, updated_at } = definition;
	return {
		uid,
		title,
		description: description ?? '',
		schema,
		...(options && { options }),
		version: _version ?? null,
		created_at: created_at ?? null,
		updated_at: updated_at ?? null,
		...(kind.page && { cms_url: `${appUrl}/#!/stack/${apiKey}/${kind.page(uid)}` }),
	};
}

function addressOf({ path, apiVersion }: DefinitionKind, uid?: string) {
	return {
		path: uid === undefined ? path : `${path}/${encodeURIComponent(uid)}`,
		...(apiVersion !== undefined && { apiVersion }),
	};
}

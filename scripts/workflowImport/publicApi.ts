import axios, { isAxiosError, type AxiosInstance, type AxiosResponse } from 'axios';
import { z } from 'zod';
import { PlainError } from '../../sandbox/ports';
import type { WorkflowNode } from '../../sandbox/n8n/template';

const PAGE = 100;
const TIMEOUT_MS = 60_000;

const node = z
	.object({ id: z.string(), name: z.string(), type: z.string(), typeVersion: z.number() })
	.passthrough();

const workflow = z.object({
	id: z.string(),
	name: z.string(),
	active: z.boolean(),
	isArchived: z.boolean().default(false),
	createdAt: z.string(),
	nodes: z.array(node),
	connections: z.record(z.unknown()),
	settings: z.record(z.unknown()).nullish(),
	staticData: z.record(z.unknown()).nullish(),
});

const credential = z.object({ id: z.string(), name: z.string(), type: z.string() });

/** A workflow as the public API gives it. */
export type StoredWorkflow = Omit<z.infer<typeof workflow>, 'nodes'> & { nodes: WorkflowNode[] };
export type StoredCredential = z.infer<typeof credential>;

/** What the public API takes of a workflow. It refuses ids, tags and `meta` as read-only. */
export interface WorkflowBody {
	name: string;
	nodes: WorkflowNode[];
	connections: Record<string, unknown>;
	settings: Record<string, unknown>;
	staticData: Record<string, unknown>;
}

/**
 * n8n's public API, https://docs.n8n.io/api/. Every failure is a PlainError that says what to do; none of them holds the key.
 */
export class PublicApi {
	private readonly http: AxiosInstance;

	constructor(
		private readonly url: string,
		apiKey: string,
	) {
		this.http = axios.create({
			baseURL: `${url}/api/v1`,
			headers: { 'X-N8N-API-KEY': apiKey },
			timeout: TIMEOUT_MS,
			// A redirect may lead elsewhere, and the key must not go along.
			maxRedirects: 0,
			validateStatus: () => true,
		});
	}

	/** All workflows that the key may see, archived ones included. */
	async workflows(): Promise<StoredWorkflow[]> {
		const all = await this.list('workflows', workflow);
		return all as unknown as StoredWorkflow[];
	}

	/** All credentials that the key may see, without their secrets. */
	async credentials(): Promise<StoredCredential[]> {
		return await this.list('credentials', credential);
	}

	/** Whether n8n knows a credential type: it does exactly when the package that brings it is installed. */
	async knowsCredentialType(type: string): Promise<boolean> {
		const { status } = await this.send('GET', `/credentials/schema/${type}`, undefined, [404]);
		return status !== 404;
	}

	async create(body: WorkflowBody): Promise<StoredWorkflow> {
		const { data } = await this.send('POST', '/workflows', body);
		return this.read(workflow, data) as unknown as StoredWorkflow;
	}

	/** Replaces a workflow. What is live of it stays live: n8n keeps the new content as a draft. */
	async update(
		{ id, active }: Pick<StoredWorkflow, 'id' | 'active'>,
		body: WorkflowBody,
	): Promise<StoredWorkflow> {
		const draft = active ? '?publishIfActive=false' : '';
		const { data } = await this.send('PUT', `/workflows/${id}${draft}`, body);
		return this.read(workflow, data) as unknown as StoredWorkflow;
	}

	private async list<T>(what: string, row: z.ZodType<T, z.ZodTypeDef, unknown>): Promise<T[]> {
		const page = z.object({ data: z.array(row), nextCursor: z.string().nullish() });
		const all: T[] = [];
		let cursor: string | null | undefined;
		do {
			const after = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
			const { data } = await this.send('GET', `/${what}?limit=${PAGE}${after}`);
			const answer = this.read(page, data);
			all.push(...answer.data);
			cursor = answer.nextCursor;
		} while (cursor);
		return all;
	}

	private async send(
		method: 'GET' | 'POST' | 'PUT',
		path: string,
		data?: unknown,
		expected: number[] = [],
	): Promise<AxiosResponse<unknown>> {
		const answer = await this.http.request<unknown>({ method, url: path, data }).catch((error) => {
			if (!isAxiosError(error)) throw error;
			throw new PlainError(
				`n8n cannot be reached at ${this.url} (${error.code ?? error.message}): check the address, and that it is running.`,
			);
		});
		// n8n without its public API answers every path with the editor's page.
		const isJson = String(answer.headers['content-type'] ?? '').includes('json');
		const isFine = answer.status < 300 || expected.includes(answer.status);
		if (isFine && isJson) return answer;
		throw this.failure(method, path, answer, isJson);
	}

	private failure(
		method: string,
		path: string,
		{ status, data, headers }: AxiosResponse<unknown>,
		isJson: boolean,
	): PlainError {
		const call = `${method} ${path.split('?')[0]}`;
		const said = (data as { message?: unknown } | null)?.message;
		if (status >= 300 && status < 400)
			return new PlainError(
				`${this.url} leads to ${String(headers.location)}: give that address with --url if it is your n8n.`,
			);
		if (status === 401)
			return new PlainError(
				`n8n refuses the API key: it is wrong, has expired or belongs to another n8n. Make one under Settings → n8n API.`,
			);
		if (status === 403)
			return new PlainError(
				`The API key may not do this (${call}): give it the scopes to list, create and update workflows, and to list credentials if you name some.`,
			);
		if (!isJson || status === 404)
			return new PlainError(
				`There is no public API at ${this.url}/api/v1: the address is not that of an n8n, or its API is switched off (N8N_PUBLIC_API_DISABLED).`,
			);
		return new PlainError(
			`n8n refuses ${call} with ${status}: ${String(said ?? 'no reason given')}. The templates are made for n8n 2.41; an older one may not know all that they use.`,
		);
	}

	private read<T>(shape: z.ZodType<T, z.ZodTypeDef, unknown>, data: unknown): T {
		const { success, data: value, error } = shape.safeParse(data);
		if (success) return value;
		const [issue] = error.issues;
		throw new PlainError(
			`n8n answers in a form that is not known (${issue?.path.join('.')}: ${issue?.message}): it may be too old or too new. The templates are made for n8n 2.41.`,
		);
	}
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import type {
	PickedState,
	PickerItem,
	PickerSettings,
	SelectAnswer,
	SelectRequest,
	SessionRequest,
} from '../../../lib/pickerProtocol';
import { details, items, picked } from './library';
import { page } from './page';
import { posterSvg } from './posterSvg';

const FILM = readFileSync(join(__dirname, 'film.webm'));

export const KEY = 'the-right-key';
export const SETTINGS: PickerSettings = {
	approvedOnly: false,
	notUsable: 'forbid',
	mediaTypes: ['video', 'audio', 'image'],
	collections: [],
	captionLanguages: ['en', 'de', 'fr'],
	webUrl: 'https://app.iconik.io',
};

const PAGE_SIZE = 24;

export interface Asked {
	name: string;
	query: Record<string, string>;
	body: unknown;
}

/** Does something else than the usual: answers by itself and returns true, or lets go on. */
export type Twist = (asked: Asked, reply: FastifyReply) => Promise<boolean>;

/** The node's side of the protocol with a small library, and whatever a test makes of it. */
export class MockPicker {
	library: PickerItem[] = items();
	settings: PickerSettings = SETTINGS;
	states: PickedState[] | null = null;
	selectAnswer: ((request: SelectRequest) => SelectAnswer) | null = null;
	/** Asked before every answer. */
	twist: Twist | null = null;
	asked: Asked[] = [];
	/** Sessions that are good. */
	readonly sessions = new Set<string>();
	url = '';
	private readonly app = Fastify({ forceCloseConnections: true });

	async start(): Promise<void> {
		const { app } = this;
		app.get('/picker', async (_request, reply) => {
			const policy = page.policy();
			return await reply
				.type('text/html; charset=utf-8')
				.header('content-security-policy', policy)
				.send(page.html());
		});
		app.get('/posters/:name', async ({ url }, reply) =>
			reply.type('image/svg+xml').send(posterSvg(Number(/(\d+)\.svg/.exec(url)?.[1] ?? 0))),
		);
		app.get('/film.webm', async (_request, reply) => await reply.type('video/webm').send(FILM));
		app.get('/picker/:name', async (request, reply) => await this.answer(request, reply));
		app.post('/picker/:name', async (request, reply) => await this.answer(request, reply));
		this.url = `${await app.listen({ port: 0, host: '127.0.0.1' })}/picker`;
	}

	async stop(): Promise<void> {
		await this.app.close();
	}

	/** As after the start. */
	reset(): void {
		this.library = items();
		this.settings = SETTINGS;
		this.states = null;
		this.selectAnswer = null;
		this.twist = null;
		this.asked = [];
		this.sessions.clear();
	}

	searches(): Array<Record<string, string>> {
		return this.asked.filter(({ name }) => name === 'search').map(({ query }) => query);
	}

	private async answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
		const asked: Asked = {
			name: (request.params as { name: string }).name,
			query: request.query as Record<string, string>,
			body: request.body,
		};
		this.asked.push(asked);
		if (await this.twist?.(asked, reply)) return reply;
		if (asked.name === 'session') return await this.session(asked.body as SessionRequest, reply);
		if (!this.sessions.has(String(request.headers['x-picker-session'])))
			return await refuse(reply, 401, 'session_expired', 'The session has ended.');
		return await reply.send(this.answerTo(asked));
	}

	private async session({ key }: SessionRequest, reply: FastifyReply): Promise<FastifyReply> {
		if (key !== KEY) return await refuse(reply, 401, 'key_wrong', 'Ask for the right key.');
		const token = `session-${this.sessions.size + 1}`;
		this.sessions.add(token);
		const expires = new Date(Date.now() + 600_000).toISOString();
		return await reply.send({ token, expires, settings: this.settings });
	}

	private answerTo({ name, query, body }: Asked): unknown {
		const find = (id: string) => this.library.find((one) => one.id === id);
		if (name === 'search') return this.search(query);
		if (name === 'asset') return details(find(String(query.id)) as PickerItem);
		if (name === 'collections') return collections(query.parent);
		if (name === 'state') {
			const ids = String(query.ids).split(',');
			return { items: this.states ?? ids.map((id) => this.stateOf(id.split(':')[0] ?? '')) };
		}
		const { picks } = body as SelectRequest;
		if (this.selectAnswer) return this.selectAnswer(body as SelectRequest);
		const values = picks.map(({ id, pinnedVersionId }) =>
			picked(find(id) as PickerItem, pinnedVersionId),
		);
		return { values, refused: [] };
	}

	private search({ text = '', mediaTypes, cursor, approvedOnly }: Record<string, string>) {
		const found = this.library.filter(
			({ title, mediaType, approval }) =>
				title.toLowerCase().includes(text.toLowerCase()) &&
				(!mediaTypes || mediaTypes.split(',').includes(mediaType ?? '')) &&
				(!approvedOnly || approval === 'APPROVED'),
		);
		const start = Number(cursor ?? 0);
		const end = start + PAGE_SIZE;
		return {
			items: found.slice(start, end),
			total: found.length,
			next: end < found.length ? String(end) : null,
		};
	}

	private stateOf(id: string): PickedState {
		const found = this.library.find((one) => one.id === id);
		return {
			id,
			isGone: !found,
			holdReasons: found?.holdReasons ?? [],
			latestApprovedVersionId: found ? `${id}-v${found.versions}` : null,
			latestApprovedVersionNumber: found?.versions ?? null,
			item: found ?? null,
		};
	}
}

export async function refuse(
	reply: FastifyReply,
	status: number,
	code: string,
	message: string,
	retryAfter?: number,
): Promise<FastifyReply> {
	return await reply.code(status).send({ code, message, retryAfter });
}

function collections(parent: string | undefined) {
	if (parent) return { collections: [{ id: 'autumn', title: 'Autumn', hasChildren: false }] };
	return {
		collections: [
			{ id: 'campaigns', title: 'Campaigns', hasChildren: true },
			{ id: 'guides', title: 'Guides and how-to', hasChildren: false },
		],
	};
}

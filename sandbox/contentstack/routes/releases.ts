import type { FastifyInstance, FastifyRequest } from 'fastify';
import { unprocessable } from '../apiError';
import { listAnswer } from '../query/page';
import { asArray, isRecord } from '../records';
import { timestamp, type Service } from '../service';
import type { Branch, Fields, Release } from '../state';
import { newUid } from '../uids';
import { bodyOf, partOf } from './body';
import { checkReleaseItem, deployRelease, isReleasedAsset } from './deployment';

interface ByUid {
	Params: { uid: string };
}

const MAX_ADDED = 25;

/** Releases: sets of items that go live together. */
export function releaseRoutes(app: FastifyInstance, service: Service): void {
	const { releases } = service.stack;
	const make = (request: FastifyRequest, sent: Fields, items: Fields[]): Release => {
		if (typeof sent.name !== 'string' || sent.name === '')
			throw invalid('name', 'is a required field.');
		const now = timestamp(service);
		const user = request.call.caller.user;
		const release: Release = {
			description: '',
			locked: false,
			archived: false,
			...sent,
			uid: newUid(),
			items,
			created_at: now,
			updated_at: now,
			created_by: user,
			updated_by: user,
		};
		releases.set(release.uid, release);
		return release;
	};

	app.get('/releases', ({ call }) =>
		listAnswer('releases', [...releases.values()].map(view), call.query),
	);
	app.get<ByUid>('/releases/:uid', ({ params }) => ({
		release: view(present(service, params.uid)),
	}));
	app.post('/releases', (request, reply) => {
		const release = make(request, partOf(request, 'release'), []);
		return reply
			.code(201)
			.send({ notice: 'Release created successfully.', release: view(release) });
	});
	app.put<ByUid>('/releases/:uid', (request) => {
		const release = present(service, request.params.uid);
		const { uid, items } = release;
		Object.assign(release, partOf(request, 'release'), {
			uid,
			items,
			updated_at: timestamp(service),
		});
		return { notice: 'Release updated successfully.', release: view(release) };
	});
	app.delete<ByUid>('/releases/:uid', ({ params }) => {
		releases.delete(present(service, params.uid).uid);
		return { notice: 'Release deleted successfully.' };
	});
	app.post<ByUid>('/releases/:uid/clone', (request, reply) => {
		const { items } = present(service, request.params.uid);
		const release = make(request, partOf(request, 'release'), structuredClone(items));
		return reply.code(201).send({ notice: 'Release cloned successfully.', release: view(release) });
	});

	itemRoutes(app, service);

	app.post<ByUid>('/releases/:uid/deploy', (request) => {
		const release = present(service, request.params.uid);
		deployRelease(service, request.call, release, partOf(request, 'release'));
		return { notice: 'Release sent successfully for deployment.' };
	});
}

function itemRoutes(app: FastifyInstance, service: Service): void {
	app.get<ByUid>('/releases/:uid/items', ({ call, params }) =>
		listAnswer('items', present(service, params.uid).items, call.query),
	);
	for (const path of ['item', 'items'] as const) {
		app.post<ByUid>(`/releases/:uid/${path}`, (request) => {
			const release = unlocked(present(service, request.params.uid));
			const added = itemsIn(bodyOf(request), path);
			if (added.length > MAX_ADDED) throw invalid('items', `are more than ${MAX_ADDED}.`);
			for (const item of added) checkReleaseItem(service, request.call.branch, item);
			release.items = [
				...release.items.filter((item) => !added.some((one) => isSame(one, item))),
				...added,
			];
			return { notice: 'The items are added to release successfully.', release: view(release) };
		});
		app.delete<ByUid>(`/releases/:uid/${path}`, (request) => {
			const release = unlocked(present(service, request.params.uid));
			const removed = itemsIn(bodyOf(request), 'items');
			release.items = release.items.filter((item) => !removed.some((one) => isSame(one, item)));
			return { notice: 'The items are removed from release successfully.', release: view(release) };
		});
	}
	app.put<ByUid>('/releases/:uid/items/move', (request) => {
		const release = unlocked(present(service, request.params.uid));
		const body = bodyOf(request);
		const target = unlocked(present(service, String(body.release_uid)));
		const moved = itemsIn(body, 'items');
		const isMoved = (item: Fields) => moved.some((one) => isSame(one, item));
		target.items.push(...release.items.filter(isMoved));
		release.items = release.items.filter((item) => !isMoved(item));
		return { notice: 'The items are moved to the release successfully.' };
	});
	app.put<ByUid>('/releases/:uid/update_items', (request) => {
		const release = present(service, request.params.uid);
		release.items = release.items.map((item) => ({
			...item,
			version: newest(request.call.branch, item),
		}));
		return { notice: 'The items are updated successfully.', release: view(release) };
	});
}

function newest(branch: Branch, item: Fields): unknown {
	const uid = String(item.uid);
	if (isReleasedAsset(item)) return branch.assets.get(uid)?.versions.at(-1)?.number ?? item.version;
	const localized = branch.entries.get(uid)?.localized.get(String(item.locale));
	return localized?.versions.at(-1)?.number ?? item.version;
}

function itemsIn(body: Fields, key: 'item' | 'items'): Fields[] {
	return asArray(body[key] ?? body.items ?? body.item).filter(isRecord);
}

function isSame(a: Fields, b: Fields): boolean {
	return a.uid === b.uid && a.locale === b.locale;
}

function view({ items, ...release }: Release): Fields {
	return { ...release, items, items_count: items.length };
}

function present({ stack }: Service, uid: string): Release {
	const release = stack.releases.get(uid);
	if (!release) throw invalid('uid', 'is not valid.');
	return release;
}

function unlocked(release: Release): Release {
	if (release.locked === true) throw invalid('release', 'is locked.');
	return release;
}

function invalid(key: string, message: string) {
	return unprocessable(141, 'Please try again with valid parameters.', { [key]: [message] });
}

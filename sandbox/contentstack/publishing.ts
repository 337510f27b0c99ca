import { noteAsset, noteEntry } from './delivery/history';
import { deliveredAsset, deliveredEntry } from './delivery/view';
import { contentLocale, effectiveFields, latest } from './entries/content';
import { timestamp, type Service } from './service';
import type { Asset, Branch, Entry, Environment, Fields, Publication, QueueItem } from './state';
import { newUid } from './uids';
import type { PublishOutcome } from './webhooks/events';

/** One publish or unpublish call, already checked: what goes where and when. */
export interface PublishOrder {
	action: 'publish' | 'unpublish';
	branch: Branch;
	user: string;
	environments: Environment[];
	locales: string[];
	scheduledAt?: string;
	job?: string;
	bulk?: boolean;
	source?: Fields;
	/** Told after each of its items that the effect is there. */
	applied?: () => void;
}

/** Publishes later, as the service does: the call is answered at once, the effect comes after a delay or at its set time. */
export class Publisher {
	constructor(private readonly service: () => Service) {}

	/** Queues an entry. `version` belongs to `sourceLocale`; other locales go out in their newest version. */
	entry(order: PublishOrder, entry: Entry, sourceLocale: string, version?: number): QueueItem[] {
		const { stack } = this.service();
		return this.queue(order, 'entry', (locale) => {
			const code = contentLocale(stack, entry, locale) ?? sourceLocale;
			const newest = entry.localized.get(code)?.versions.at(-1);
			const number =
				code === sourceLocale && version !== undefined ? version : (newest?.number ?? 1);
			const title = String(newest?.fields.title ?? '');
			return { uid: entry.uid, title, content_type_uid: entry.contentType, version: number };
		});
	}

	asset(order: PublishOrder, asset: Asset, version?: number): QueueItem[] {
		const newest = asset.versions.at(-1);
		return this.queue(order, 'asset', () => ({
			uid: asset.uid,
			title: newest?.title ?? '',
			version: version ?? newest?.number ?? 1,
		}));
	}

	private queue(
		order: PublishOrder,
		type: QueueItem['type'],
		object: (locale: string) => QueueItem['object'],
	): QueueItem[] {
		const { stack, simulator } = this.service();
		const items = order.locales.flatMap((locale) =>
			order.environments.map((environment): QueueItem => ({
				uid: newUid(),
				type,
				action: order.action,
				branch: order.branch.uid,
				object: object(locale),
				environment: environment.uid,
				locale,
				status: 'pending',
				scheduledAt: order.scheduledAt ?? null,
				publishedAt: null,
				user: order.user,
				...(order.job !== undefined && { job: order.job }),
			})),
		);
		stack.queue.push(...items);
		const untilScheduled = order.scheduledAt
			? Date.parse(order.scheduledAt) - simulator.clock.now().getTime()
			: 0;
		const wait = Math.max(untilScheduled, stack.behaviour.publishDelayMs);
		for (const item of items) simulator.clock.after(wait, () => this.apply(item, order));
		return items;
	}

	private apply(item: QueueItem, order: PublishOrder): void {
		if (item.status !== 'pending') return;
		const service = this.service();
		const environment = service.stack.environments.find(({ uid }) => uid === item.environment);
		const hasLocale = service.stack.locales.some(({ code }) => code === item.locale);
		const works = service.stack.behaviour.publishing === 'works';
		const succeeded = works && environment !== undefined && hasLocale;
		const outcome: PublishOutcome = {
			action: item.action,
			environment: environment ?? {
				uid: item.environment,
				name: '',
				urls: [],
				created_at: '',
				updated_at: '',
			},
			locale: item.locale,
			succeeded,
			user: item.user,
			time: timestamp(service),
			bulk: order.bulk ?? false,
			...(order.source && { source: order.source }),
		};
		const done =
			item.type === 'entry'
				? this.applyEntry(item, order, outcome)
				: this.applyAsset(item, order, outcome);
		item.status = succeeded && done ? 'success' : 'failed';
		item.publishedAt = outcome.time;
		this.tellIfJobDone(order);
		order.applied?.();
	}

	/** A job that has nothing to do is done after the usual delay, too. */
	finishEmpty(order: PublishOrder): void {
		const { stack, simulator } = this.service();
		simulator.clock.after(stack.behaviour.publishDelayMs, () => this.tellIfJobDone(order));
	}

	/** The last item of a bulk job to be done brings on its event. */
	private tellIfJobDone({ job: uid, branch, action, environments }: PublishOrder): void {
		const { stack, events } = this.service();
		const job = uid === undefined ? undefined : stack.jobs.get(uid);
		if (!job || job.items.some(({ status }) => status === 'pending')) return;
		const failed = job.items.filter(({ status }) => status === 'failed').length;
		const channels = environments.map(
			(environment) => `jobs.environments.${environment.uid}.${action}.completed`,
		);
		events.happened('job', action, [`jobs.environments.${action}.completed`, ...channels], branch, {
			job: {
				uid: job.uid,
				total_count: job.items.length + job.refused.length,
				succeeded_count: job.items.length - failed,
				failed_count: failed,
				skipped_count: job.refused.length,
			},
		});
	}

	private applyEntry(item: QueueItem, { branch }: PublishOrder, outcome: PublishOutcome): boolean {
		const service = this.service();
		const { environment } = outcome;
		const entry = branch.entries.get(item.object.uid);
		const type = entry && branch.contentTypes.get(entry.contentType);
		const code = entry && contentLocale(service.stack, entry, item.locale);
		const localized = code === undefined ? undefined : entry?.localized.get(code);
		const version =
			localized?.versions.find(({ number }) => number === item.object.version) ??
			(item.action === 'unpublish' && localized ? latest(localized) : undefined);
		if (!entry || !type || !version || code === undefined) return false;
		if (outcome.succeeded) {
			const publication: Publication = {
				...place(item, outcome),
				content: {
					locale: code,
					fields: structuredClone(
						effectiveFields(service.stack, entry, code, version, type.schema),
					),
					updatedAt: version.updatedAt,
					updatedBy: version.updatedBy,
				},
			};
			entry.publications = replaced(entry.publications, publication, item.action);
			if (item.action === 'publish') {
				const data = deliveredEntry(service, { branch, environment }, entry, publication);
				noteEntry(service, 'entry_published', branch, entry, item, data);
			} else {
				const data = { uid: entry.uid, locale: item.locale, content_type_uid: entry.contentType };
				noteEntry(service, 'entry_unpublished', branch, entry, item, data);
			}
		}
		service.events.entryPublished({ branch, entry, locale: code, version }, outcome);
		return true;
	}

	private applyAsset(item: QueueItem, { branch }: PublishOrder, outcome: PublishOutcome): boolean {
		const asset = branch.assets.get(item.object.uid);
		if (!asset) return false;
		const service = this.service();
		if (outcome.succeeded) {
			asset.publications = replaced(asset.publications, place(item, outcome), item.action);
			const { environment } = outcome;
			const data = deliveredAsset(service, { branch, environment }, asset, item.locale);
			if (item.action === 'publish')
				noteAsset(service, 'asset_published', branch, asset, item, data);
			else noteAsset(service, 'asset_unpublished', branch, asset, item);
		}
		service.events.assetPublished(branch, asset, item.object.version, outcome);
		return true;
	}
}

function place(item: QueueItem, { time, user }: PublishOutcome): Omit<Publication, 'content'> {
	return {
		environment: item.environment,
		locale: item.locale,
		version: item.object.version,
		time,
		user,
	};
}

function replaced<P extends { environment: string; locale: string }>(
	present: P[],
	publication: P,
	action: 'publish' | 'unpublish',
): P[] {
	const others = present.filter(
		({ environment, locale }) =>
			environment !== publication.environment || locale !== publication.locale,
	);
	return action === 'publish' ? [...others, publication] : others;
}

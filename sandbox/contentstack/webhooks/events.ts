import { assetView } from '../assets/view';
import type { Service } from '../service';
import type { Asset, Branch, ContentType, Entry, Environment, Fields } from '../state';
import type { WebhookDelivery } from './delivery';
import { branchData, conciseAsset, conciseEntryData, entryData, type EntryState } from './payloads';
import type { Webhook } from './registry';

/** Something that webhooks tell of. `data` is made once in each form that a listening webhook wants. */
interface Happening {
	module: string;
	event: string;
	channels: string[];
	branch: Branch;
	full: () => Fields;
	concise: () => Fields;
	extra?: Fields;
}

/** What came of publishing or unpublishing an object in one environment and locale. */
export interface PublishOutcome {
	action: 'publish' | 'unpublish';
	environment: Environment;
	locale: string;
	succeeded: boolean;
	user: string;
	time: string;
	bulk: boolean;
	source?: Fields;
}

/** Turns what happens in a stack into webhook payloads ("Webhook channels" and "Webhook payloads" in the documentation). */
export class EventSender {
	constructor(
		private readonly service: () => Service,
		private readonly delivery: WebhookDelivery,
	) {}

	entryChanged(event: 'create' | 'update' | 'delete', state: EntryState): void {
		const { entry, branch } = state;
		const base = `content_types.${entry.contentType}.entries`;
		this.announce({
			module: 'entry',
			event,
			branch,
			channels: [
				`content_types.entries.${event}`,
				`${base}.${event}`,
				...(event === 'create' ? [] : [`${base}.${entry.uid}.${event}`]),
			],
			full: () => entryData(this.service(), state),
			concise: () => conciseEntryData(state),
		});
	}

	entryPublished(state: EntryState, outcome: PublishOutcome): void {
		const { entry, branch } = state;
		const { action, environment, locale, time, user } = outcome;
		const suffix = outcome.succeeded ? action : `${action}.fail`;
		const base = `content_types.${entry.contentType}.entries`;
		const levels =
			this.service().stack.behaviour.publishChannels === 'three-levels'
				? [`${base}.${suffix}`, `${base}.${entry.uid}.${suffix}`]
				: [];
		const about = { locale, action, status: outcome.succeeded ? 'success' : 'failed' };
		const details = { publish_details: { environment: environment.uid, locale, time, user } };
		const place = { uid: environment.uid, name: environment.name, urls: environment.urls };
		this.announce({
			module: 'entry',
			event: action,
			branch,
			channels: [`content_types.entries.${suffix}`, ...levels],
			extra: { bulk: outcome.bulk, ...(outcome.source && { source: outcome.source }) },
			full: () => {
				const data = entryData(this.service(), state);
				return {
					...about,
					...data,
					entry: { ...(data.entry as Fields), ...details },
					environment: place,
				};
			},
			concise: () => {
				const data = conciseEntryData(state);
				const environmentNames = { uid: environment.uid, name: environment.name };
				return {
					...about,
					...data,
					entry: { ...(data.entry as Fields), ...details },
					environment: environmentNames,
				};
			},
		});
	}

	stageChanged(
		state: EntryState,
		workflow: Fields,
		stage: Fields,
		user: string,
		time: string,
	): void {
		const { entry, branch, locale } = state;
		const suffixes = [
			'',
			`.${String(workflow.uid)}`,
			`.${String(workflow.uid)}.${String(stage.uid)}`,
		];
		const log = { uid: stage.uid, name: stage.name, updated_by: user, updated_at: time };
		const about = { uid: workflow.uid, name: workflow.name };
		const isNested = this.service().stack.behaviour.stagePayload === 'nested';
		const data = (entryPart: Fields): Fields => {
			const parts = { entry: entryPart.entry, content_type: entryPart.content_type };
			return isNested
				? { workflow: { ...about, ...parts, log }, locale, branch: { uid: branch.uid } }
				: { ...parts, workflow: { ...about, stage: log }, locale, branch: { uid: branch.uid } };
		};
		this.announce({
			module: 'workflow',
			event: 'update',
			branch,
			channels: levelsOf(entry).flatMap((base) =>
				suffixes.map((suffix) => `${base}.workflows${suffix}`),
			),
			full: () => data(conciseEntryData(state)),
			concise: () => data(conciseEntryData(state)),
		});
	}

	assetChanged(event: 'create' | 'update' | 'delete', branch: Branch, asset: Asset): void {
		this.announce({
			module: 'asset',
			event,
			branch,
			channels: [`assets.${event}`, ...(event === 'delete' ? [`assets.${asset.uid}.delete`] : [])],
			full: () => ({ asset: assetView(this.service(), asset), branch: branchData(branch) }),
			concise: () => ({ asset: conciseAsset(asset) }),
		});
	}

	assetPublished(branch: Branch, asset: Asset, version: number, outcome: PublishOutcome): void {
		const { action, environment, locale, succeeded } = outcome;
		const about = {
			action,
			locale,
			status: succeeded ? 'success' : 'failed',
			environment: { uid: environment.uid, name: environment.name, urls: environment.urls },
		};
		const saved = asset.versions.find(({ number }) => number === version);
		this.announce({
			module: 'asset',
			event: action,
			branch,
			channels: [succeeded ? `assets.${action}` : `assets.${action}.fail`],
			extra: { bulk: outcome.bulk },
			full: () => ({
				...about,
				asset: assetView(this.service(), asset, saved),
				branch: branchData(branch),
			}),
			concise: () => ({ ...about, asset: conciseAsset(asset) }),
		});
	}

	schemaChanged(
		event: 'create' | 'update' | 'delete',
		kind: 'content_type' | 'global_field',
		branch: Branch,
		type: ContentType,
	): void {
		const channels = [`${kind}s.${event}`];
		if (kind === 'content_type' && event !== 'create')
			channels.push(`content_types.${type.uid}.${event}`);
		const data = () => ({ uid: type.uid, title: type.title, branch: branchData(branch) });
		this.announce({ module: kind, event, branch, channels, full: data, concise: data });
	}

	/** What people say about an entry, on the channels of all entries, of its content type and of itself. */
	discussed(
		module: 'comment' | 'discussion',
		event: string,
		{ branch, entry, locale }: { branch: Branch; entry: Entry; locale: string },
		about: Fields,
	): void {
		const version = entry.localized.get(locale)?.versions.at(-1);
		if (!version) return;
		const data = (): Fields => ({
			...about,
			...conciseEntryData({ branch, entry, locale, version }),
			branch: branchData(branch),
		});
		this.announce({
			module,
			event,
			branch,
			channels: levelsOf(entry).map((base) => `${base}.${module}s.${event}`),
			full: data,
			concise: data,
		});
	}

	/** Events that are not about entries, assets or schemas: releases, jobs. */
	happened(module: string, event: string, channels: string[], branch: Branch, data: Fields): void {
		this.announce({ module, event, branch, channels, full: () => data, concise: () => data });
	}

	private announce({ module, event, channels, branch, full, concise, extra }: Happening): void {
		const { stack, webhooks } = this.service();
		const listening = webhooks.listening(channels, branch);
		const made = new Map<boolean, Fields>();
		const dataFor = ({ concise_payload }: Webhook): Fields => {
			const data = made.get(concise_payload) ?? (concise_payload ? concise() : full());
			made.set(concise_payload, data);
			return data;
		};
		for (const webhook of listening) {
			const data = dataFor(webhook);
			this.delivery.start(webhook, channels, {
				module,
				api_key: stack.apiKey,
				event,
				...extra,
				data,
			});
		}
	}
}

/** Where channels about an entry begin: all entries, those of its content type, itself. */
function levelsOf({ contentType, uid }: Entry): string[] {
	const base = `content_types.${contentType}.entries`;
	return ['content_types.entries', base, `${base}.${uid}`];
}

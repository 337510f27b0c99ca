import type { Wire } from '../model';
import type { Cause, Tenant } from '../tenant';
import { matchesQuery } from './query';
import { ANSWER_WITHIN_MS } from './timeLimit';

/** A change that webhooks may tell of. `object_id` is the id of what changed in the realm: a share, a content link, an asset. */
export interface Happening {
	event_type: string;
	realm: string;
	operation: string;
	object_id: string;
	data: Record<string, unknown>;
	/** The asset or collection that the change belongs to, when that is another one than `object_id`. */
	within?: string;
}

/** A webhook that fails for so long, counted from its first failure, switches itself off. */
export const DISABLED_AFTER_MS = 5 * 3_600_000;

/** Tells the webhooks that watch for it of every change. An event is sent once: no source says that it is tried again. */
export class WebhookHub {
	/** Counts the spells of failure of each webhook, so that an old one's timer does not end a new one. */
	private readonly spells = new Map<string, number>();

	constructor(private readonly tenant: () => Tenant) {}

	publish(happening: Happening, cause: Cause): void {
		const { store } = this.tenant();
		const envelope = {
			system_domain_id: store.systemDomainId,
			object_id: happening.object_id,
			user_id: cause.userId,
			realm: happening.realm,
			operation: happening.operation,
			data: happening.data,
			request_id: cause.requestId,
			event_type: happening.event_type,
		};
		for (const hook of store.webhooks.values())
			if (isWatching(hook, happening, envelope)) void this.deliver(hook, envelope);
	}

	private async deliver(hook: Wire, envelope: Record<string, unknown>): Promise<void> {
		const { simulator } = this.tenant();
		const body = JSON.stringify(envelope);
		const answer = await simulator.webhooks.send({
			hook: hook.id,
			url: String(hook.url),
			headers: (hook.headers as Record<string, string> | undefined) ?? {},
			body,
			timeoutMs: ANSWER_WITHIN_MS,
		});
		const { status } = answer;
		if (status !== null && status >= 200 && status < 300) this.succeeded(hook);
		else this.failed(hook, answer.error ?? `The receiver answered ${status}`, body);
	}

	private succeeded(hook: Wire): void {
		if (hook.status === 'FAILING') hook.status = 'ENABLED';
		delete hook.first_failed_at;
	}

	private failed(hook: Wire, error: string, body: string): void {
		const { simulator, store } = this.tenant();
		hook.last_error = error;
		hook.last_payload = body;
		if (hook.status !== 'ENABLED') return;
		const spell = (this.spells.get(hook.id) ?? 0) + 1;
		this.spells.set(hook.id, spell);
		Object.assign(hook, { status: 'FAILING', first_failed_at: store.now() });
		simulator.clock.after(DISABLED_AFTER_MS, () => {
			const isSameSpell = this.spells.get(hook.id) === spell;
			if (hook.status === 'FAILING' && isSameSpell) hook.status = 'DISABLED';
		});
	}
}

function isWatching(hook: Wire, happening: Happening, envelope: Record<string, unknown>): boolean {
	if (hook.status !== 'ENABLED' && hook.status !== 'FAILING') return false;
	if (hook.event_type !== happening.event_type) return false;
	if (hook.realm && hook.realm !== happening.realm) return false;
	if (hook.operation && hook.operation !== happening.operation) return false;
	if (hook.object_id && hook.object_id !== (happening.within ?? happening.object_id)) return false;
	return !hook.query || matchesQuery(String(hook.query), envelope);
}

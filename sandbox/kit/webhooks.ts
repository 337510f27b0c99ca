import axios from 'axios';
import type { Clock } from './clock';
import type { Faults } from './faults';

/** One attempt to deliver a webhook, and what the receiver answered. `status` is null when no answer came. */
export interface Delivery {
	time: string;
	hook: string;
	url: string;
	attempt: number;
	status: number | null;
	error: string | null;
	milliseconds: number;
	fault: 'lost' | 'doubled' | 'reordered' | 'replayed' | null;
	body: unknown;
}

export interface Outgoing {
	/** Id of the webhook (or custom action) that fires. */
	hook: string;
	url: string;
	headers: Record<string, string>;
	/** The very bytes to send: a signature may have been made over them. */
	body: string;
	attempt?: number;
	timeoutMs: number;
}

const CAPACITY = 5000;
const REORDER_DELAY_MS = 400;

/** Sends webhooks, keeps a record of every attempt, and loses, doubles or holds back those that a fault rule names. */
export class WebhookSender {
	private deliveries: Delivery[] = [];
	/** What was sent with each of the deliveries. Not shown to anybody: its headers hold secrets. */
	private readonly sent = new WeakMap<Delivery, Outgoing>();

	constructor(
		private readonly clock: Clock,
		private readonly faults: Faults,
	) {}

	list(): Delivery[] {
		return this.deliveries;
	}

	clear(): void {
		this.deliveries = [];
	}

	/**
	 * Delivers again what was delivered from that place in the list on: all of it, the last one first, as often as asked for.
	 * @returns how many deliveries that were
	 */
	async replay({ from, times }: { from: number; times: number }): Promise<number> {
		const again = this.deliveries.slice(from).reverse();
		for (let time = 0; time < times; time += 1)
			for (const delivery of again) {
				const outgoing = this.sent.get(delivery);
				if (outgoing) await this.post(outgoing, 'replayed');
			}
		return again.length * times;
	}

	/**
	 * Delivers once. A lost webhook counts as answered with 200 for the sender, since a service that loses an event does not know it.
	 * @returns the answer's status and body, or an error when none came in time.
	 */
	async send(
		outgoing: Outgoing,
	): Promise<{ status: number | null; body: string; error: string | null }> {
		const path = new URL(outgoing.url).pathname;
		const hit = this.faults.hit(
			['webhook-lost', 'webhook-doubled', 'webhook-reordered'],
			'POST',
			path,
		);
		if (hit?.fault === 'webhook-lost') {
			this.record(outgoing, { status: null, error: 'lost by a fault rule', fault: 'lost' });
			return { status: 200, body: '', error: null };
		}
		if (hit?.fault === 'webhook-doubled') void this.post(outgoing, 'doubled');
		if (hit?.fault === 'webhook-reordered') {
			await new Promise((resolve) => setTimeout(resolve, REORDER_DELAY_MS));
			return await this.post(outgoing, 'reordered');
		}
		return await this.post(outgoing, null);
	}

	private async post(outgoing: Outgoing, fault: Delivery['fault']) {
		const start = Date.now();
		try {
			const answer = await axios.post<string>(outgoing.url, outgoing.body, {
				headers: { 'Content-Type': 'application/json', ...outgoing.headers },
				timeout: outgoing.timeoutMs,
				maxRedirects: 0,
				responseType: 'text',
				transformRequest: (body: string) => body,
				validateStatus: () => true,
				proxy: false,
			});
			this.record(outgoing, { status: answer.status, error: null, fault }, start);
			return { status: answer.status, body: String(answer.data), error: null };
		} catch (error) {
			const reason = error instanceof Error ? error.message : String(error);
			this.record(outgoing, { status: null, error: reason, fault }, start);
			return { status: null, body: '', error: reason };
		}
	}

	private record(
		outgoing: Outgoing,
		result: Pick<Delivery, 'status' | 'error' | 'fault'>,
		start = Date.now(),
	): void {
		if (this.deliveries.length >= CAPACITY) this.deliveries.splice(0, CAPACITY / 10);
		const delivery: Delivery = {
			time: this.clock.now().toISOString(),
			hook: outgoing.hook,
			url: outgoing.url,
			attempt: outgoing.attempt ?? 0,
			milliseconds: Date.now() - start,
			body: parse(outgoing.body),
			...result,
		};
		this.deliveries.push(delivery);
		this.sent.set(delivery, outgoing);
	}
}

function parse(body: string): unknown {
	try {
		return JSON.parse(body);
	} catch {
		return body;
	}
}

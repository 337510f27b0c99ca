import type { Wire } from '../model';
import type { Tenant } from '../tenant';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

interface DayTrigger {
	type: 'CREATED_AT_TRANSITION' | 'MODIFIED_AT_TRANSITION';
	parameters: { days_since_created?: number; days_since_modified?: number };
}

/** Notices assets that were made or changed so many days ago, for the automations that wait for that. */
export class DayTriggers {
	private lookedAt?: number;
	private isWaiting = false;

	constructor(private readonly tenant: () => Tenant) {}

	/** Looks once an hour of simulated time, for as long as an active automation needs it. */
	watch(): void {
		if (this.isWaiting || this.needed().length === 0) return;
		const { clock } = this.tenant().simulator;
		this.lookedAt ??= clock.now().getTime();
		this.isWaiting = true;
		clock.after(HOUR_MS, () => {
			this.isWaiting = false;
			this.look(clock.now().getTime());
			this.watch();
		});
	}

	private needed(): DayTrigger[] {
		return [...this.tenant().store.automations.values()]
			.filter(({ status }) => status === 'ACTIVE')
			.flatMap(({ triggers }: Wire) => triggers as DayTrigger[])
			.filter(({ type }) => type.endsWith('ED_AT_TRANSITION'));
	}

	private look(now: number): void {
		const { store, automations } = this.tenant();
		const since = this.lookedAt ?? now;
		this.lookedAt = now;
		const wanted = new Set(
			this.needed().map(({ type, parameters }) => `${type} ${daysOf(parameters)}`),
		);
		for (const word of wanted) {
			const [type = '', days = ''] = word.split(' ');
			for (const asset of store.assets.values()) {
				const date = type === 'CREATED_AT_TRANSITION' ? asset.date_created : asset.date_modified;
				const due = Date.parse(date) + Number(days) * DAY_MS;
				if (asset.status !== 'ACTIVE' || due <= since || due > now) continue;
				const cause = { userId: store.integrationUserId, requestId: '' };
				automations.notice(
					{ type, objectType: 'assets', objectId: asset.id, days: Number(days) },
					cause,
				);
			}
		}
	}
}

export function daysOf({
	days_since_created,
	days_since_modified,
}: DayTrigger['parameters']): number {
	return days_since_created ?? days_since_modified ?? 0;
}

import type { UsageRights } from '../../../lib/mediaPackage';
import { dateOf, daysAfter, toDate } from './dates';
import { asList, asText } from './metadataValues';

/** The names of the metadata fields that hold each right. An empty name stands for none. */
export interface RightsFields {
	starts: string;
	expires: string;
	holder: string;
	territories: string;
	notes: string;
}

export interface RightsReading {
	rights: UsageRights;
	/** Values that should be dates and are not, with the names of their fields. */
	unreadable: Array<{ field: string; value: string }>;
}

/** What is known when no rights were asked for. */
export const NO_RIGHTS: UsageRights = {
	status: 'missing',
	starts: null,
	expires: null,
	holder: null,
	territories: [],
	notes: null,
};

/**
 * The usage rights in a view's values at a given moment, by calendar date in UTC. The day of expiry is the last on which the media
 * may be used. Rights without an end are valid; notes alone are no rights.
 * @param expiringWithinDays how many days before their end rights count as `expiring`
 */
export function readRights(
	values: Record<string, unknown>,
	fields: RightsFields,
	{ now, expiringWithinDays }: { now: number; expiringWithinDays: number },
): RightsReading {
	const unreadable: RightsReading['unreadable'] = [];
	const date = (field: string): string | null => {
		const text = asList(values[field])[0];
		const found = toDate(text);
		if (text !== undefined && found === undefined) unreadable.push({ field, value: text });
		return found ?? null;
	};
	const facts = {
		starts: date(fields.starts),
		expires: date(fields.expires),
		holder: asText(values[fields.holder]),
		territories: asList(values[fields.territories]).sort(),
		notes: asText(values[fields.notes]),
	};
	const soon = dateOf(daysAfter(now, expiringWithinDays));
	return { rights: { status: statusOf(facts, dateOf(now), soon), ...facts }, unreadable };
}

function statusOf(
	{ starts, expires, holder, territories }: Omit<UsageRights, 'status'>,
	today: string,
	soon: string,
): UsageRights['status'] {
	if (!starts && !expires && !holder && territories.length === 0) return 'missing';
	if (expires && expires < today) return 'expired';
	if (starts && starts > today) return 'pending';
	return expires && expires <= soon ? 'expiring' : 'valid';
}

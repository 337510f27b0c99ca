import type { Stack } from '../transport/stack';
import type { Entry } from './entry';
import { dueChanges, newValues, onlyOne, type Wanted } from './save';

/** What a save would do. */
export interface Comparison {
	result: 'would_create' | 'would_update' | 'unchanged';
	/** UIDs of the fields that would be written. */
	changed: string[];
	/** The entry as it is, `undefined` where there is none. */
	entry?: Entry;
}

/**
 * Says what saving would do, and does nothing. Throws what would keep it from saving: several entries that match, mandatory fields
 * without a value.
 * @param found the entries that match at present
 */
export async function compareEntry(
	stack: Stack,
	wanted: Wanted,
	found: Entry[],
): Promise<Comparison> {
	const entry = onlyOne(stack, wanted, found);
	if (!entry) return { result: 'would_create', changed: Object.keys(newValues(stack, wanted)) };
	const changed = Object.keys(await dueChanges(stack, wanted, entry));
	return { result: changed.length > 0 ? 'would_update' : 'unchanged', changed, entry };
}

import type { PickerItem, PickerSettings } from '../../../lib/pickerProtocol';
import { type FieldLimits, typeObjection } from '../host/fieldLimits';
import { sentences } from '../ui/format';

/** Why an item should not be chosen. */
export interface Objection {
	reasons: string;
	/** `warn`: it can be chosen, after a warning. */
	kind: 'forbid' | 'warn';
}

export function objectionTo(
	item: PickerItem,
	limits: FieldLimits,
	settings: PickerSettings | undefined,
): Objection | null {
	const wrongType = typeObjection(limits, item);
	if (wrongType !== null) return { reasons: wrongType, kind: 'forbid' };
	if (item.holdReasons.length === 0) return null;
	return { reasons: sentences(item.holdReasons), kind: settings?.notUsable ?? 'forbid' };
}

import type { IDataObject } from 'n8n-workflow';
import { toInstant } from '../../media/dates';
import type { Share } from '../../types';

type WireShare = Share & IDataObject;

/** What most workflows need of a share, with whether it still opens. */
export function simplified(share: WireShare): IDataObject {
	const { id, title, url, expires, has_password, object_id, object_type, date_created } = share;
	return {
		id,
		title: title ?? null,
		url: url ?? null,
		expires: expires ?? null,
		is_expired: (toInstant(expires) ?? Infinity) <= Date.now(),
		has_password: has_password === true,
		object_type: object_type ?? null,
		object_id: object_id ?? null,
		date_created: date_created ?? null,
	};
}

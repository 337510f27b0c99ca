import { timestamp, type Service } from '../service';
import type { Asset, Branch, DeliveryEvent, Entry, Fields } from '../state';

/** Where something went live or ceased to be. */
export interface Place {
	environment: string;
	locale: string;
}

/** Keeps for the Sync API that an entry was published or unpublished somewhere, or deleted while it was live there. */
export function noteEntry(
	service: Service,
	type: 'entry_published' | 'entry_unpublished' | 'entry_deleted',
	branch: Branch,
	entry: Entry,
	{ environment, locale }: Place,
	data: Fields,
): void {
	note(service, {
		type,
		branch: branch.uid,
		environment,
		locale,
		contentType: entry.contentType,
		data,
	});
}

export function noteAsset(
	service: Service,
	type: 'asset_published' | 'asset_unpublished' | 'asset_deleted',
	branch: Branch,
	asset: Asset,
	{ environment, locale }: Place,
	data: Fields = { uid: asset.uid, locale },
): void {
	note(service, { type, branch: branch.uid, environment, locale, contentType: null, data });
}

export function noteContentTypeDeleted(service: Service, branch: Branch, uid: string): void {
	note(service, {
		type: 'content_type_deleted',
		branch: branch.uid,
		environment: null,
		locale: null,
		contentType: uid,
		data: { uid },
	});
}

function note(service: Service, event: Omit<DeliveryEvent, 'time'>): void {
	service.stack.deliveryEvents.push({ ...event, time: timestamp(service) });
}

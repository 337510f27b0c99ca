import type { Call } from '../access';
import { unprocessable } from '../apiError';
import { assetOrRefuse } from '../assets/find';
import { contentTypeOf } from '../entries/lookup';
import { entryOrRefuse } from '../entries/save';
import type { PublishOrder } from '../publishing';
import { strings } from '../records';
import type { Service } from '../service';
import type { Branch, Environment, Fields, QueueItem, Release } from '../state';
import { orderOf } from './publish';

/** Releases name assets by the uid of the old upload class. */
const ASSET_TYPE = 'built_io_upload';

export function isReleasedAsset({ content_type_uid: type }: Fields): boolean {
	return type === ASSET_TYPE;
}

/** Refuses an item that does not exist on the branch. */
export function checkReleaseItem(service: Service, branch: Branch, item: Fields): void {
	const uid = String(item.uid);
	if (isReleasedAsset(item)) assetOrRefuse(service, branch, uid);
	else entryOrRefuse(service, branch, contentTypeOf(branch, String(item.content_type_uid)), uid);
}

/**
 * Publishes every item of a release in its locale, or in the locales that the call names, at once or at the time that it sets, and tells
 * of the release once for each environment when all its items there are done.
 */
export function deployRelease(
	service: Service,
	{ branch, caller }: Call,
	release: Release,
	sent: Fields,
): void {
	if (release.items.length === 0)
		throw unprocessable(141, 'The release could not be deployed.', { items: ['are required.'] });
	const scheduled = sent.scheduledAt === undefined ? {} : { scheduled_at: sent.scheduledAt };
	const queued: QueueItem[] = [];
	const told = new Set<string>();
	const orders = release.items.map((item) => {
		checkReleaseItem(service, branch, item);
		const action = (sent.action ?? item.action) === 'unpublish' ? 'unpublish' : 'publish';
		const locales = strings(sent.locales).length > 0 ? sent.locales : [item.locale];
		const target = { environments: sent.environments, locales };
		const order: PublishOrder = {
			...orderOf(service, { branch, caller }, action, target, scheduled),
			source: { type: 'release', title: release.name, uid: release.uid },
			bulk: true,
			applied: () => {
				for (const environment of order.environments) {
					const items = queued.filter((one) => one.environment === environment.uid);
					if (told.has(environment.uid) || items.some(({ status }) => status === 'pending'))
						continue;
					told.add(environment.uid);
					tell(service, branch, release, environment, action, items);
				}
			},
		};
		return { order, item };
	});
	for (const { order, item } of orders) queued.push(...publishItem(service, order, item));
}

function publishItem(service: Service, order: PublishOrder, item: Fields): QueueItem[] {
	const { branch } = order;
	const uid = String(item.uid);
	const version = typeof item.version === 'number' ? item.version : undefined;
	if (isReleasedAsset(item))
		return service.publisher.asset(order, assetOrRefuse(service, branch, uid), version);
	const type = contentTypeOf(branch, String(item.content_type_uid));
	const entry = entryOrRefuse(service, branch, type, uid);
	const locale = String(item.locale ?? service.stack.masterLocale);
	return service.publisher.entry(order, entry, locale, version);
}

function tell(
	service: Service,
	branch: Branch,
	{ uid, name, items }: Release,
	environment: Environment,
	action: PublishOrder['action'],
	queued: QueueItem[],
): void {
	const status = queued.some((item) => item.status === 'failed') ? 'fail' : 'success';
	const places = ['releases.environments', `releases.${uid}.environments`];
	const channels = places.flatMap((base) => [
		`${base}.deploy`,
		`${base}.${environment.uid}.deploy`,
		`${base}.${environment.uid}.deploy.${status}`,
	]);
	const { uid: environmentUid, name: environmentName, urls } = environment;
	service.events.happened('release', 'deploy', channels, branch, {
		release: {
			uid,
			name,
			items,
			status: queued.map(({ object, locale, status: outcome }) => ({
				uid: object.uid,
				locale,
				status: outcome,
			})),
		},
		environment: { uid: environmentUid, name: environmentName, urls },
		action,
		status,
		branch: { uid: branch.uid, source: branch.source, alias: branch.alias },
	});
}

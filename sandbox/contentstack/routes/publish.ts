import type { FastifyInstance } from 'fastify';
import { ApiError, badParameters, unprocessable } from '../apiError';
import { contentLocale } from '../entries/content';
import { entriesBehind } from '../entries/references';
import { entryOrRefuse } from '../entries/save';
import type { PublishOrder } from '../publishing';
import { environmentsIn, localesIn } from '../publishTargets';
import { publishRuleFault } from '../publishRules';
import type { Call } from '../access';
import type { Service } from '../service';
import type { Asset, Entry, Fields, QueueItem } from '../state';
import { assetOrRefuse } from '../assets/find';
import { bodyOf, partOf } from './body';
import { contentTypeOf } from '../entries/lookup';

const ACTIONS = ['publish', 'unpublish'] as const;
/** The value of `api_version` that publishes entries with what they refer to. */
const NESTED = '3.2';

/** Publishing and unpublishing of one entry or asset, and the queue in which the calls wait. */
export function publishRoutes(app: FastifyInstance, service: Service): void {
	for (const action of ACTIONS) {
		app.post<{ Params: { contentType: string; uid: string } }>(
			`/content_types/:contentType/entries/:uid/${action}`,
			(request) => {
				const { branch } = request.call;
				const type = contentTypeOf(branch, request.params.contentType);
				const entry = entryOrRefuse(service, branch, type, request.params.uid);
				const all = request.call.query.flag(`${action}_all_localized`);
				orderEntry(
					service,
					request.call,
					entry,
					action,
					partOf(request, 'entry'),
					bodyOf(request),
					all,
					request.headers.api_version,
				);
				return { notice: 'The requested action has been performed.' };
			},
		);
		app.post<{ Params: { uid: string } }>(`/assets/:uid/${action}`, (request) => {
			const asset = assetOrRefuse(service, request.call.branch, request.params.uid);
			const body = bodyOf(request);
			const order = orderOf(service, request.call, action, partOf(request, 'asset'), body);
			service.publisher.asset(order, asset, assetVersion(asset, body.version));
			return { notice: `Asset sent for ${action}ing.` };
		});
	}
}

function orderEntry(
	service: Service,
	call: Call,
	entry: Entry,
	action: PublishOrder['action'],
	target: Fields,
	body: Fields,
	all: boolean,
	apiVersion: unknown,
): void {
	const { stack } = service;
	const source =
		typeof body.locale === 'string'
			? (localesIn(stack, [body.locale])[0] as string)
			: stack.masterLocale;
	const targets = all ? { ...target, locales: [...entry.localized.keys()] } : target;
	const order = orderOf(service, call, action, targets, body);
	const number = versionNumber(body.version);
	const withReferences = action === 'publish' && apiVersion === NESTED;
	const content = contentLocale(stack, entry, source) ?? source;
	const versions = entry.localized.get(content)?.versions ?? [];
	if (number !== undefined && !versions.some((version) => version.number === number))
		throw badParameters({ version: ['is not valid.'] }, 'entry');
	const fault = ruleFaultOf(service, order, entry);
	if (fault)
		throw unprocessable(141, 'The entry does not meet the publish rules.', { entry: [fault] });
	service.publisher.entry(order, entry, content, number);
	if (withReferences) publishReferences(service, order, [entry], source);
}

/** Publishes what entries refer to as well, but for what a publish rule holds back. */
export function publishReferences(
	service: Service,
	order: PublishOrder,
	entries: Entry[],
	source: string,
): QueueItem[] {
	const behind = new Set(
		entries.flatMap((entry) => entriesBehind(service, order.branch, entry, source)),
	);
	return [...behind]
		.filter((entry) => !entries.includes(entry) && !ruleFaultOf(service, order, entry))
		.flatMap((entry) => {
			const content = contentLocale(service.stack, entry, source) ?? source;
			return service.publisher.entry(order, entry, content);
		});
}

/** Why a publish rule forbids an order for an entry in any of its places, or nothing. */
export function ruleFaultOf(
	service: Service,
	{ action, branch, environments, locales }: PublishOrder,
	entry: Entry,
): string | undefined {
	return environments
		.flatMap(({ uid: environment }) =>
			locales.flatMap(
				(locale) => publishRuleFault(service, branch, entry, { action, environment, locale }) ?? [],
			),
		)
		.at(0);
}

/** What a publish body asks for. Environments may be named by name or uid; without locales the source's own is meant. */
export function orderOf(
	{ stack }: Service,
	{ branch, caller }: Pick<Call, 'branch' | 'caller'>,
	action: PublishOrder['action'],
	{ environments, locales }: Fields,
	{ locale, scheduled_at: scheduledAt }: Fields,
): PublishOrder {
	if (
		scheduledAt !== undefined &&
		scheduledAt !== null &&
		Number.isNaN(Date.parse(String(scheduledAt)))
	)
		throw unprocessable(141, 'Please try again with valid parameters.', {
			scheduled_at: ['is not valid.'],
		});
	return {
		action,
		branch,
		user: caller.user,
		environments: environmentsIn(stack, environments),
		locales: localesIn(stack, locales ?? [locale ?? stack.masterLocale]),
		...(typeof scheduledAt === 'string' && { scheduledAt }),
	};
}

function assetVersion(asset: Asset, sent: unknown): number | undefined {
	const number = versionNumber(sent);
	if (number === undefined || asset.versions.some((version) => version.number === number))
		return number;
	throw new ApiError(422, 145, 'The asset version was not found.', { version: ['is not valid.'] });
}

function versionNumber(sent: unknown): number | undefined {
	return sent === undefined || sent === null ? undefined : Number(sent);
}

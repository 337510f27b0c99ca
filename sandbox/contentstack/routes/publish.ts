import type { FastifyInstance } from 'fastify';
import { ApiError, badParameters, unprocessable } from '../apiError';
import { contentLocale } from '../entries/content';
import { entryOrRefuse } from '../entries/save';
import { environmentsIn, localesIn, type PublishOrder } from '../publishing';
import { publishRuleFault } from '../publishRules';
import type { Call } from '../access';
import type { Service } from '../service';
import type { Asset, Entry, Fields } from '../state';
import { assetOrRefuse } from '../assets/find';
import { bodyOf, partOf } from './body';
import { contentTypeOf } from '../entries/lookup';

const ACTIONS = ['publish', 'unpublish'] as const;

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
): void {
	const { stack } = service;
	const source =
		typeof body.locale === 'string'
			? (localesIn(stack, [body.locale])[0] as string)
			: stack.masterLocale;
	const targets = all ? { ...target, locales: [...entry.localized.keys()] } : target;
	const order = orderOf(service, call, action, targets, body);
	const number = versionNumber(body.version);
	const content = contentLocale(stack, entry, source) ?? source;
	const versions = entry.localized.get(content)?.versions ?? [];
	if (number !== undefined && !versions.some((version) => version.number === number))
		throw badParameters({ version: ['is not valid.'] }, 'entry');
	for (const environment of order.environments) {
		for (const locale of order.locales) {
			const fault = publishRuleFault(service, call.branch, entry, {
				action,
				environment: environment.uid,
				locale,
			});
			if (fault)
				throw unprocessable(141, 'The entry does not meet the publish rules.', { entry: [fault] });
		}
	}
	service.publisher.entry(order, entry, content, number);
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

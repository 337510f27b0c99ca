import { type IDataObject, type IExecuteFunctions, NodeOperationError } from 'n8n-workflow';
import { entryPage, livePlaces, type Entry } from '../../entries/entry';
import { calls, namesOf, queue } from '../../entries/publishCalls';
import {
	planPublish,
	type PublishRequest,
	readEntryIn,
	type Target,
	targetAnswer,
} from '../../entries/publishPlan';
import { waitUntilLive } from '../../entries/waitUntilLive';
import type { Stack } from '../../transport/stack';
import { assertLocales, environmentsOf, resolveEnvironments } from '../../transport/stackLists';
import { savedBy } from '../draftFields';
import type { ItemOperation } from '../operation';
import { USAGE_FIELD } from '../../schema/mediaContentType';
import { listOf, located } from './locators';

export { description } from './publish.description';

interface Options {
	allowOlderVersion?: boolean;
	fieldsNotWorthPublishing?: unknown;
	ownAuthor?: string;
	scheduledAt?: string;
	waitUntilLive?: boolean;
}

/** Publishes the exact version to each place where that is due, and says for every place what happened. */
export const execute: ItemOperation = async function (stack, index) {
	const options = this.getNodeParameter('options', index, {}) as Options;
	const request = readRequest(this, index, options);
	const { first, entries, places } = await readPlaces(this, stack, request, index);
	const targets = await planPublish(stack, request, first.locale, entries, places);
	const due = targets.filter(({ kind }) => kind === 'publish');
	const scheduledAt = options.scheduledAt ? new Date(options.scheduledAt).toISOString() : undefined;
	for (const call of calls(due, ({ source, version }) => `${source} ${version}`)) {
		const { source, version } = call[0] as Target;
		await queue(stack, 'publish', request, call, {
			locale: source,
			version,
			...(scheduledAt && { scheduled_at: scheduledAt }),
		});
	}
	const isLive =
		options.waitUntilLive && due.length > 0 && !scheduledAt
			? await waitUntilLive(stack, request, due)
			: false;
	return answer(stack, request, targets, first, { isLive, scheduledAt });
};

function readRequest(context: IExecuteFunctions, index: number, options: Options): PublishRequest {
	const entryUid = located(context, 'entry', index);
	const version = Number(context.getNodeParameter('version', index, 0)) || undefined;
	return {
		contentTypeUid: located(context, 'contentType', index),
		entryUid,
		...(version !== undefined && { version }),
		ownAuthor: options.ownAuthor || savedBy(context, index, entryUid),
		allowDrafts: context.getNodeParameter('whenDraftFound', index, 'report') === 'publish',
		allowOlder: options.allowOlderVersion === true,
		quietFields: listOf(options.fieldsNotWorthPublishing ?? USAGE_FIELD),
	};
}

async function readPlaces(
	context: IExecuteFunctions,
	stack: Stack,
	request: PublishRequest,
	index: number,
) {
	const isWhereLive = context.getNodeParameter('publishTo', index) === 'whereLive';
	const wanted = listOf(context.getNodeParameter('locales', index, []));
	const chosen = isWhereLive ? [] : chosenEnvironments(context, index);
	if (wanted.length > 0) await assertLocales(stack, wanted);
	const environments = isWhereLive
		? await environmentsOf(stack)
		: await resolveEnvironments(stack, chosen);
	const first = await readEntryIn(stack, request, wanted[0]);
	const live = livePlaces(first);
	const fallback = isWhereLive ? [...new Set(live.map(({ locale }) => locale))] : [first.locale];
	const locales = wanted.length > 0 ? wanted : fallback;
	const entries = new Map(
		await Promise.all(
			locales.map(async (locale): Promise<[string, Entry]> => {
				const isRead = locale === (wanted[0] ?? first.locale);
				return [locale, isRead ? first : await readEntryIn(stack, request, locale)];
			}),
		),
	);
	const places = locales.flatMap((locale) =>
		environments.map((environment) => ({ environment, locale })),
	);
	if (!isWhereLive) return { first, entries, places };
	const everywhere = [first, ...entries.values()].flatMap(livePlaces);
	return {
		first,
		entries,
		places: places.filter(({ environment: { uid, name }, locale }) =>
			everywhere.some(
				(place) => [uid, name].includes(place.environment) && place.locale === locale,
			),
		),
	};
}

function chosenEnvironments(context: IExecuteFunctions, index: number): string[] {
	const chosen = listOf(context.getNodeParameter('environments', index, []));
	if (chosen.length > 0) return chosen;
	throw new NodeOperationError(context.getNode(), 'No environment is chosen', {
		itemIndex: index,
		description: 'Choose at least one environment to publish to.',
	});
}

function answer(
	stack: Stack,
	request: PublishRequest,
	targets: Target[],
	entry: Entry,
	{ isLive, scheduledAt }: { isLive: boolean; scheduledAt?: string },
): IDataObject {
	const due = targets.filter(({ kind }) => kind === 'publish');
	return {
		result: overall(targets, isLive),
		uid: request.entryUid,
		content_type: request.contentTypeUid,
		version: targets[0]?.version ?? request.version ?? entry._version,
		...namesOf(due),
		scheduled_at: scheduledAt ?? null,
		targets: targets.map((target) => targetAnswer(target, isLive ? 'live' : 'queued')),
		cms_url: entryPage(stack.connection, request.contentTypeUid, entry),
	};
}

/** The result that asks most for attention: a draft that was found before what was queued before what was live. */
function overall(targets: Target[], isLive: boolean): string {
	const kinds = new Set(targets.map(({ kind }) => kind));
	if (kinds.has('draft_found')) return 'draft_found';
	if (kinds.has('publish')) return isLive ? 'live' : 'queued';
	if (kinds.has('already_live')) return 'already_live';
	return kinds.has('newer_live') ? 'newer_live' : 'not_live';
}

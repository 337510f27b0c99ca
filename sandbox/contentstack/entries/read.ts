import type { Call } from '../access';
import { assetView } from '../assets/view';
import { badParameters } from '../apiError';
import { listAnswer } from '../query/page';
import { project } from '../query/project';
import type { QueryString } from '../query/queryString';
import { innerFields } from '../schema/validate';
import { notFound, type Service } from '../service';
import type { Branch, ContentType, Entry, Fields } from '../state';
import { contentLocale, fallbackChain, latest } from './content';
import { embeddedItems } from './embedded';
import { included } from './include';
import { contentTypeOf, localeOf } from './lookup';
import { entryView, filterContext, latestView, type ViewOptions } from './view';

function optionsOf(query: QueryString): ViewOptions {
	return {
		workflow: query.flag('include_workflow'),
		publishDetails: query.flag('include_publish_details'),
		branch: query.flag('include_branch'),
	};
}

/** The entries of a content type as a list call wants them. Lists may lag behind writes when a fault rule says so. */
export function listEntries(
	service: Service,
	{ branch, query }: Call,
	contentType: string,
): Fields {
	const type = contentTypeOf(branch, contentType);
	const locale = localeOf(service, query);
	const lag = service.simulator.faults.indexLagMs;
	const until =
		lag > 0 ? new Date(service.simulator.clock.now().getTime() - lag).toISOString() : undefined;
	// A filter may ask for the stage, so it is there while filtering and leaves afterwards.
	const options = { ...optionsOf(query), workflow: true };
	const views = [...branch.entries.values()]
		.filter((entry) => entry.contentType === type.uid)
		.flatMap((entry) => {
			const code = contentLocale(service.stack, entry, locale);
			const version =
				code === undefined ? undefined : latest(entry.localized.get(code) as never, until);
			return version && code !== undefined
				? [entryView(service, branch, entry, code, version, options)]
				: [];
		})
		.toReversed();
	const answer = listAnswer('entries', views, query, filterContext(service, branch));
	if (!Array.isArray(answer.entries)) return answer;
	return {
		...answer,
		entries: (answer.entries as Fields[]).map((view) =>
			finished(service, branch, type, view, query),
		),
		...extras(type, query),
	};
}

/** One entry in the locale and version that a call wants. */
export function readEntry(service: Service, { branch, query }: Call, entry: Entry): Fields {
	const type = contentTypeOf(branch, entry.contentType);
	const locale = localeOf(service, query);
	const number = query.one('version');
	let view = latestView(service, branch, entry, locale, { ...optionsOf(query), workflow: true });
	if (number !== undefined) {
		const code = fallbackChain(service.stack, locale).find((candidate) =>
			entry.localized.has(candidate),
		);
		const version = entry.localized
			.get(code ?? '')
			?.versions.find((candidate) => candidate.number === Number(number));
		if (!version || code === undefined)
			throw badParameters({ version: ['is not valid.'] }, 'entry');
		view = entryView(service, branch, entry, code, version, {
			...optionsOf(query),
			workflow: true,
		});
	}
	if (!view) throw notFound(service);
	return { entry: finished(service, branch, type, view, query), ...extras(type, query) };
}

function finished(
	service: Service,
	branch: Branch,
	type: ContentType,
	view: Fields,
	query: QueryString,
): Fields {
	const { _workflow: stage, ...rest } = view;
	const shown = query.flag('include_workflow') && stage !== undefined ? view : rest;
	const full = included(
		branch.globalFields,
		type,
		shown,
		query.all('include'),
		(uid) => {
			const referenced = branch.entries.get(uid);
			return referenced && latestView(service, branch, referenced, localeOf(service, query));
		},
		(uid) => branch.contentTypes.get(uid),
	);
	const inner = innerFields(branch.globalFields);
	const embedded =
		query.all('include_embedded_items').length > 0 &&
		embeddedItems(type.schema, view, inner, ({ kind, uid }) => {
			const asset = branch.assets.get(uid);
			const entry = branch.entries.get(uid);
			if (kind === 'asset') return asset && assetView(service, asset);
			return entry && latestView(service, branch, entry, localeOf(service, query));
		});
	return project(withExtras(full, query, embedded), query);
}

/** An entry with what its call asks for beside the values: the items in its JSON RTE fields, and its metadata. */
export function withExtras(
	view: Fields,
	query: QueryString,
	embedded: Record<string, Fields[]> | false,
): Fields {
	return {
		...view,
		...(embedded && { _embedded_items: embedded }),
		...(query.flag('include_metadata') && { _metadata: { extensions: {} } }),
	};
}

function extras(type: ContentType, query: QueryString): Fields {
	return {
		...(query.flag('include_content_type') && { content_type: type }),
		...(query.flag('include_schema') && { schema: type.schema }),
	};
}

import { assetView } from '../assets/view';
import { isRecord } from '../records';
import type { FilterContext } from '../query/filter';
import { innerFields } from '../schema/validate';
import { mapValues } from '../schema/walk';
import type { Service } from '../service';
import type { Branch, ContentType, Entry, EntryVersion, Fields } from '../state';
import { contentLocale, effectiveFields, latest } from './content';

export interface ViewOptions {
	workflow?: boolean;
	publishDetails?: boolean;
	branch?: boolean;
}

/** An entry as the Management API shows it: asset uids in file fields become the assets, everything else stays as saved. */
export function entryView(
	service: Service,
	branch: Branch,
	entry: Entry,
	locale: string,
	version: EntryVersion,
	options: ViewOptions = {},
): Fields {
	const { stack } = service;
	const type = branch.contentTypes.get(entry.contentType) as ContentType;
	const localized = entry.localized.get(locale);
	const fields = effectiveFields(stack, entry, locale, version, type.schema);
	const stage = localized?.stage;
	return {
		...withAssets(service, branch, type, fields),
		tags: fields.tags ?? [],
		locale,
		uid: entry.uid,
		created_by: localized?.createdBy ?? entry.createdBy,
		updated_by: version.updatedBy,
		created_at: localized?.createdAt ?? entry.createdAt,
		updated_at: version.updatedAt,
		ACL: {},
		_version: version.number,
		_in_progress: false,
		...(options.publishDetails && { publish_details: publishDetails(entry) }),
		...(options.workflow && stage && { _workflow: stageView(service, stage) }),
		...(options.branch && { _branch: branch.uid }),
	};
}

/** Where an entry is live. Environments are named by uid here. */
export function publishDetails(entry: Entry): Fields[] {
	return entry.publications.map(({ environment, locale, time, user, version }) => ({
		environment,
		locale,
		time,
		user,
		version,
	}));
}

function stageView(
	{ stack }: Service,
	stage: NonNullable<ReturnType<Entry['localized']['get']>>['stage'],
): Fields {
	const workflow = stack.workflows.get(stage?.workflow ?? '');
	const found = workflow?.workflow_stages.find(({ uid }) => uid === stage?.stage);
	return {
		uid: stage?.stage,
		name: found?.name,
		...stage?.details,
		updated_at: stage?.updatedAt,
		updated_by: stage?.updatedBy,
	};
}

/** Values whose file fields hold asset objects; `null` where the asset is gone. */
export function withAssets(
	service: Service,
	branch: Branch,
	type: ContentType,
	fields: Fields,
): Fields {
	return mapValues(type.schema, fields, innerFields(branch.globalFields), (field, value) => {
		if (field.data_type !== 'file') return value;
		const asset = branch.assets.get(String(value));
		return asset && assetView(service, asset);
	});
}

/** The latest state of an entry in a locale or what that falls back to, if the entry has either. */
export function latestView(
	service: Service,
	branch: Branch,
	entry: Entry,
	locale = service.stack.masterLocale,
	options: ViewOptions = {},
): Fields | undefined {
	const code = contentLocale(service.stack, entry, locale) ?? [...entry.localized.keys()][0];
	const version = code === undefined ? undefined : latest(entry.localized.get(code) as never);
	return version && code !== undefined
		? entryView(service, branch, entry, code, version, options)
		: undefined;
}

/** How a filter looks behind references and taxonomy terms on a branch. */
export function filterContext(service: Service, branch: Branch): FilterContext {
	return {
		referenced: (reference) => {
			const uid = isRecord(reference) ? reference.uid : reference;
			const entry = branch.entries.get(String(uid));
			return entry && latestView(service, branch, entry);
		},
		terms: (taxonomy, term, direction) => termsAround(branch, taxonomy, term, direction),
	};
}

function termsAround(
	branch: Branch,
	taxonomy: string,
	term: string,
	direction: 'below' | 'above',
): string[] {
	const terms = branch.taxonomies.get(taxonomy)?.terms;
	if (!terms) return [];
	if (direction === 'above') {
		const parent = terms.get(term)?.parent_uid;
		return parent ? [parent, ...termsAround(branch, taxonomy, parent, direction)] : [];
	}
	return [...terms.values()]
		.filter(({ parent_uid }) => parent_uid === term)
		.flatMap(({ uid }) => [uid, ...termsAround(branch, taxonomy, uid, direction)]);
}

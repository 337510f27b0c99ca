import { assetView } from '../assets/view';
import { included } from '../entries/include';
import { fallbackChain } from '../entries/content';
import { innerFields } from '../schema/validate';
import { mapValues } from '../schema/walk';
import type { Service } from '../service';
import type { Asset, Branch, ContentType, Entry, Environment, Fields, Publication } from '../state';

/** What the Delivery API answers for: one environment of one branch. */
export interface Delivered {
	branch: Branch;
	environment: Environment;
}

/** What is published of an entry in a locale, or in the locales that it falls back to. */
export function publicationOf(
	service: Service,
	{ environment }: Delivered,
	entry: Entry,
	locale: string,
	withFallback: boolean,
): Publication | undefined {
	const codes = withFallback ? fallbackChain(service.stack, locale) : [locale];
	for (const code of codes) {
		const found = entry.publications.find(
			(publication) => publication.environment === environment.uid && publication.locale === code,
		);
		if (found) return found;
	}
	return undefined;
}

/** A published entry as the Delivery API shows it: the values of the published version, `publish_details` as one object. */
export function deliveredEntry(
	service: Service,
	delivered: Delivered,
	entry: Entry,
	publication: Publication,
): Fields {
	const { branch } = delivered;
	const type = branch.contentTypes.get(entry.contentType) as ContentType;
	const { environment, locale, time, user, version, content } = publication;
	const fields = mapValues(
		type.schema,
		content.fields,
		innerFields(branch.globalFields),
		(field, value) => {
			if (field.data_type !== 'file') return value;
			const asset = branch.assets.get(String(value));
			return asset && deliveredAsset(service, delivered, asset, publication.locale);
		},
	);
	return {
		...fields,
		tags: fields.tags ?? [],
		uid: entry.uid,
		locale: content.locale,
		_version: version,
		ACL: {},
		_in_progress: false,
		created_at: entry.createdAt,
		created_by: entry.createdBy,
		updated_at: content.updatedAt,
		updated_by: content.updatedBy,
		publish_details: { time, user, environment, locale },
	};
}

/** A published asset in its published version, or nothing where it is not published. */
export function deliveredAsset(
	service: Service,
	{ environment }: Delivered,
	asset: Asset,
	locale: string,
): Fields | undefined {
	const publications = asset.publications.filter(
		(publication) => publication.environment === environment.uid,
	);
	const publication =
		publications.find((candidate) => candidate.locale === locale) ??
		publications.find((candidate) => candidate.locale === service.stack.masterLocale);
	if (!publication) return undefined;
	const version = asset.versions.find(({ number }) => number === publication.version);
	const { time, user } = publication;
	return {
		...assetView(service, asset, version, { publishDetails: false }),
		publish_details: { time, user, environment: environment.uid, locale: publication.locale },
	};
}

/** Puts published entries in place of the references that `include[]` names; unpublished ones are left out. */
export function withIncluded(
	service: Service,
	delivered: Delivered,
	view: Fields,
	type: ContentType,
	paths: string[],
	locale: string,
	withFallback: boolean,
): Fields {
	const { branch } = delivered;
	const resolve = (uid: string) => {
		const entry = branch.entries.get(uid);
		const publication = entry && publicationOf(service, delivered, entry, locale, withFallback);
		return entry && publication && deliveredEntry(service, delivered, entry, publication);
	};
	return included(branch.globalFields, type, view, paths, resolve, (uid) =>
		branch.contentTypes.get(uid),
	);
}

import type { FastifyInstance } from 'fastify';
import { ApiError, contentTypeNotFound } from '../apiError';
import type { DeliveryCall } from '../delivery/access';
import { deliveredAsset, deliveredEntry, publicationOf, withIncluded } from '../delivery/view';
import type { FilterContext } from '../query/filter';
import { listAnswer } from '../query/page';
import { project } from '../query/project';
import { schemaView } from './contentTypes';
import { taxonomyIn, taxonomyView, termView } from './taxonomies';
import { embeddedItems } from '../entries/embedded';
import { withExtras } from '../entries/read';
import { filterContext } from '../entries/view';
import { isRecord } from '../records';
import { innerFields } from '../schema/validate';
import { notFound, type Service } from '../service';
import type { ContentType, Fields } from '../state';
import { contentTypeOf } from '../entries/lookup';

interface ByUid {
	Params: { uid: string };
}

/** The Delivery API: what is published, in one environment. */
export function deliveryRoutes(app: FastifyInstance, service: Service): void {
	schemaRoutes(app);

	app.get<{ Params: { contentType: string } }>(
		'/content_types/:contentType/entries',
		({ delivery, params }) => {
			const { branch, query } = delivery;
			const type = contentTypeOf(branch, params.contentType);
			const answer = listAnswer(
				'entries',
				published(service, delivery, type),
				query,
				context(service, delivery),
			);
			if (!Array.isArray(answer.entries)) return answer;
			const entries = (answer.entries as Fields[]).map((view) =>
				finished(service, delivery, type, view),
			);
			return { ...answer, entries, ...extras(type, delivery) };
		},
	);

	app.get<{ Params: { contentType: string; uid: string } }>(
		'/content_types/:contentType/entries/:uid',
		({ delivery, params }) => {
			const type = contentTypeOf(delivery.branch, params.contentType);
			const view = published(service, delivery, type).find(({ uid }) => uid === params.uid);
			if (!view) throw notFound(service);
			return { entry: finished(service, delivery, type, view), ...extras(type, delivery) };
		},
	);

	app.get('/assets', ({ delivery }) => {
		const { branch, query, locale } = delivery;
		const views = [...branch.assets.values()]
			.toReversed()
			.map((asset) => deliveredAsset(service, delivery, asset, locale))
			.filter((view) => view !== undefined);
		const answer = listAnswer('assets', views, query);
		if (!Array.isArray(answer.assets)) return answer;
		return { ...answer, assets: (answer.assets as Fields[]).map((view) => project(view, query)) };
	});

	app.get<{ Params: { uid: string } }>('/assets/:uid', ({ delivery, params }) => {
		const asset = delivery.branch.assets.get(params.uid);
		const view = asset && deliveredAsset(service, delivery, asset, delivery.locale);
		if (!view)
			throw new ApiError(service.stack.behaviour.notFoundStatus, 145, 'Asset was not found.', {
				uid: ['is not valid.'],
			});
		return { asset: project(view, delivery.query) };
	});
}

/** Content types, global fields and taxonomies are the same for every environment. */
function schemaRoutes(app: FastifyInstance): void {
	app.get('/content_types', ({ delivery }) => {
		const types = [...delivery.branch.contentTypes.values()].toReversed();
		const views = types.map((type) => schemaView(delivery, type));
		return listAnswer('content_types', views, delivery.query);
	});
	app.get<ByUid>('/content_types/:uid', ({ delivery, params }) => ({
		content_type: schemaView(delivery, contentTypeOf(delivery.branch, params.uid)),
	}));
	app.get('/global_fields', ({ delivery: { branch, query } }) =>
		listAnswer('global_fields', [...branch.globalFields.values()], query),
	);
	app.get<ByUid>('/global_fields/:uid', ({ delivery, params }) => {
		const field = delivery.branch.globalFields.get(params.uid);
		if (!field) throw contentTypeNotFound(params.uid);
		return { global_field: field };
	});
	app.get('/taxonomies', ({ delivery: { branch, query } }) =>
		listAnswer('taxonomies', [...branch.taxonomies.values()].map(taxonomyView), query),
	);
	app.get<ByUid>('/taxonomies/:uid', ({ delivery, params }) => ({
		taxonomy: taxonomyView(taxonomyIn(delivery.branch, params.uid)),
	}));
	app.get<ByUid>('/taxonomies/:uid/terms', ({ delivery, params }) => {
		const taxonomy = taxonomyIn(delivery.branch, params.uid);
		const terms = [...taxonomy.terms.values()].map((term) => termView(taxonomy, term));
		return listAnswer('terms', terms, delivery.query);
	});
}

/** All published entries of a content type, newest first. */
function published(service: Service, delivery: DeliveryCall, type: ContentType): Fields[] {
	return [...delivery.branch.entries.values()]
		.filter(({ contentType }) => contentType === type.uid)
		.flatMap((entry) => {
			const publication = publicationOf(
				service,
				delivery,
				entry,
				delivery.locale,
				delivery.withFallback,
			);
			return publication ? [deliveredEntry(service, delivery, entry, publication)] : [];
		})
		.toReversed();
}

function finished(
	service: Service,
	delivery: DeliveryCall,
	type: ContentType,
	view: Fields,
): Fields {
	const { query, branch, locale, withFallback } = delivery;
	const full = withIncluded(
		service,
		delivery,
		view,
		type,
		query.all('include'),
		locale,
		withFallback,
	);
	const inner = innerFields(branch.globalFields);
	const embedded =
		query.all('include_embedded_items').length > 0 &&
		embeddedItems(type.schema, view, inner, ({ kind, uid }) => {
			const asset = branch.assets.get(uid);
			if (kind === 'asset') return asset && deliveredAsset(service, delivery, asset, locale);
			return publishedEntry(service, delivery, uid);
		});
	const extended = query.flag('include_branch') ? { ...full, _branch: branch.uid } : full;
	return project(withExtras(extended, query, embedded), query);
}

function extras(type: ContentType, { query }: DeliveryCall): Fields {
	return {
		...(query.flag('include_content_type') && { content_type: type }),
		...(query.flag('include_schema') && { schema: type.schema }),
	};
}

/** Behind a reference, only what is published counts here. */
function context(service: Service, delivery: DeliveryCall): FilterContext {
	return {
		...filterContext(service, delivery.branch),
		referenced: (reference) =>
			publishedEntry(service, delivery, String(isRecord(reference) ? reference.uid : reference)),
	};
}

/** What is delivered of the entry of this uid, if anything. */
function publishedEntry(service: Service, delivery: DeliveryCall, uid: string): Fields | undefined {
	const entry = delivery.branch.entries.get(uid);
	const publication =
		entry && publicationOf(service, delivery, entry, delivery.locale, delivery.withFallback);
	return entry && publication && deliveredEntry(service, delivery, entry, publication);
}

import { z } from 'zod';
import { compact, created, found, noContent, ok, omit } from '../../answers';
import type { Api, Call } from '../../api';
import { newId } from '../../ids';
import type { Wire } from '../../model';
import { page } from '../../paging';
import { listed } from '../../search/documents';
import { bool, nonEmpty, text, uuid } from '../../schemas';
import { assetOf } from './assets';

const relationType = z.object({
	name: nonEmpty,
	source_label: nonEmpty,
	destination_label: nonEmpty,
	is_directional: bool.default(true),
	description: text.nullish(),
});
const relation = z.object({
	related_to_asset_id: uuid,
	relation_type: nonEmpty,
	description: text.nullish(),
});

export function relationRoutes(api: Api): void {
	typeRoutes(api);
	const path = '/v1/assets/:asset_id/relations';
	const one = `${path}/:relation_type/:related_to_asset_id`;

	for (const type of [undefined, ':relation_type'])
		api.on(
			'GET',
			'assets',
			type ? `${path}/${type}/` : `${path}/`,
			'can_read_asset_relations',
			(call) => {
				const { index } = call.tenant;
				const related = relationsOf(call)
					.filter(({ relation_type }) => !type || relation_type === call.params.relation_type)
					.flatMap(({ related_to_asset_id }) => index.get(String(related_to_asset_id)) ?? []);
				return page(call, related.map(listed));
			},
		);
	api.on('POST', 'assets', `${path}/`, 'can_create_asset_relations', (call) =>
		relate(call, call.read(relation)),
	);
	api.on('POST', 'assets', `${one}/`, 'can_create_asset_relations', (call) => {
		const { relation_type = '', related_to_asset_id = '' } = call.params;
		return relate(call, { relation_type, related_to_asset_id });
	});
	api.on('POST', 'assets', `${one}/reverse/`, 'can_create_asset_relations', (call) => {
		const known = relationOf(call);
		const { asset_id, related_to_asset_id } = known;
		Object.assign(known, { asset_id: related_to_asset_id, related_to_asset_id: asset_id });
		call.tenant.index.touch(String(asset_id), String(related_to_asset_id));
		return ok(known);
	});
	api.on('DELETE', 'assets', `${one}/`, 'can_delete_asset_relations', (call) => {
		call.tenant.store.relations.delete(relationOf(call).id);
		call.tenant.index.touch(assetOf(call).id);
		return noContent();
	});
}

function typeRoutes(api: Api): void {
	const path = '/v1/assets/relation_types';
	const typeOf = ({ tenant, params }: Call) =>
		found(tenant.store.relationTypes.get(params.relation_type ?? ''), 'Relation type');
	api.on('GET', 'assets', `${path}/`, 'can_read_asset_relations', (call) =>
		page(call, [...call.tenant.store.relationTypes.values()].map(withoutId)),
	);
	api.on('POST', 'assets', `${path}/`, 'can_write_asset_relation_types', (call) => {
		const { store } = call.tenant;
		const sent = call.read(relationType);
		const now = store.now();
		const made = {
			...compact(sent),
			id: sent.name,
			is_system: false,
			date_created: now,
			date_modified: now,
		};
		store.relationTypes.set(sent.name, made);
		return created(withoutId(made));
	});
	api.on('GET', 'assets', `${path}/:relation_type/`, 'can_read_asset_relations', (call) =>
		ok(withoutId(typeOf(call))),
	);
	api.on(
		'DELETE',
		'assets',
		`${path}/:relation_type/`,
		'can_delete_asset_relation_types',
		(call) => {
			call.tenant.store.relationTypes.delete(typeOf(call).id);
			return noContent();
		},
	);
	for (const method of ['PATCH', 'PUT'] as const)
		api.on(
			method,
			'assets',
			`${path}/:relation_type/`,
			'can_write_asset_relation_types',
			(call) => {
				const sent = call.read(method === 'PUT' ? relationType : relationType.partial());
				const date_modified = call.tenant.store.now();
				const type = Object.assign(typeOf(call), compact(omit(sent, 'name')), { date_modified });
				return ok(withoutId(type));
			},
		);
}

/** Relation types are known by name; the id is only how they are kept here. */
function withoutId(type: Wire): Record<string, unknown> {
	return omit(type, 'id');
}

function relationsOf(call: Call): Wire[] {
	const { id } = assetOf(call);
	return [...call.tenant.store.relations.values()].filter(({ asset_id }) => asset_id === id);
}

function relationOf(call: Call): Wire {
	const { relation_type, related_to_asset_id } = call.params;
	const known = relationsOf(call).find(
		(one) => one.relation_type === relation_type && one.related_to_asset_id === related_to_asset_id,
	);
	return found(known, 'Relation');
}

/** 201 for a new relation, 200 for one that is there already. */
function relate(call: Call, sent: z.output<typeof relation>) {
	const { store, index } = call.tenant;
	found(store.assets.get(sent.related_to_asset_id), 'Related asset');
	found(store.relationTypes.get(sent.relation_type), 'Relation type');
	const known = relationsOf(call).find(
		(other) =>
			other.relation_type === sent.relation_type &&
			other.related_to_asset_id === sent.related_to_asset_id,
	);
	if (known) return ok(known);
	const now = store.now();
	const asset = assetOf(call);
	const made = {
		...compact(sent),
		id: newId(),
		asset_id: asset.id,
		date_created: now,
		date_modified: now,
	};
	store.relations.set(made.id, made);
	index.touch(asset.id);
	return created(made);
}

import { z } from 'zod';
import { badRequest, compact, created, found, noContent, ok, Refusal } from '../../answers';
import type { Api, Call } from '../../api';
import { newId } from '../../ids';
import type { MetadataField, MetadataView } from '../../metadataModel';
import { flag } from '../../paging';
import type { Store } from '../../store';
import { bool, nonEmpty, oneOf, text } from '../../schemas';

const option = z.object({ label: text.optional(), value: text.optional() });
const field = z.object({
	name: text.regex(/^\S+$/, 'Must not contain spaces.'),
	label: nonEmpty,
	field_type: oneOf(
		'string',
		'string_exact',
		'text',
		'integer',
		'float',
		'boolean',
		'date',
		'datetime',
		'drop_down',
		'tag_cloud',
		'url',
		'email',
	),
	description: text.optional(),
	options: z.array(option).optional(),
	multi: bool.optional(),
	required: bool.nullish(),
	read_only: bool.nullish(),
	auto_set: bool.nullish(),
	hide_if_not_set: bool.nullish(),
	use_as_facet: bool.optional(),
	sortable: bool.optional(),
	representative: bool.optional(),
	is_block_field: bool.optional(),
	is_warning_field: bool.optional(),
	min_value: z.number().optional(),
	max_value: z.number().optional(),
	external_id: text.optional(),
	source_url: text.nullish(),
});
const fieldChange = field.omit({ name: true }).partial();
const viewField = z.object({
	name: nonEmpty,
	label: text.nullish(),
	required: bool.nullish(),
	read_only: bool.nullish(),
	auto_set: bool.nullish(),
	hide_if_not_set: bool.nullish(),
	options: z.array(option).optional(),
	source_url: text.nullish(),
});
const view = z.object({
	name: nonEmpty,
	description: text.nullish(),
	view_fields: z.array(viewField, { required_error: 'Missing data for required field.' }),
});

/** A pseudo-field that only draws a line in the form. */
const SEPARATOR = '__separator__';

export function makeField(store: Store, sent: z.output<typeof field>): MetadataField {
	const now = store.now();
	return {
		options: [],
		multi: false,
		required: false,
		read_only: false,
		auto_set: false,
		hide_if_not_set: false,
		use_as_facet: false,
		sortable: false,
		representative: false,
		is_block_field: false,
		is_warning_field: false,
		source_url: null,
		...(compact(sent) as Partial<MetadataField> & z.output<typeof field>),
		date_created: now,
		date_modified: now,
	} as MetadataField;
}

export function definitionRoutes(api: Api): void {
	fieldRoutes(api);
	viewRoutes(api);
}

function fieldRoutes(api: Api): void {
	const one = '/v1/fields/:field_name/';
	const fieldOf = ({ tenant, params }: Call): MetadataField =>
		found(tenant.store.fields.get(params.field_name ?? ''), 'Metadata field');
	for (const path of ['/v1/fields/', '/v1/user/fields/'])
		api.on('GET', 'metadata', path, 'can_read_metadata_fields', (call) => {
			const names = call.query.filter?.split(',');
			const all = [...call.tenant.store.fields.values()].filter(
				({ name }) => !names || names.includes(name),
			);
			const perPage = Number(call.query.per_page ?? 500);
			const start = all.findIndex(({ name }) => name === call.query.last_field_name) + 1;
			return ok({
				objects: all.slice(start, start + perPage),
				per_page: perPage,
				total: all.length,
			});
		});
	api.on('POST', 'metadata', '/v1/fields/', 'can_write_metadata_fields', (call) => {
		const { store } = call.tenant;
		const made = makeField(store, call.read(field));
		if (store.fields.has(made.name)) throw new Refusal(409, ['Metadata field already exists']);
		store.fields.set(made.name, made);
		return created(made);
	});
	api.on('GET', 'metadata', one, 'can_read_metadata_fields', (call) => ok(fieldOf(call)));
	for (const method of ['PUT', 'PATCH'] as const)
		api.on(method, 'metadata', one, 'can_write_metadata_fields', (call) => {
			const sent = call.read(method === 'PUT' ? field.omit({ name: true }) : fieldChange);
			const changes = { ...compact(sent), date_modified: call.tenant.store.now() };
			return ok(Object.assign(fieldOf(call), changes));
		});
	api.on('DELETE', 'metadata', one, 'can_delete_metadata_fields', (call) => {
		call.tenant.store.fields.delete(fieldOf(call).name);
		return noContent();
	});
}

function viewRoutes(api: Api): void {
	const one = '/v1/views/:view_id/';
	const viewOf = ({ tenant, params }: Call): MetadataView =>
		found(tenant.store.views.get(params.view_id ?? ''), 'Metadata view');
	api.on('GET', 'metadata', '/v1/views/', 'can_read_metadata_views', ({ tenant }) =>
		ok({ objects: [...tenant.store.views.values()] }),
	);
	api.on('POST', 'metadata', '/v1/views/', 'can_write_metadata_views', (call) => {
		const { store } = call.tenant;
		const sent = call.read(view);
		checkFields(store, sent.view_fields);
		const now = store.now();
		const made: MetadataView = {
			...sent,
			description: sent.description ?? null,
			id: newId(),
			date_created: now,
			date_modified: now,
		};
		store.views.set(made.id, made);
		return created(expandedView(store, made));
	});
	api.on('GET', 'metadata', one, 'can_read_metadata_views', (call) =>
		ok(
			flag(call, 'merge_fields', true)
				? expandedView(call.tenant.store, viewOf(call))
				: expandedView(call.tenant.store, viewOf(call), false),
		),
	);
	for (const method of ['PUT', 'PATCH'] as const)
		api.on(method, 'metadata', one, 'can_write_metadata_views', (call) => {
			const { store } = call.tenant;
			const sent = call.read(method === 'PUT' ? view : view.partial());
			checkFields(store, sent.view_fields ?? []);
			const known = Object.assign(viewOf(call), compact(sent), { date_modified: store.now() });
			return ok(expandedView(store, known));
		});
	api.on('DELETE', 'metadata', one, 'can_delete_metadata_views', (call) => {
		call.tenant.store.views.delete(viewOf(call).id);
		return noContent();
	});
}

function checkFields(store: Store, fields: Array<{ name: string }>): void {
	const unknown = fields.filter(({ name }) => name !== SEPARATOR && !store.fields.has(name));
	if (unknown.length > 0)
		throw badRequest({
			view_fields: `Unknown fields: ${unknown.map(({ name }) => name).join(', ')}`,
		});
}

/** A view with whole fields in it; what the view says of a field wins over the field's own, unless they are not merged. */
export function expandedView(
	store: Store,
	one: MetadataView,
	merge = true,
): Record<string, unknown> {
	return {
		...one,
		view_fields: one.view_fields.map((shown) => {
			if (shown.name === SEPARATOR)
				return { ...compact(shown), label: shown.label ?? '', field_type: 'string' };
			return { ...store.fields.get(shown.name), ...(merge ? compact(shown) : {}) };
		}),
	};
}

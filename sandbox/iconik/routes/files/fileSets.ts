import { z } from 'zod';
import { compact, created, found, noContent, notFound, ok } from '../../answers';
import type { Api, Call } from '../../api';
import { newId } from '../../ids';
import type { Format, Wire } from '../../model';
import { flag, keyset } from '../../paging';
import { nonEmpty, oneOf, text, uuid, uuids } from '../../schemas';
import { assetOf } from '../assets/assets';
import { formatsOf } from './formats';

const fileSet = z.object({
	name: nonEmpty,
	format_id: uuid,
	base_dir: text,
	component_ids: uuids,
	storage_id: uuid.optional(),
	version_id: uuid.optional(),
	status: oneOf('ACTIVE', 'ARCHIVED', 'DELETED').optional(),
});

/** File sets: which files on which storage make up a format. */
export function fileSetRoutes(api: Api): void {
	const path = '/v1/assets/:asset_id/file_sets';
	const one = `${path}/:file_set_id`;

	for (const base of [path, '/v1/assets/:asset_id/versions/:version_id/file_sets'])
		api.on('GET', 'files', `${base}/`, 'can_read_files', (call) => {
			const sets = fileSetsOf(call);
			if (sets.length === 0) throw notFound('File sets for this asset');
			return keyset(call, sets);
		});
	api.on('POST', 'files', `${path}/`, 'can_write_files', (call) => {
		const { store } = call.tenant;
		const asset = assetOf(call);
		const sent = call.read(fileSet);
		const format = found(store.formats.get(sent.format_id), 'Format');
		const now = store.now();
		const made = {
			status: 'ACTIVE',
			...compact(sent),
			id: newId(),
			asset_id: asset.id,
			version_id: format.version_id,
			is_archive: false,
			date_created: now,
			date_modified: now,
		};
		store.fileSets.set(made.id, made);
		return created(shown(call, made));
	});
	api.on('GET', 'files', `${one}/`, 'can_read_files', (call) => ok(fileSetOf(call)));
	for (const method of ['PATCH', 'PUT'] as const)
		api.on(method, 'files', `${one}/`, 'can_write_files', (call) => {
			const sent = call.read(method === 'PUT' ? fileSet : fileSet.partial());
			const known = found(call.tenant.store.fileSets.get(fileSetOf(call).id), 'File set');
			return ok(shown(call, Object.assign(known, compact(sent))));
		});
	api.on('DELETE', 'files', `${one}/`, 'can_delete_files', (call) => {
		const known = fileSetOf(call);
		const { store } = call.tenant;
		for (const file of store.media.values())
			if (file.file_set_id === known.id) store.media.delete(file.id);
		store.fileSets.delete(known.id);
		call.tenant.index.touch(assetOf(call).id);
		return flag(call, 'immediately') ? noContent() : ok({ ...known, status: 'DELETED' });
	});
}

function fileSetOf(call: Call): Wire {
	call.query.include_all_versions = 'true';
	const known = fileSetsOf(call).find(({ id }) => id === call.params.file_set_id);
	return found(known, 'File set');
}

/** Those that came with their formats, and those that were made by themselves. */
function fileSetsOf(call: Call): Wire[] {
	const formats = formatsOf(call);
	const ids = new Set(formats.map(({ id }) => id));
	const own = [...call.tenant.store.fileSets.values()]
		.filter(({ format_id }) => ids.has(String(format_id)))
		.map((set) => shown(call, set));
	return [...formats.flatMap((format) => ofFormat(call, format)), ...own];
}

function shown({ tenant }: Call, set: Wire): Wire {
	const files = [...tenant.store.media.values()].filter(
		({ file_set_id }) => file_set_id === set.id,
	);
	return { ...set, file_count: files.length };
}

function ofFormat(call: Call, format: Format): Wire[] {
	if (!format.file_set_id) return [];
	const file = [...call.tenant.store.media.values()].find(
		({ file_set_id }) => file_set_id === format.file_set_id,
	);
	if (!file) return [];
	return [
		{
			id: format.file_set_id,
			asset_id: format.asset_id,
			version_id: format.version_id,
			format_id: format.id,
			name: file.name,
			base_dir: '',
			component_ids: [],
			file_count: 1,
			is_archive: false,
			status: 'ACTIVE',
			storage_id: file.storage_id,
			date_created: format.date_created,
			date_modified: format.date_created,
		},
	];
}

import { z } from 'zod';
import { type Answer, created, found, notFound, ok, omit } from '../../answers';
import type { Api, Call } from '../../api';
import { addFormat } from '../../domain/media';
import type { Format } from '../../model';
import { flag, keyset } from '../../paging';
import { nonEmpty } from '../../schemas';
import { assetOf } from '../assets/assets';

export function formatRoutes(api: Api): void {
	const path = '/v1/assets/:asset_id/formats';

	api.on('GET', 'files', `${path}/`, 'can_read_formats', listed);
	api.on(
		'GET',
		'files',
		'/v1/assets/:asset_id/versions/:version_id/formats/',
		'can_read_formats',
		listed,
	);
	api.on('POST', 'files', `${path}/`, 'can_write_formats', (call) => {
		const asset = assetOf(call);
		const { name } = call.read(z.object({ name: nonEmpty }).passthrough());
		const version = found(call.tenant.store.latestVersion(asset), 'Asset version');
		return created(formatBody(call, addFormat(call.tenant.store, asset, version, name)));
	});
	// A format is found by its id or by its name.
	api.on('GET', 'files', `${path}/:format/`, 'can_read_formats', (call) => {
		const { format = '' } = call.params;
		const known = formatsOf(call).find(({ id, name }) => id === format || name === format);
		return ok(formatBody(call, found(known, 'Format')));
	});
}

function listed(call: Call): Answer {
	const formats = formatsOf(call);
	if (formats.length === 0) throw notFound('Formats for this asset');
	return keyset(call, formats, (format: Format) => formatBody(call, format));
}

/** The formats of the latest version, of the one in the path, or of all if asked for. */
export function formatsOf(call: Call): Format[] {
	const { store } = call.tenant;
	const asset = assetOf(call);
	const versionId = call.params.version_id ?? store.latestVersion(asset)?.id;
	return [...store.formats.values()].filter(
		({ asset_id, version_id }) =>
			asset_id === asset.id && (version_id === versionId || flag(call, 'include_all_versions')),
	);
}

function formatBody({ tenant }: Call, format: Format): Record<string, unknown> {
	return {
		...omit(format, 'file_set_id'),
		date_modified: format.date_created,
		archive_status: 'NOT_ARCHIVED',
		is_online: true,
		metadata: [],
		components: [],
		warnings: [],
		storage_methods: [...new Set([...tenant.store.storages.values()].map(({ method }) => method))],
	};
}

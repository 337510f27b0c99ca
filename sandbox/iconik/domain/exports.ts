import { forbidden } from '../answers';
import type { Asset, MediaFile, Wire } from '../model';
import type { Cause, Tenant } from '../tenant';
import { addHistory } from './history';
import { runJob } from './jobs';

const EXPORT_MS = 1500;

export interface ExportOptions {
	file_name?: string | null;
	format_id?: string | null;
	overwrite?: boolean | null;
}

/**
 * Copies an asset's media to an export location in the background. Once the job is FINISHED, the file can be fetched at
 * `/cdn/<path of the location>/<file name>`, which stands for the customer's own CDN before that bucket.
 */
export function exportAsset(
	tenant: Tenant,
	asset: Asset,
	location: Wire,
	options: ExportOptions,
	cause: Cause,
): Wire {
	if (asset.is_blocked) throw forbidden('The asset is blocked');
	const { store } = tenant;
	return runJob(
		tenant,
		cause,
		{
			title: `Export "${asset.title}" to ${String(location.name)}`,
			type: 'EXPORT',
			object_type: 'assets',
			object_id: asset.id,
		},
		EXPORT_MS,
		() => {
			for (const file of filesFor(tenant, asset, location, options)) {
				const name = options.file_name ?? file.filename;
				const path = `${String(location.path).replace(/^\/+|\/+$/g, '')}/${name}`;
				if (store.exported.has(path) && options.overwrite === false)
					throw new Error(`${path} exists already`);
				store.exported.set(path, {
					assetId: asset.id,
					versionId: file.version_id,
					contentType: file.content_type,
				});
			}
			addHistory(tenant, asset.id, cause, { operation_type: 'EXPORT' });
		},
	);
}

function filesFor(
	{ store }: Tenant,
	asset: Asset,
	location: Wire,
	{ format_id }: ExportOptions,
): MediaFile[] {
	const format = format_id ? store.formats.get(format_id) : undefined;
	const versionId = format?.version_id ?? store.latestVersion(asset)?.id ?? '';
	const kinds: Array<MediaFile['kind']> = [
		...(location.export_original ? (['original'] as const) : []),
		...(location.export_proxy ? (['proxy'] as const) : []),
	];
	const files = kinds
		.flatMap((kind) => store.mediaOf(kind, versionId))
		.filter(({ status }) => status === 'CLOSED');
	if (files.length === 0) throw new Error('The asset has no files to export');
	return files;
}

import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { isSigned } from '../../media/addresses';
import { listFiles, nameOf, type FileKind } from '../../media/mediaFiles';
import { collect } from '../../transport/paging';
import type { StoredFile } from '../../types';
import { assetIdOf } from '../assetLocator';
import { limitFields, limitOf, simplifyField } from '../limitFields';
import type { ItemOperation } from '../operation';
import { optionalVersion, optionalVersionId } from '../versionLocator';

/** Get Many for one kind of file. */
export function getManyOf(kind: FileKind): {
	description: INodeProperties[];
	execute: ItemOperation;
} {
	const show = { resource: [kind.resource], operation: ['getAll'] };
	return {
		description: [
			{ ...optionalVersion, displayOptions: { show } },
			...limitFields(show),
			simplifyField(show),
			{
				displayName: 'Options',
				name: 'options',
				type: 'collection',
				placeholder: 'Add Option',
				default: {},
				displayOptions: { show },
				options: [
					{
						displayName: 'All Versions',
						name: 'allVersions',
						type: 'boolean',
						default: false,
						description: 'Whether to list the files of all versions. Leave the version empty then.',
					},
					{
						displayName: 'Include Short-Lived URLs',
						name: 'signed',
						type: 'boolean',
						default: false,
						description:
							'Whether to include addresses that work for a short time. Use them at once and do not store them.',
					},
				],
			},
		],
		execute: async function (iconik, index) {
			const { allVersions, signed } = this.getNodeParameter('options', index, {}) as {
				allVersions?: boolean;
				signed?: boolean;
			};
			const files = await collect(
				listFiles(iconik, kind, {
					assetId: assetIdOf.call(this, index),
					versionId: optionalVersionId.call(this, index),
					allVersions,
					signed,
					limit: limitOf.call(this, index),
				}),
			);
			const isSimple = this.getNodeParameter('simplify', index, true) === true;
			return files.map((file) => {
				const shown = withoutSecrets(file, signed === true);
				return isSimple ? simplified(shown) : (shown as unknown as IDataObject);
			});
		},
	};
}

/** Addresses and credentials for uploads stay out, and signed addresses too unless they were asked for. */
export function withoutSecrets(file: StoredFile, signed = false): StoredFile {
	const shown = Object.entries(file).filter(
		([name, value]) =>
			!/upload/.test(name) &&
			(signed || name !== 'url' || (typeof value === 'string' && !isSigned(value))),
	);
	return Object.fromEntries(shown) as unknown as StoredFile;
}

/** What most workflows need of a file. */
export function simplified(file: StoredFile & { type?: unknown }): IDataObject {
	const { id, version_id, status, format, size, resolution, is_public, url, type } = file;
	return {
		id,
		name: nameOf(file),
		...(type !== undefined && { type: type as string }),
		status: status ?? null,
		version_id: version_id ?? null,
		format: format ?? null,
		size: size ?? null,
		width: resolution?.width ?? null,
		height: resolution?.height ?? null,
		...(is_public !== undefined && { is_public }),
		...(url && { url }),
	};
}

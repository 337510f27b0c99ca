import { NodeOperationError, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';
import { isSigned } from '../../media/addresses';
import { filePath, nameOf, type FileKind } from '../../media/mediaFiles';
import type { IconikClient } from '../../transport/client';
import { download } from '../../transport/download';
import type { StoredFile } from '../../types';
import type { ItemOperation } from '../operation';
import { chosenFile, whichFields } from './fields';
import { simplified, withoutSecrets } from './getAll';

interface FileOperation {
	description: INodeProperties[];
	execute: ItemOperation;
}

/** Get Download URL for one kind of file. */
export function getDownloadUrlOf(kind: FileKind): FileOperation {
	return {
		description: whichFields(kind, ['getDownloadUrl']),
		execute: async function (iconik, index) {
			const { assetId, file } = await chosenFile.call(this, iconik, kind, index);
			const url = await downloadUrl.call(this, iconik, kind, assetId, file);
			return { id: file.id, asset_id: assetId, name: nameOf(file), url };
		},
	};
}

/** Download for one kind of file. The bytes stream; they are not held in memory. */
export function downloadOf(kind: FileKind): FileOperation {
	const show = { resource: [kind.resource], operation: ['download'] };
	return {
		description: [
			...whichFields(kind, ['download']),
			{
				displayName: 'Put Output File in Field',
				name: 'binaryPropertyName',
				type: 'string',
				default: 'data',
				required: true,
				hint: 'The name of the output binary field to put the file in',
				displayOptions: { show },
			},
		],
		execute: async function (iconik, index) {
			const { assetId, file } = await chosenFile.call(this, iconik, kind, index);
			const url = await downloadUrl.call(this, iconik, kind, assetId, file);
			const binary = await download(this, { url, fileName: nameOf(file) });
			const property = this.getNodeParameter('binaryPropertyName', index) as string;
			const json = { asset_id: assetId, ...simplified(withoutSecrets(file)) };
			return { json, binary: { [property]: binary } };
		},
	};
}

/** Make Public and Make Private for one kind of file. */
export function publicityOf(kind: FileKind, isPublic: boolean): FileOperation {
	return {
		description: whichFields(kind, [isPublic ? 'makePublic' : 'makePrivate']),
		execute: async function (iconik, index) {
			const { assetId, file } = await chosenFile.call(this, iconik, kind, index);
			const path = filePath(kind, assetId, file.id);
			let changed = file;
			if (file.is_public !== isPublic)
				// Saying it twice changes nothing, so a broken call may be repeated.
				changed = await iconik.request<StoredFile>({
					method: isPublic ? 'POST' : 'DELETE',
					path: `${path}public/`,
					repeatable: true,
				});
			const hasAddress = !!changed.url && !isSigned(changed.url);
			if (isPublic && !hasAddress) changed = await iconik.request<StoredFile>({ path });
			return {
				id: file.id,
				asset_id: assetId,
				name: nameOf(file),
				is_public: isPublic,
				url: isPublic ? (withoutSecrets(changed).url ?? null) : null,
			};
		},
	};
}

async function downloadUrl(
	this: IExecuteFunctions,
	iconik: IconikClient,
	kind: FileKind,
	assetId: string,
	file: StoredFile,
): Promise<string> {
	const { url } = kind.hasDownloadUrl
		? await iconik.request<{ url?: string | null }>({
				path: `${filePath(kind, assetId, file.id)}download_url/`,
			})
		: file;
	if (url) return url;
	throw new NodeOperationError(
		this.getNode(),
		`iconik gives no download address for "${nameOf(file)}"`,
		{
			description:
				file.status && file.status !== 'CLOSED'
					? `Its status is ${file.status}: only what is CLOSED can be fetched.`
					: `It is on a storage of the kind ${file.storage_method ?? 'unknown'}, which may be on the premises. Use a proxy, or export the file to a location in the cloud.`,
		},
	);
}

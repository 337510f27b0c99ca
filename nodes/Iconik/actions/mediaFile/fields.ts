import { NodeOperationError, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';
import { collect } from '../../transport/paging';
import type { IconikClient } from '../../transport/client';
import { filePath, listFiles, type FileKind } from '../../media/mediaFiles';
import type { Asset, StoredFile } from '../../types';
import { assetIdOf } from '../assetLocator';
import { idLocator, pickedId } from '../idLocator';
import { optionalVersion, optionalVersionId } from '../versionLocator';

const BEST = {
	proxy: 'The largest finished proxy of the version',
	keyframe: 'The chosen poster, else a poster, else a keyframe of the version',
	file: 'The first finished original of the version',
};

const capital = (text: string) => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;

/** Which file of the asset: the best of a version, or one by its ID. */
export function whichFields({ resource, segment }: FileKind, operations: string[]) {
	const show = { resource: [resource], operation: operations };
	const name = capital(resource);
	return [
		{
			displayName: `Which ${name}`,
			name: 'which',
			type: 'options',
			options: [
				{ name: 'Best', value: 'best', description: BEST[resource] },
				{ name: 'Specific', value: 'specific', description: `The ${resource} that you name` },
			],
			default: 'best',
			displayOptions: { show },
		},
		{ ...optionalVersion, displayOptions: { show: { ...show, which: ['best'] } } },
		idLocator({
			displayName: name,
			name: `${resource}Id`,
			searchListMethod: `search${capital(segment)}`,
			show: { ...show, which: ['specific'] },
		}),
	] satisfies INodeProperties[];
}

/** The chosen file as iconik has it now, with an address if it gives one. */
export async function chosenFile(
	this: IExecuteFunctions,
	iconik: IconikClient,
	kind: FileKind,
	index: number,
): Promise<{ assetId: string; file: StoredFile }> {
	const assetId = assetIdOf.call(this, index);
	if (this.getNodeParameter('which', index, 'best') === 'specific') {
		const id = pickedId.call(this, `${kind.resource}Id`, index, kind.resource);
		const path = filePath(kind, assetId, id);
		const query = { content_disposition: 'attachment' };
		return { assetId, file: await iconik.request<StoredFile>({ path, query }) };
	}
	const versionId = optionalVersionId.call(this, index);
	const readAsset = async () =>
		await iconik.request<Asset>({
			path: `/API/assets/v1/assets/${encodeURIComponent(assetId)}/`,
		});
	// Only the poster depends on what the asset itself says.
	const asset = kind.resource === 'keyframe' ? await readAsset() : { id: assetId };
	const files = await collect(listFiles(iconik, kind, { assetId, versionId, signed: true }));
	const file = kind.best(asset, files);
	if (file) return { assetId, file };
	const { title } = await readAsset();
	throw new NodeOperationError(
		this.getNode(),
		`The asset has no finished ${kind.resource}${versionId ? ' at this version' : ''}`,
		{
			description:
				files.length > 0
					? `There are ${files.length}, with the status ${files.map(({ status }) => status).join(', ')}. Try again once iconik has finished.`
					: `Nothing of the kind belongs to "${title || assetId}".`,
		},
	);
}

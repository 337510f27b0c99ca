import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { collect } from '../../transport/paging';
import type { IconikClient } from '../../transport/client';
import { filePath, listFiles, type FileKind } from '../../media/mediaFiles';
import type { Asset, StoredFile } from '../../types';
import { assetIdOf } from '../assetLocator';
import { locatedId } from '../collectionLocator';

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
		{
			displayName: 'Version ID',
			name: 'versionId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 2c5c5ae0-f149-11eb-a843-0a580a3db916',
			description: 'The version of the asset; the latest one when empty',
			displayOptions: { show: { ...show, which: ['best'] } },
		},
		{
			displayName: name,
			name: `${resource}Id`,
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			required: true,
			modes: [
				{
					displayName: 'From List',
					name: 'list',
					type: 'list',
					typeOptions: { searchListMethod: `search${capital(segment)}` },
				},
				{
					displayName: 'By ID',
					name: 'id',
					type: 'string',
					placeholder: 'e.g. 7f1ad7f0-c715-11ec-972a-32f3401f5ebb',
				},
			],
			displayOptions: { show: { ...show, which: ['specific'] } },
		},
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
		const id = locatedId.call(this, `${kind.resource}Id`, index);
		if (id === '')
			throw new NodeOperationError(this.getNode(), `The ${kind.resource} ID is missing`, {
				description: `Pick a ${kind.resource}, or take the best one.`,
			});
		const path = filePath(kind, assetId, id);
		const query = { content_disposition: 'attachment' };
		return { assetId, file: await iconik.request<StoredFile>({ path, query }) };
	}
	const versionId = (this.getNodeParameter('versionId', index, '') as string).trim();
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

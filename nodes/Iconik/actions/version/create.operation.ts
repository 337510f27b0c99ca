import { NodeOperationError, type INodeProperties } from 'n8n-workflow';
import { readAsset } from '../../media/asset';
import { makeVersion, type VersionSource } from '../../media/newVersion';
import { assetIdOf, assetLocator } from '../assetLocator';
import { locatedId } from '../collectionLocator';
import type { ItemOperation } from '../operation';
import { versionIdOf, versionLocator } from '../versionLocator';
import { versionFacts, waitField } from './versionFacts';

const show = { resource: ['version'], operation: ['create'] };

export const description: INodeProperties[] = [
	{
		displayName: 'Made From',
		name: 'source',
		type: 'options',
		options: [
			{
				name: 'Another Asset',
				value: 'asset',
				description: 'The media of another asset become the new version of this one',
			},
			{
				name: 'Nothing Yet',
				value: 'empty',
				description: 'A version to which media are uploaded later',
			},
			{
				name: 'Older Version',
				value: 'version',
				description: 'A copy of an older version of the same asset',
			},
		],
		default: 'empty',
		displayOptions: { show },
	},
	{
		...assetLocator,
		displayName: 'Source Asset',
		name: 'sourceAssetId',
		displayOptions: { show: { ...show, source: ['asset'] } },
	},
	{ ...versionLocator, displayOptions: { show: { ...show, source: ['version'] } } },
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show },
		options: [
			{
				displayName: 'Copy Comments and Segments',
				name: 'copySegments',
				type: 'boolean',
				default: false,
				description: 'Whether comments, markers and other segments come along',
			},
			{
				displayName: 'Copy Metadata',
				name: 'copyMetadata',
				type: 'boolean',
				default: true,
				description:
					'Whether a version made from nothing begins with the metadata of the latest one',
			},
			{
				displayName: 'Copy Persons',
				name: 'copyPersons',
				type: 'boolean',
				default: false,
				description: 'Whether the persons found in the media come along',
			},
			waitField('How long to wait for a version that iconik makes in the background', 60),
		],
	},
];

interface Options {
	copySegments?: boolean;
	copyMetadata?: boolean;
	copyPersons?: boolean;
	waitSeconds?: number;
}

export const execute: ItemOperation = async function (iconik, index) {
	const assetId = assetIdOf.call(this, index);
	const kind = this.getNodeParameter('source', index) as VersionSource['kind'];
	const options = this.getNodeParameter('options', index, {}) as Options;
	const { copyMetadata = true, copySegments = false, copyPersons = false } = options;
	const copies = {
		copy_previous_version_segments: copySegments,
		copy_previous_version_persons: copyPersons,
	};
	let source: VersionSource;
	if (kind === 'empty') {
		const body = { copy_segments: copySegments, copy_persons: copyPersons };
		source = { kind, body: { ...body, copy_metadata: copyMetadata } };
	} else if (kind === 'version') source = { kind, id: versionIdOf.call(this, index), body: copies };
	else {
		const id = locatedId.call(this, 'sourceAssetId', index);
		if (id === '')
			throw new NodeOperationError(this.getNode(), 'The ID of the source asset is missing', {
				itemIndex: index,
				description: 'Pick the asset whose media become the new version.',
			});
		source = { kind, id, body: copies };
	}
	const waitMs = (options.waitSeconds ?? 60) * 1000;
	const version = await makeVersion(iconik, assetId, source, waitMs);
	if (!version) return { asset_id: assetId, version_id: null, status: 'IN_PROGRESS' };
	return versionFacts(await readAsset(iconik, assetId), version);
};

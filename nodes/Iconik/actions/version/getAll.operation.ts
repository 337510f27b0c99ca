import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { readAsset } from '../../media/asset';
import { readApproval } from '../../media/selectVersion';
import { allNewestFirst, newestFirst } from '../../media/versions';
import { assetIdOf } from '../assetLocator';
import { limitFields, limitOf, simplifyField } from '../limitFields';
import type { ItemOperation } from '../operation';
import { versionFacts } from './versionFacts';

const show = { resource: ['version'], operation: ['getAll'] };

export const description: INodeProperties[] = [
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
				displayName: 'Include Approval',
				name: 'includeApproval',
				type: 'boolean',
				default: false,
				description: 'Whether each version comes with the status of its own review',
			},
			{
				displayName: 'Include Inactive',
				name: 'includeInactive',
				type: 'boolean',
				default: false,
				description: 'Whether versions that failed, are on the way or deleted come along',
			},
		],
	},
];

/** iconik has no list of versions: they are part of the asset, in no order that it promises. */
export const execute: ItemOperation = async function (iconik, index) {
	const asset = await readAsset(iconik, assetIdOf.call(this, index));
	const simplify = this.getNodeParameter('simplify', index) !== false;
	const { includeApproval, includeInactive } = this.getNodeParameter('options', index, {}) as {
		includeApproval?: boolean;
		includeInactive?: boolean;
	};
	const versions = (includeInactive ? allNewestFirst : newestFirst)(asset.versions);
	return await Promise.all(
		versions.slice(0, limitOf.call(this, index)).map(async (version): Promise<IDataObject> => {
			const facts = versionFacts(asset, version);
			const approval = includeApproval && {
				approval_status: await readApproval(iconik, asset.id, version.id),
			};
			return { ...(simplify ? {} : (version as unknown as IDataObject)), ...facts, ...approval };
		}),
	);
};

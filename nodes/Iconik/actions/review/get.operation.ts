import type { INodeProperties } from 'n8n-workflow';
import { readAsset } from '../../media/asset';
import { readRequest, readVotes, reviewFacts } from '../../media/reviews';
import { newestFirst } from '../../media/versions';
import { assetIdOf } from '../assetLocator';
import type { ItemOperation } from '../operation';
import { optionalVersion, optionalVersionId } from '../versionLocator';

export const description: INodeProperties[] = [
	{ ...optionalVersion, displayOptions: { show: { resource: ['review'], operation: ['get'] } } },
];

/** Where nobody has asked, iconik answers 404: then the asset is read, which tells whether there is one, and at which version. */
export const execute: ItemOperation = async function (iconik, index) {
	const assetId = assetIdOf.call(this, index);
	const versionId = optionalVersionId.call(this, index);
	const request = await readRequest(iconik, assetId, versionId);
	if (request) {
		const votes = request.approvals_by ?? (await readVotes(iconik, assetId, versionId));
		return reviewFacts(assetId, request, votes);
	}
	const { versions } = await readAsset(iconik, assetId);
	const version = versionId || newestFirst(versions)[0]?.id || null;
	const facts = reviewFacts(assetId, undefined, await readVotes(iconik, assetId, versionId));
	return { ...facts, version_id: version };
};

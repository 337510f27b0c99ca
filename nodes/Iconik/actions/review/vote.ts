import { NodeOperationError, type IDataObject, type INodeProperties } from 'n8n-workflow';
import { readAsset } from '../../media/asset';
import { reviewPath } from '../../media/reviews';
import { readApproval } from '../../media/selectVersion';
import { newestFirst } from '../../media/versions';
import type { IconikClient } from '../../transport/client';
import type { Vote } from '../../types';
import { assetIdOf } from '../assetLocator';
import type { ItemOperation } from '../operation';
import { optionalVersionId, versionLocator } from '../versionLocator';

export const voteFields = (operation: string): INodeProperties[] => {
	const show = { resource: ['review'], operation: [operation] };
	return [
		{
			...versionLocator,
			required: false,
			description:
				'The version that was judged. iconik takes votes for the latest version only: when this is not the latest any more, the item fails. Empty judges whatever is the latest.',
			displayOptions: { show },
		},
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			displayOptions: { show },
			options: [
				{
					displayName: 'In the Name of an External Reviewer',
					name: 'external',
					type: 'string',
					default: '',
					placeholder: 'e.g. legal@example.com',
				},
				{
					displayName: 'In the Name of User Name or ID',
					name: 'user',
					type: 'options',
					typeOptions: { loadOptionsMethod: 'getUsers' },
					default: '',
					description:
						'The user of the token when empty. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
				},
			],
		},
	];
};

/** Gives a vote for the latest version and reads what the review has come to. */
export const castVote = (status: 'APPROVED' | 'NOT_APPROVED'): ItemOperation =>
	async function (iconik, index): Promise<IDataObject> {
		const assetId = assetIdOf.call(this, index);
		const expected = optionalVersionId.call(this, index);
		const { external, user } = this.getNodeParameter('options', index, {}) as {
			external?: string;
			user?: string;
		};
		const latest = expected ? await latestVersion(iconik, assetId) : undefined;
		if (expected && expected !== latest)
			throw new NodeOperationError(this.getNode(), 'This version is not the latest any more', {
				itemIndex: index,
				description: `The latest version is ${latest ?? 'none'}, the one that was judged is ${expected}. A vote would count for the latest, which nobody judged.`,
			});
		const vote = await iconik.request<Vote>({
			method: 'PUT',
			path: reviewPath(assetId),
			body: {
				status,
				...(external?.trim() ? { external: external.trim() } : user ? { user } : {}),
			},
		});
		const versionId = vote.version_id ?? latest ?? (await latestVersion(iconik, assetId));
		return {
			asset_id: assetId,
			version_id: versionId ?? null,
			vote: vote.status ?? status,
			voted_by: vote.user ?? vote.external ?? null,
			status: versionId ? await readApproval(iconik, assetId, versionId) : null,
		};
	};

async function latestVersion(iconik: IconikClient, assetId: string): Promise<string | undefined> {
	return newestFirst((await readAsset(iconik, assetId)).versions)[0]?.id;
}

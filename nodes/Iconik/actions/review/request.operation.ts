import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { daysAfter } from '../../media/dates';
import { requestReview, reviewFacts, shareReview, type Reviewers } from '../../media/reviews';
import { groupIds } from '../../people/groupIds';
import { assetIdOf } from '../assetLocator';
import { givenIds } from '../given';
import type { ItemOperation } from '../operation';
import { fields } from './request.fields';

export const description = fields;

/** The request comes before the share, so that nobody gets a mail for a review that could not be asked for. */
export const execute: ItemOperation = async function (iconik, index) {
	const assetId = assetIdOf.call(this, index);
	const named = reviewersOf.call(this, index);
	const kind = this.getNodeParameter('shareKind', index, 'none') as 'none' | 'link' | 'mail';
	if (kind === 'mail' && named.externals.length === 0)
		throw new NodeOperationError(this.getNode(), 'There is nobody to send the mail to', {
			itemIndex: index,
			description: 'Enter the addresses under External Reviewers, or choose another kind of share.',
		});
	const groups = await groupIds(iconik, this.getNode(), named.groups);
	const reviewers = { ...named, groups };
	const { result, request } = await requestReview(iconik, assetId, reviewers);
	const votes = request.approvals_by ?? [];
	if (kind === 'none') return { result, ...reviewFacts(assetId, request, votes) };
	const share = await shareReview(iconik, assetId, request, reviewers, {
		kind,
		title: this.getNodeParameter('shareTitle', index, 'Review') as string,
		message: kind === 'mail' ? (this.getNodeParameter('message', index, '') as string) : '',
		expires: daysAfter(Date.now(), this.getNodeParameter('expiresDays', index, 14) as number),
	});
	return {
		result,
		...reviewFacts(assetId, { ...request, share_id: share.id }, votes),
		share_url: share.url ?? null,
		share_expires: share.expires ?? null,
	};
};

function reviewersOf(this: IExecuteFunctions, index: number): Reviewers {
	const refuse = (message: string, description: string) =>
		new NodeOperationError(this.getNode(), message, { itemIndex: index, description });
	const users = givenIds.call(this, 'users', index);
	const groups = givenIds.call(this, 'groups', index);
	const externals = givenIds.call(this, 'externals', index);
	const people = users.length + externals.length;
	if (people + groups.length === 0)
		throw refuse(
			'Nobody is asked to review',
			'Choose users or groups, or enter external reviewers.',
		);
	const min_number = this.getNodeParameter('minNumber', index, 1) as number;
	if (groups.length === 0 && min_number > people)
		throw refuse(
			`${min_number} approvals are needed, but only ${people} can be given`,
			'Ask more people, or lower Approvals Needed.',
		);
	return { users, groups, externals, min_number };
}

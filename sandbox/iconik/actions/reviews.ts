import { z } from 'zod';
import type { PersonAction } from '../../kit/controlApi';
import { approvalStatus } from '../approval';
import { castVote, removeVotes, reviewOf, setRequest, type Reviewed } from '../domain/reviews';
import type { Cause, Tenant } from '../tenant';
import { action, assetId, by, causeOf, theAsset, theVersion, versionId } from './people';

const review = z.object({ asset_id: assetId, version_id: versionId, by }).strict();
const request = review.extend({
	users: z.array(z.string()).optional(),
	min_number: z.number().int().min(1).optional(),
});

export function reviewActions(tenant: Tenant): Record<string, PersonAction> {
	const act =
		<I extends z.output<typeof review>>(
			change: (reviewed: Reviewed, cause: Cause, input: I) => void,
		) =>
		(input: I) => {
			const asset = theAsset(tenant, input.asset_id);
			const version = theVersion(tenant, asset, input.version_id);
			const reviewed: Reviewed = { type: 'assets', id: asset.id, versionId: version.id };
			change(reviewed, causeOf(tenant, input.by), input);
			return {
				asset_id: asset.id,
				version_id: version.id,
				status: approvalStatus(reviewOf(tenant, reviewed)),
			};
		};
	const vote = (status: 'APPROVED' | 'NOT_APPROVED') =>
		act((reviewed, cause) => {
			castVote(tenant, reviewed, { user: cause.userId, status }, cause);
		});

	return {
		approve: action({
			description: 'A reviewer approves a version.',
			input: review,
			run: vote('APPROVED'),
		}),
		reject: action({
			description: 'A reviewer rejects a version.',
			input: review,
			run: vote('NOT_APPROVED'),
		}),
		'revoke-approval': action({
			description: 'All votes on a version are taken back, or only those of one reviewer.',
			input: review,
			run: act((reviewed, cause, input) => {
				removeVotes(tenant, reviewed, cause, input.by ? { user: cause.userId } : undefined);
			}),
		}),
		'request-review': action({
			description: 'Somebody asks for a review of a version.',
			input: request,
			run: act((reviewed, cause, { users, min_number }: z.output<typeof request>) => {
				setRequest(
					tenant,
					reviewed,
					{
						users: users ?? [cause.userId],
						groups: [],
						externals: [],
						min_number: min_number ?? 1,
						share_id: null,
						requested_by: cause.userId,
						request_date: tenant.store.now(),
					},
					cause,
				);
			}),
		}),
	};
}

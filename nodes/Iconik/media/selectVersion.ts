import type { IconikClient } from '../transport/client';
import { byNextUrl, collect } from '../transport/paging';
import type { ApprovalRequest, ApprovalStatus, Asset, AssetVersion, Vote } from '../types';
import { statusOfRequest, statusOfVotes } from './approval';
import { newestFirst } from './versions';

export type VersionPolicy =
	{ kind: 'latestApproved' } | { kind: 'latest' } | { kind: 'specific'; versionId: string };

export interface SelectedVersion {
	/** Absent when the policy finds none. */
	version: AssetVersion | undefined;
	/** Of that version; of the latest one when the policy finds none. */
	approval: ApprovalStatus;
	isLatest: boolean;
}

/** The version that the policy asks for, with its own approval. Older versions are only looked at when newer ones are not approved. */
export async function selectVersion(
	iconik: IconikClient,
	asset: Asset,
	policy: VersionPolicy,
): Promise<SelectedVersion> {
	const versions = newestFirst(asset.versions);
	const latest = versions[0];
	const candidates =
		policy.kind === 'specific'
			? versions.filter(({ id }) => id === policy.versionId)
			: policy.kind === 'latest'
				? versions.slice(0, 1)
				: versions;
	let newest: ApprovalStatus | undefined;
	for (const version of candidates) {
		const approval = await readApproval(iconik, asset.id, version.id);
		newest ??= approval;
		if (policy.kind !== 'latestApproved' || approval === 'APPROVED')
			return { version, approval, isLatest: version === latest };
	}
	return { version: undefined, approval: newest ?? 'N/A', isLatest: false };
}

/** The approval of one version: that of its request, else of the votes that reviewers gave unasked. */
export async function readApproval(
	iconik: IconikClient,
	assetId: string,
	versionId: string,
): Promise<ApprovalStatus> {
	const path = `/API/assets/v1/assets/${assetId}/versions/${versionId}/approvals/` as const;
	const request = await iconik.find<ApprovalRequest>({ path: `${path}request/` });
	if (request) return statusOfRequest(request);
	return statusOfVotes(await collect(byNextUrl<Vote>(iconik, { path })));
}

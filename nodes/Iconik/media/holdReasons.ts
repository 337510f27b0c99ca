import type { MediaLink, MediaPackage } from '../../../lib/mediaPackage';
import type { AssetVersion } from '../types';
import type { RightsReading } from './rights';

export interface Judged {
	package: Pick<
		MediaPackage,
		| 'status'
		| 'type'
		| 'version_id'
		| 'version_number'
		| 'approval_status'
		| 'is_blocked'
		| 'warning'
		| 'delivery'
	>;
	version: AssetVersion | undefined;
	/** Whether the version policy looked for an approved one. */
	wantsApproved: boolean;
	/** Absent when no rights were asked for. */
	rights?: RightsReading;
	wantsDelivery: boolean;
}

const APPROVAL_WORDS: Record<MediaPackage['approval_status'], string> = {
	APPROVED: 'approved',
	NOT_APPROVED: 'rejected',
	MIXED: 'judged differently by its reviewers',
	REQUESTED: 'waiting for its review',
	'N/A': 'not reviewed yet',
};

/** Why the media must not go live, in plain words, the most fundamental reason first. */
export function holdReasons(judged: Judged): string[] {
	const { package: media } = judged;
	if (media.status === 'DELETED') return ['The asset was deleted in iconik'];
	return [
		...mediaReasons(judged),
		...approvalReasons(judged),
		...blockReasons(media),
		...rightsReasons(judged.rights),
		...deliveryReasons(judged),
	];
}

function mediaReasons({ package: media, version }: Judged): string[] {
	if (media.type === 'PLACEHOLDER') return ['The asset is a placeholder without media'];
	// A subclip has no media of its own: it plays a part of its parent's.
	const isOffline = version?.is_online === false && media.type !== 'SUBCLIP';
	return isOffline ? ['The media of this version is not online'] : [];
}

function approvalReasons({ package: media, wantsApproved }: Judged): string[] {
	const state = APPROVAL_WORDS[media.approval_status];
	if (media.version_id === null)
		return [
			wantsApproved
				? `No version is approved: the latest is ${state}`
				: 'The asset has no version to use',
		];
	if (media.approval_status === 'APPROVED') return [];
	const name = media.version_number === null ? 'This version' : `Version ${media.version_number}`;
	return [`${name} is not approved: it is ${state}`];
}

function blockReasons({ is_blocked, warning }: Judged['package']): string[] {
	if (!is_blocked) return [];
	return [
		warning ? `The asset is blocked in iconik: ${warning}` : 'The asset is blocked in iconik',
	];
}

/** Why the usage rights forbid to show the media; nothing when they were not asked for. */
export function rightsReasons(reading: RightsReading | undefined): string[] {
	if (!reading) return [];
	const { rights, unreadable } = reading;
	const reasons = unreadable.map(
		({ field, value }) => `The usage rights cannot be read: "${value}" in ${field} is not a date`,
	);
	if (rights.status === 'missing' && unreadable.length === 0)
		reasons.push('No usage rights are recorded');
	if (rights.status === 'expired') reasons.push(`The usage rights expired on ${rights.expires}`);
	if (rights.status === 'pending') reasons.push(`The usage rights begin on ${rights.starts}`);
	return reasons;
}

function deliveryReasons({ package: media, wantsDelivery }: Judged): string[] {
	const { delivery, is_blocked, version_id, type } = media;
	// A link that has a strategy and no address yet is made by the next run that may write.
	if (!wantsDelivery || delivery.strategy !== 'none') return [];
	// A reason given above already says why there can be no link.
	if (is_blocked || version_id === null || type === 'PLACEHOLDER') return [];
	return [`There is no delivery link: ${withSmallStart(delivery)}`];
}

function withSmallStart({ reason }: MediaLink): string {
	if (!reason) return 'iconik has none';
	return /^[A-Z][a-z ]/.test(reason) ? reason.charAt(0).toLowerCase() + reason.slice(1) : reason;
}

import type { PickerItem } from '../../../lib/pickerProtocol';
import { texts } from '../texts';
import { formatDate, languageName } from './format';

interface Shown extends Pick<PickerItem, 'rights' | 'captions'> {
	/** `null` while it is not known. */
	approval: PickerItem['approval'] | null;
}

const APPROVAL_TONE: Record<PickerItem['approval'], string> = {
	APPROVED: 'good',
	REQUESTED: 'warn',
	MIXED: 'warn',
	NOT_APPROVED: 'bad',
	'N/A': 'neutral',
};

const RIGHTS_TONE: Record<PickerItem['rights']['status'], string> = {
	// The date says it; colour is kept for what needs a look.
	valid: 'neutral',
	expiring: 'warn',
	pending: 'warn',
	expired: 'bad',
	missing: 'neutral',
};

/** How an item stands, in a few words each: colour never says it alone. */
export function Badges({ item: { approval, rights, captions } }: { item: Shown }) {
	return (
		<span className="badges">
			{approval !== null && <ApprovalBadge approval={approval} />}
			<Badge
				tone={RIGHTS_TONE[rights.status]}
				text={rightsText(rights)}
				hint={texts.rights[rights.status]}
			/>
			{captions && captions.length > 0 && (
				<Badge
					tone="neutral"
					text={texts.captionsBadge(captions.map((tag) => tag.toUpperCase()).join(' '))}
					hint={texts.captionsIn(captions.map(languageName).join(', '))}
				/>
			)}
		</span>
	);
}

export function ApprovalBadge({ approval }: { approval: PickerItem['approval'] }) {
	return <Badge tone={APPROVAL_TONE[approval]} text={texts.approvals[approval]} />;
}

function Badge({ tone, text, hint }: { tone: string; text: string; hint?: string }) {
	return (
		<span className={`badge ${tone}`} title={hint}>
			{text}
		</span>
	);
}

/** The date says more than the word, where there is one. */
export function rightsText({ status, starts, expires }: PickerItem['rights']): string {
	if (status === 'pending' && starts) return texts.rightsFrom(formatDate(starts));
	if (status === 'expired' && expires) return texts.rightsEnded(formatDate(expires));
	if ((status === 'valid' || status === 'expiring') && expires)
		return texts.rightsUntil(formatDate(expires));
	return texts.rights[status];
}

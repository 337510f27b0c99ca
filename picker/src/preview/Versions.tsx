import { useId } from 'react';
import type { PickerVersion } from '../../../lib/pickerProtocol';
import { texts } from '../texts';
import { ApprovalBadge } from '../ui/Badges';
import { formatDate } from '../ui/format';

/** Follow the latest approved version, or stay at one. */
export function Versions({
	versions,
	pinned,
	disabled,
	onChange,
}: {
	versions: PickerVersion[];
	/** A version's id, or `null` for the latest approved. */
	pinned: string | null;
	disabled: boolean;
	onChange: (pinned: string | null) => void;
}) {
	const name = useId();
	const latest = versions.find(({ isLatestApproved }) => isLatestApproved);
	return (
		<fieldset className="versions" disabled={disabled}>
			<legend>{texts.policy.heading}</legend>
			<label>
				<input type="radio" name={name} checked={pinned === null} onChange={() => onChange(null)} />
				<span>{texts.policy.followNow(latest?.number ?? null)}</span>
			</label>
			{versions.map(({ id, number, approval, createdAt }) => (
				<label key={id}>
					<input type="radio" name={name} checked={pinned === id} onChange={() => onChange(id)} />
					<span>
						{texts.policy.version(number)}
						{createdAt && <span className="soft"> · {formatDate(createdAt)}</span>}
					</span>
					<ApprovalBadge approval={approval} />
				</label>
			))}
		</fieldset>
	);
}

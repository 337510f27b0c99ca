import { asRefusal } from '../api/refusal';
import { texts } from '../texts';
import { Notice } from './Notice';
import { useCountdown } from './useCountdown';

/** What went wrong and what to do. Where the service named a time to wait, it counts down and then tries again by itself. */
export function FailureNotice({
	error,
	title,
	hint,
	onRetry,
}: {
	error: unknown;
	title?: string;
	/** What is not lost. */
	hint?: string;
	onRetry: () => void;
}) {
	const refusal = asRefusal(error);
	const left = useCountdown(refusal.retryAt, onRetry);
	const isWaiting = left > 0;
	return (
		<Notice
			tone={isWaiting ? 'warn' : 'bad'}
			title={title ?? refusal.title}
			isUrgent
			action={
				<button type="button" className="button" onClick={onRetry} disabled={isWaiting}>
					{isWaiting ? texts.actions.retryIn(left) : texts.actions.retry}
				</button>
			}
		>
			<p>{refusal.message}</p>
			{hint && <p>{hint}</p>}
		</Notice>
	);
}

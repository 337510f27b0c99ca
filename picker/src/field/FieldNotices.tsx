import { texts } from '../texts';
import { FailureNotice } from '../ui/FailureNotice';
import { Notice } from '../ui/Notice';
import type { useField } from './useField';
import type { useStates } from './useStates';

/** What an editor should know about the field as a whole. */
export function FieldNotices({
	field,
	states,
	hasValues,
}: {
	field: ReturnType<typeof useField>;
	states: ReturnType<typeof useStates>;
	hasValues: boolean;
}) {
	return (
		<>
			{field.isNoList && <Notice tone="warn">{texts.field.notAList}</Notice>}
			{field.foreignCount > 0 && (
				<Notice tone="info">{texts.field.foreign(field.foreignCount)}</Notice>
			)}
			{field.isUnstored && (
				<Notice
					tone="bad"
					isUrgent
					action={
						<button type="button" className="button" onClick={field.storeAgain}>
							{texts.actions.retry}
						</button>
					}
				>
					{texts.field.notStored}
				</Notice>
			)}
			{field.mirrorFailed !== null && (
				<Notice tone="warn">{texts.field.mirrorFailed(field.mirrorFailed)}</Notice>
			)}
			{hasValues && states.error ? (
				<FailureNotice error={states.error} hint={texts.field.unchecked} onRetry={states.retry} />
			) : null}
		</>
	);
}

import { texts } from '../texts';
import { Modal } from '../ui/Modal';
import { Notice } from '../ui/Notice';

/** Asked before media is chosen that should not be used. */
export function WarningDialog({
	title,
	reasons,
	onAccept,
	onClose,
}: {
	title: string;
	reasons: string;
	onAccept: () => void;
	onClose: () => void;
}) {
	return (
		<Modal title={texts.chooser.warnTitle} className="warning" onClose={onClose}>
			<h2>{title}</h2>
			<Notice tone="warn" title={texts.chooser.warnTitle}>
				<p>{reasons}</p>
				<p>{texts.chooser.warnHint}</p>
			</Notice>
			<div className="dialog-actions">
				<button type="button" className="button" onClick={onClose}>
					{texts.actions.cancel}
				</button>
				<button type="button" className="button primary" onClick={onAccept}>
					{texts.chooser.warnAccept}
				</button>
			</div>
		</Modal>
	);
}

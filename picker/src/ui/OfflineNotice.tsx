import { texts } from '../texts';
import { Notice } from './Notice';
import { useOnline } from './useOnline';

export function OfflineNotice() {
	if (useOnline()) return null;
	return (
		<Notice tone="warn" title={texts.errors.offlineTitle} isUrgent>
			{texts.errors.offline}
		</Notice>
	);
}

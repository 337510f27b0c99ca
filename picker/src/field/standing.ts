import type { PickedMedia, PickedState } from '../../../lib/pickerProtocol';
import { texts } from '../texts';
import { formatDate, sentences } from '../ui/format';
import type { Tone } from '../ui/Notice';

/** Something that an editor should know about what was picked. */
export interface Mark {
	tone: Tone;
	text: string;
	/** Whether choosing the latest approved version anew settles it. */
	canUpdate: boolean;
}

/** How something that was picked earlier stands now; nothing while that is not known. */
export function marksOf(value: PickedMedia, state: PickedState | undefined): Mark[] {
	if (!state) return [];
	if (state.isGone) return [mark('bad', texts.standing.gone)];
	const {
		holdReasons,
		latestApprovedVersionId: latest,
		latestApprovedVersionNumber: number,
	} = state;
	const isPinned = value.version_policy === 'pinned';
	const marks: Mark[] = [];
	if (holdReasons.length > 0) marks.push(mark('bad', texts.standing.held(sentences(holdReasons))));
	else if (latest === null && !isPinned) marks.push(mark('warn', texts.standing.noApproved));
	if (latest !== null && value.version_id !== null && latest !== value.version_id)
		marks.push({
			tone: 'info',
			text: isPinned ? texts.standing.newerPinned(number) : texts.standing.newer(number),
			canUpdate: true,
		});
	const { status, expires } = state.item?.rights ?? {};
	if (holdReasons.length === 0 && status === 'expiring' && expires)
		marks.push(mark('warn', texts.standing.expiring(formatDate(expires))));
	return marks;
}

const mark = (tone: Tone, text: string): Mark => ({ tone, text, canUpdate: false });

/** What the state is asked by: the asset, with the version where it is pinned. */
export function stateKey({ id, version_policy, version_id }: PickedMedia): string {
	return version_policy === 'pinned' && version_id !== null ? `${id}:${version_id}` : id;
}

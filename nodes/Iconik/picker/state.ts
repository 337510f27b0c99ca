import { sideBySide } from '../../../lib/batches';
import type { PickedState, StateAnswer } from '../../../lib/pickerProtocol';
import { selectVersion } from '../media/selectVersion';
import { toItem } from './item';
import { versionPoster } from './posters';
import type { Wanted } from './request';
import type { Serving } from './serving';
import { indexDocuments, readStanding, type Standing } from './standing';

/** Assets in work at one time; the budget of calls is shared with everybody who searches. */
const WIDTH = 10;

/** How media that was picked earlier stands now. */
export async function state(serving: Serving, wanted: Wanted[]): Promise<StateAnswer> {
	const documents = indexDocuments(
		serving,
		wanted.map(({ id }) => id),
	);
	const outcomes = await sideBySide(wanted, WIDTH, async (one) =>
		stateOf(serving, one, await readStanding(serving, one, documents)),
	);
	return {
		items: outcomes.map((outcome) => {
			if (outcome.ok) return outcome.value;
			throw outcome.error as Error;
		}),
	};
}

/** Of what has lost its approval only the reason is told, where the scope is approved media: its name and picture are not. */
async function stateOf(
	serving: Serving,
	{ id, versionId }: Wanted,
	standing: Standing | undefined,
): Promise<PickedState> {
	const gone = {
		id,
		isGone: true,
		holdReasons: [],
		latestApprovedVersionId: null,
		latestApprovedVersionNumber: null,
		item: null,
	};
	if (!standing) return gone;
	const { asset, document, selected, rights, holdReasons, isUnapproved } = standing;
	const isVersionGone = versionId !== undefined && !selected.version;
	const latest =
		versionId === undefined
			? selected
			: await selectVersion(serving.iconik, asset, { kind: 'latestApproved' });
	return {
		...gone,
		isGone: isVersionGone,
		holdReasons: isVersionGone ? [] : holdReasons,
		latestApprovedVersionId: latest.version?.id ?? null,
		latestApprovedVersionNumber: latest.version?.version_number ?? null,
		item: isUnapproved
			? null
			: toItem({
					asset,
					document,
					selected,
					rights,
					posterUrl: await versionPoster(serving.iconik, asset, document, selected),
					captions: null,
					wantsApproved: versionId === undefined,
				}),
	};
}

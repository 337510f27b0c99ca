import type { IDataObject } from 'n8n-workflow';
import { sideBySide } from '../../../lib/batches';
import type { MediaPick, SelectAnswer, SelectRequest } from '../../../lib/pickerProtocol';
import type { Serving } from './serving';
import { indexDocuments, readStanding, type Standing } from './standing';

const WIDTH = 10;

/** What a selection comes to: items for the workflow, or the answer that says what must be left out first. */
export type Selection = { items: IDataObject[] } | { refused: SelectAnswer };

/**
 * Looks at every pick as it is now: it may have been deleted, blocked or taken back since the page showed it. When one may not be used,
 * nothing starts and each of those is named with its reason; the page asks again with the rest, so a workflow never meets one.
 */
export async function select(serving: Serving, request: SelectRequest): Promise<Selection> {
	const documents = indexDocuments(
		serving,
		request.picks.map(({ id }) => id),
	);
	const outcomes = await sideBySide(
		request.picks,
		WIDTH,
		async (pick) =>
			await readStanding(
				serving,
				{ id: pick.id, versionId: pick.pinnedVersionId ?? undefined },
				documents,
			),
	);
	const judged = request.picks.map((pick, n) => {
		const outcome = outcomes[n];
		if (!outcome?.ok) throw outcome?.error as Error;
		return { pick, standing: outcome.value, reason: reasonAgainst(serving, outcome.value) };
	});
	const refused = judged.flatMap(({ pick, reason }) =>
		reason === undefined ? [] : [{ id: pick.id, reason }],
	);
	if (refused.length > 0) return { refused: { values: [], refused } };
	return { items: judged.map(({ pick, standing }) => toWorkflow(pick, standing, request)) };
}

function reasonAgainst({ setUp }: Serving, standing: Standing | undefined): string | undefined {
	if (!standing) return 'It is no longer in the part of iconik that you can pick from.';
	const { holdReasons, isUnapproved } = standing;
	if (!isUnapproved && (setUp.scope.notUsable === 'warn' || holdReasons.length === 0))
		return undefined;
	const reasons = holdReasons.length > 0 ? holdReasons : ['It is not approved'];
	return `${reasons.join('. ')}.`;
}

function toWorkflow(
	pick: MediaPick,
	standing: Standing | undefined,
	{ entry }: SelectRequest,
): IDataObject {
	return {
		asset_id: pick.id,
		title: standing?.asset.title ?? '',
		version_policy: pick.pinnedVersionId === null ? 'latestApproved' : 'pinned',
		pinned_version_id: pick.pinnedVersionId,
		// Empty unless the node lets pass with a warning what should not be used.
		hold_reasons: standing?.holdReasons ?? [],
		entry: {
			content_type: entry.contentType,
			uid: entry.uid,
			locale: entry.locale,
			field: entry.field,
		},
	};
}

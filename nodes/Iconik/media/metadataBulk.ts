import type { IDataObject } from 'n8n-workflow';
import type { IconikClient } from '../transport/client';
import { hasStatus } from '../transport/errors';
import type { FieldValues, Mode } from './metadataInput';
import { toMetadataValues } from './metadataWrite';

/** As many objects as iconik's bulk calls take. */
const PER_CALL = 500;

export interface BulkEntry {
	/** Place of the item. */
	item: number;
	assetId: string;
	viewId: string;
	values: FieldValues;
	mode: Mode;
}

/** What one call came to: the job in which iconik writes, where it names one, or why the call was refused. */
export type BulkResult = { entries: BulkEntry[] } & ({ jobId: string | null } | { error: unknown });

/**
 * Entries in as few calls as they fit in: each for one view, and for an asset only once, so that of several entries for it the later
 * ones surely come after the earlier.
 */
export function toBulks(entries: readonly BulkEntry[]): BulkEntry[][] {
	const bulks: BulkEntry[][] = [];
	const open = new Map<string, { bulk: BulkEntry[]; ids: Set<string> }>();
	for (const entry of entries) {
		let current = open.get(entry.viewId);
		if (!current || current.ids.size >= PER_CALL || current.ids.has(entry.assetId)) {
			current = { bulk: [], ids: new Set() };
			bulks.push(current.bulk);
			open.set(entry.viewId, current);
		}
		current.bulk.push(entry);
		current.ids.add(entry.assetId);
	}
	return bulks;
}

/** Sends one bulk. When iconik refuses it for a value in it, the halves are tried, so that the others get through. */
export async function sendBulk(iconik: IconikClient, entries: BulkEntry[]): Promise<BulkResult[]> {
	try {
		return [{ entries, jobId: await send(iconik, entries) }];
	} catch (error) {
		if (entries.length === 1 || !hasStatus(error, 400)) return [{ entries, error }];
		const middle = Math.ceil(entries.length / 2);
		const halves = [entries.slice(0, middle), entries.slice(middle)];
		const results = [];
		for (const half of halves) results.push(...(await sendBulk(iconik, half)));
		return results;
	}
}

async function send(iconik: IconikClient, entries: BulkEntry[]): Promise<string | null> {
	const bodies = entries.map(({ values, mode }) => toMetadataValues(values, mode));
	const object_ids = entries.map(({ assetId }) => assetId);
	const [first = {}] = bodies;
	const isSame = bodies.every((body) => JSON.stringify(body) === JSON.stringify(first));
	const path =
		`/API/metadata/v1/assets/views/${encodeURIComponent(entries[0]?.viewId ?? '')}/` as const;
	const mapping = entries.map(({ assetId }, n) => ({ id: assetId, metadata_values: bodies[n] }));
	const answer = await iconik.request<{ job_id?: string | null } | '' | undefined>(
		isSame
			? { method: 'PUT', path, body: { object_ids, metadata_values: first } }
			: {
					method: 'POST',
					path,
					body: { object_ids, metadata_values_object_id_mapping: mapping as IDataObject[] },
					// Writing the same values again does no harm; appended values are already there.
					repeatable: true,
				},
	);
	return (answer && answer.job_id) || null;
}

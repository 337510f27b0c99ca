import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { sideBySide, type Outcome } from '../../../../lib/batches';
import { readAsset } from '../../media/asset';
import { sendBulk, toBulks, type BulkEntry, type BulkResult } from '../../media/metadataBulk';
import { readDocuments } from '../../media/searchDocuments';
import { waitForJob } from '../../media/waitForJob';
import type { IconikClient } from '../../transport/client';
import { assetIdOf } from '../assetLocator';
import type { ItemsOperation, Output } from '../operation';
import { valueFields, viewField, wantedValues } from './valueFields';

const show = { resource: ['metadata'], operation: ['updateMany'] };
const WIDTH = 20;

export const description: INodeProperties[] = [
	viewField(show),
	...valueFields(show),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show },
		options: [
			{
				displayName: 'Longest Wait in Seconds',
				name: 'timeoutSeconds',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 300,
				description: 'How long to wait for each job of iconik',
			},
			{
				displayName: 'Wait Until Written',
				name: 'wait',
				type: 'boolean',
				default: true,
				description: 'Whether to wait for the jobs in which iconik writes the values',
			},
		],
	},
];

interface Options {
	timeoutSeconds?: number;
	wait?: boolean;
}

/** All items of a view go out in calls for up to 500 assets each; one call after the other, so the order of the items holds. */
export const execute: ItemsOperation = async function (iconik, count) {
	const indexes = Array.from({ length: count }, (_, index) => index);
	const prepared = await sideBySide(indexes, WIDTH, async (index): Promise<BulkEntry> => {
		const assetId = assetIdOf.call(this, index);
		const { view, values, mode } = await wantedValues.call(this, iconik, index);
		return { item: index, assetId, viewId: view.id, values, mode };
	});
	const entries = prepared.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
	const missing = await missingAssets(iconik, entries);
	const outcomes: Array<Outcome<Output>> = prepared.map((outcome) => {
		if (!outcome.ok) return outcome;
		return { ok: false, error: missing.get(outcome.value.assetId) };
	});
	const there = entries.filter(({ assetId }) => !missing.has(assetId));
	const options = this.getNodeParameter('options', 0, {}) as Options;
	for (const bulk of toBulks(there))
		for (const result of await sendBulk(iconik, bulk)) {
			const outcome = await outcomeOf.call(this, iconik, result, options);
			for (const entry of result.entries)
				outcomes[entry.item] = outcome.ok
					? { ok: true, value: { ...written(entry), ...outcome.value } }
					: outcome;
		}
	return outcomes;
};

const written = ({ assetId, viewId, values }: BulkEntry): IDataObject => ({
	asset_id: assetId,
	view_id: viewId,
	fields: Object.keys(values),
});

/**
 * iconik takes IDs of assets that do not exist, so they are looked for first: all with one search, and those that the search does not
 * know yet by their ID.
 */
async function missingAssets(
	iconik: IconikClient,
	entries: readonly BulkEntry[],
): Promise<Map<string, unknown>> {
	const ids = [...new Set(entries.map(({ assetId }) => assetId))];
	const known = await readDocuments(iconik, ids, []);
	const unknown = ids.filter((id) => !known.has(id));
	const reads = await sideBySide(unknown, WIDTH, async (id) => await readAsset(iconik, id));
	return new Map(
		unknown.flatMap((id, n) => {
			const read = reads[n];
			return read && !read.ok ? [[id, read.error] as const] : [];
		}),
	);
}

async function outcomeOf(
	this: IExecuteFunctions,
	iconik: IconikClient,
	result: BulkResult,
	{ timeoutSeconds = 300, wait = true }: Options,
): Promise<Outcome<IDataObject>> {
	if ('error' in result) return { ok: false, error: result.error };
	const { jobId } = result;
	if (!jobId || !wait) return { ok: true, value: { job_id: jobId, job_status: 'SCHEDULED' } };
	try {
		const job = await waitForJob(iconik, this.getNode(), jobId, timeoutSeconds * 1000);
		return { ok: true, value: { job_id: jobId, job_status: job.status ?? null } };
	} catch (failure) {
		return { ok: false, error: failure };
	}
}

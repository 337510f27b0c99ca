import {
	NodeOperationError,
	sleep,
	type IDataObject,
	type IExecuteFunctions,
	type INodeProperties,
} from 'n8n-workflow';
import { batches, sideBySide, type Outcome } from '../../../../lib/batches';
import {
	COMPARED_FIELDS,
	differencesOf,
	type Comparing,
	type KnownMedia,
} from '../../media/knownMedia';
import { fieldsOfView, readView } from '../../media/metadataModel';
import { readDocuments } from '../../media/searchDocuments';
import type { IconikClient } from '../../transport/client';
import { givenText } from '../given';
import type { ItemsOperation } from '../operation';
import { rightsFieldsOf } from './mediaPackage.choices';

const show = { resource: ['asset'], operation: ['compare'] };

/** Only assets with a newer version that waits need calls of their own. */
const WIDTH = 20;
/** Items whose expressions are worked out in one go. */
const AT_A_STRETCH = 100;

export const description: INodeProperties[] = [
	{
		displayName: 'Asset ID',
		name: 'comparedAssetId',
		type: 'string',
		default: '={{ $json.iconik_asset_id }}',
		required: true,
		description: 'Items without one are passed over',
		displayOptions: { show },
	},
	{
		displayName: 'Known Version ID',
		name: 'knownVersionId',
		type: 'string',
		default: '={{ $json.iconik_version_id }}',
		description: 'The version that is shown elsewhere',
		displayOptions: { show },
	},
	{
		displayName: 'Counts as Usable',
		name: 'isUsable',
		type: 'boolean',
		default: true,
		description:
			'Whether the asset is shown elsewhere as approved, not blocked and with rights. What has become usable, or is not any more, differs.',
		displayOptions: { show },
	},
	{
		displayName: 'Known Facts',
		name: 'knownFacts',
		type: 'json',
		typeOptions: { rows: 6 },
		default: '{}',
		placeholder: 'e.g. {{ ({ title: $json.title }) }}',
		description:
			'What is said of the asset elsewhere, in the words of the media package: title, description, media_type, duration_milliseconds, rights, metadata. Only what is named is compared.',
		displayOptions: { show },
	},
	{
		displayName: 'Description Field',
		name: 'comparedDescriptionField',
		type: 'string',
		default: 'Description',
		description: 'The metadata field of the chosen views that describes the media',
		displayOptions: { show },
	},
];

/**
 * Compares what is known of assets elsewhere with iconik's search index: one search for 500 of them, instead of six reads for each. What
 * is compared, and with which views, is read of the first item. An item that agrees with iconik gives nothing.
 */
export const execute: ItemsOperation = async function (iconik, count) {
	const indexes = Array.from({ length: count }, (_, index) => index);
	const readings: Array<Outcome<KnownMedia>> = [];
	for (const batch of batches(indexes, AT_A_STRETCH)) {
		readings.push(...(await sideBySide(batch, 1, async (index) => known.call(this, index))));
		// Thousands of expressions take seconds, and n8n has other things to do.
		await sleep(0);
	}
	const comparing = await comparingOf.call(this, iconik);
	const ids = readings.flatMap((one) => (one.ok && one.value.assetId ? [one.value.assetId] : []));
	const documents = await readDocuments(iconik, ids, COMPARED_FIELDS);
	return await sideBySide(readings, WIDTH, async (reading): Promise<IDataObject[]> => {
		if (!reading.ok) return await Promise.reject(reading.error);
		const { assetId } = reading.value;
		if (assetId === '') return [];
		const document = documents.get(assetId);
		const found = await differencesOf(iconik, reading.value, document, comparing);
		return found.differences.length > 0 ? [{ asset_id: assetId, ...found }] : [];
	});
};

function known(this: IExecuteFunctions, index: number): KnownMedia {
	return {
		assetId: givenText.call(this, 'comparedAssetId', index),
		versionId: givenText.call(this, 'knownVersionId', index),
		isUsable: this.getNodeParameter('isUsable', index, true) === true,
		facts: factsIn.call(this, index),
	};
}

function factsIn(this: IExecuteFunctions, index: number): Record<string, unknown> {
	const given: unknown = this.getNodeParameter('knownFacts', index, {});
	const facts = typeof given === 'string' ? parsed(given || '{}') : given;
	if (typeof facts === 'object' && facts !== null && !Array.isArray(facts))
		return facts as Record<string, unknown>;
	throw new NodeOperationError(this.getNode(), 'Known Facts are not a JSON object', {
		itemIndex: index,
		description: 'They are an object such as {"title": "Harbour at dawn"}.',
	});
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

async function comparingOf(this: IExecuteFunctions, iconik: IconikClient): Promise<Comparing> {
	const read = <T>(name: string, fallback: T) => this.getNodeParameter(name, 0, fallback) as T;
	const node = this.getNode();
	const views = await Promise.all(
		read<string[]>('metadataViews', []).map(async (view) => await readView(iconik, node, view)),
	);
	const chosen = read<string[]>('metadataFields', []);
	const names = views.flatMap((view) => fieldsOfView(view).map(({ name }) => name));
	return {
		descriptionField: givenText.call(this, 'comparedDescriptionField', 0),
		metadataFields:
			views.length === 0 ? undefined : chosen.length > 0 ? chosen : [...new Set(names)],
		...(read('rightsView', '') !== '' && {
			rights: {
				fields: rightsFieldsOf(read),
				expiringWithinDays: Number(read('expiringWithinDays', 30)),
			},
		}),
		now: Date.now(),
	};
}

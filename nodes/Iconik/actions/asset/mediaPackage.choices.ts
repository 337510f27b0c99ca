import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import type { PackageChoices } from '../../media/choices';
import type { DeliveryChoice } from '../../media/delivery';
import type { RightsFields } from '../../media/rights';
import type { VersionPolicy } from '../../media/selectVersion';
import { viewId } from '../../media/settings';
import type { IconikClient } from '../../transport/client';
import { assetIdOf } from '../assetLocator';
import { listOf } from '../given';

interface Options {
	descriptionField?: string;
	makeMissingLinks?: boolean;
	onDeletedAsset?: 'returnPackage' | 'error';
	shareDays?: number;
	shareRenewDays?: number;
}

/** The parameters of one item. Views that are given by name become IDs; iconik is asked for its views once for all items. */
export async function readChoices(
	this: IExecuteFunctions,
	iconik: IconikClient,
	index: number,
): Promise<PackageChoices> {
	const read = <T>(name: string, fallback: T): T =>
		this.getNodeParameter(name, index, fallback) as T;
	const view = async (given: string) => await viewId(iconik, this.getNode(), given.trim());
	const options = read<Options>('options', {});
	const rightsView = await view(read('rightsView', ''));
	return {
		assetId: assetIdOf.call(this, index),
		version: versionPolicy.call(this, index),
		viewIds: await Promise.all(read<string[]>('metadataViews', []).map(view)),
		fields: read<string[]>('metadataFields', []),
		descriptionField: options.descriptionField ?? 'Description',
		rights: rightsView
			? {
					viewId: rightsView,
					fields: rightsFieldsOf(read),
					expiringWithinDays: Number(read('expiringWithinDays', 30)),
				}
			: undefined,
		delivery: await deliveryChoice(read, view),
		preview: read<PackageChoices['preview']>('previewStrategy', 'share'),
		shareTerms: {
			days: Number(options.shareDays ?? 90),
			renewDays: Number(options.shareRenewDays ?? 7),
		},
		makesLinks: options.makeMissingLinks !== false,
		captions: read<PackageChoices['captions']>('captions', 'list'),
		languages: listOf(read('captionLanguages', '')),
		poster: read('poster', true),
		deletedIsPackage: options.onDeletedAsset !== 'error',
	};
}

/** The names of the metadata fields that hold the rights. */
export function rightsFieldsOf(read: (name: string, fallback: string) => string): RightsFields {
	return {
		starts: read('rightsStartField', 'RightsStart'),
		expires: read('rightsExpiryField', 'RightsExpiry'),
		holder: read('rightsHolderField', 'RightsHolder'),
		territories: read('rightsTerritoriesField', 'Territories'),
		notes: read('rightsNotesField', 'UsageNotes'),
	};
}

function versionPolicy(this: IExecuteFunctions, index: number): VersionPolicy {
	const kind = this.getNodeParameter('versionPolicy', index, 'latestApproved');
	if (kind !== 'specific') return { kind: kind === 'latest' ? 'latest' : 'latestApproved' };
	const versionId = String(this.getNodeParameter('versionId', index, '')).trim();
	if (versionId !== '') return { kind, versionId };
	throw new NodeOperationError(this.getNode(), 'The version ID is missing', {
		itemIndex: index,
		description: 'Enter it, or choose another version policy.',
	});
}

async function deliveryChoice(
	read: <T>(name: string, fallback: T) => T,
	view: (given: string) => Promise<string>,
): Promise<DeliveryChoice> {
	const strategy = read<DeliveryChoice['strategy']>('deliveryStrategy', 'none');
	if (strategy === 'cdn')
		return {
			strategy,
			baseUrl: read('cdnBaseUrl', '').trim(),
			location: read('exportLocation', ''),
			template: read('fileTemplate', ''),
		};
	if (strategy === 'metadata') {
		const viewId = await view(read('deliveryView', ''));
		return { strategy, viewId, field: read('deliveryField', '') };
	}
	return { strategy };
}

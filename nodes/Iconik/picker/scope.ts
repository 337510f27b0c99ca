import type { IWebhookFunctions } from 'n8n-workflow';
import type { RightsFields } from '../media/rights';
import { viewId } from '../media/settings';
import type { IconikClient } from '../transport/client';
import { listOf } from '../actions/given';
import { originOf, policySource, STORAGE_HOSTS } from './hosts';

/** What the node's parameters say at this very call, so that a change holds at once, for open sessions, too. */
export interface PickerScope {
	collectionIds: string[];
	withSubcollections: boolean;
	approvedOnly: boolean;
	mediaTypes: string[];
	notUsable: 'forbid' | 'warn';
	/** By name or ID as entered; empty when usage rights are not looked at. */
	rightsView: string;
	rightsFields: RightsFields;
	expiringWithinDays: number;
}

export interface PickerSetUp {
	scope: PickerScope;
	accessName: string;
	/** Origins of the apps that may frame the page. */
	appHosts: string[];
	pictures: 'direct' | 'throughN8n';
	/** Sources for a Content-Security-Policy. */
	storageHosts: string[];
	pageSize: number;
	captionLanguages: string[];
}

interface Options {
	captionLanguages?: string;
	pageSize?: number;
	pictures?: PickerSetUp['pictures'];
	storageHosts?: string;
}

export function readSetUp(context: IWebhookFunctions): PickerSetUp {
	const read = <T>(name: string, fallback: T) =>
		context.getNodeParameter(name, fallback as object) as T;
	const options = read<Options>('options', {});
	const hosts = [...read<string[]>('appHosts', []), ...listOf(read('otherAppHosts', ''))];
	return {
		scope: {
			collectionIds: read<string[]>('collectionIds', []).filter(Boolean),
			withSubcollections: read('withSubcollections', true),
			approvedOnly: read('approvedOnly', true),
			mediaTypes: read<string[]>('mediaTypes', []),
			notUsable: read<PickerScope['notUsable']>('notUsable', 'forbid'),
			rightsView: read('rightsView', '').trim(),
			rightsFields: {
				starts: read('rightsStartField', 'RightsStart'),
				expires: read('rightsExpiryField', 'RightsExpiry'),
				holder: read('rightsHolderField', 'RightsHolder'),
				territories: read('rightsTerritoriesField', 'Territories'),
				notes: read('rightsNotesField', 'UsageNotes'),
			},
			expiringWithinDays: Number(read('expiringWithinDays', 30)),
		},
		accessName: read('accessName', 'contentstack').trim(),
		appHosts: hosts.flatMap((host) => originOf(host) ?? []),
		pictures: options.pictures ?? 'direct',
		storageHosts: listOf(options.storageHosts ?? STORAGE_HOSTS).flatMap(
			(host) => policySource(host) ?? [],
		),
		pageSize: Math.min(Math.max(Math.round(options.pageSize ?? 40), 10), 100),
		captionLanguages: listOf(options.captionLanguages ?? ''),
	};
}

/** The ID of the view that holds the usage rights, `undefined` when they are not looked at. */
export async function rightsViewId(
	context: IWebhookFunctions,
	iconik: IconikClient,
	{ rightsView }: PickerScope,
): Promise<string | undefined> {
	return (await viewId(iconik, context.getNode(), rightsView)) || undefined;
}

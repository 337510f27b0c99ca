import type { INodeProperties } from 'n8n-workflow';
import { assetLocator } from '../assetLocator';
import * as addHistoryEntry from './addHistoryEntry.operation';
import * as compare from './compare.operation';
import * as create from './create.operation';
import * as createOrUpdate from './createOrUpdate.operation';
import * as remove from './delete.operation';
import * as get from './get.operation';
import * as getChangedSince from './getChangedSince.operation';
import * as getHistory from './getHistory.operation';
import * as getAll from './getAll.operation';
import * as getMediaPackage from './getMediaPackage.operation';
import * as restore from './restore.operation';
import * as search from './search.operation';
import * as update from './update.operation';

export {
	addHistoryEntry,
	compare,
	create,
	createOrUpdate,
	get,
	getChangedSince,
	getHistory,
	getAll,
	getMediaPackage,
	remove,
	restore,
	search,
	update,
};

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['asset'] } },
		options: [
			{
				name: 'Add History Entry',
				value: 'addHistoryEntry',
				action: 'Add history entry to asset',
				description: 'Note in the history of an asset what was done with it',
			},
			{
				name: 'Compare',
				value: 'compare',
				action: 'Compare assets with what is known of them',
				description:
					'Find the assets of which another system says something else, many of them with one search',
			},
			{
				name: 'Create',
				value: 'create',
				action: 'Create asset',
				description: 'Make an asset, also a placeholder for media that is wanted',
			},
			{
				name: 'Create or Update',
				value: 'createOrUpdate',
				action: 'Create or update asset',
				description: 'Create a new record, or update the current one if it already exists (upsert)',
			},
			{
				name: 'Delete',
				value: 'delete',
				action: 'Delete asset',
				description:
					'Move an asset to the delete queue, from where it can be restored, or remove it for good',
			},
			{
				name: 'Get',
				value: 'get',
				action: 'Get asset',
				description: 'Get the facts of one asset',
			},
			{
				name: 'Get Changed Since',
				value: 'getChangedSince',
				action: 'Get assets changed since a date or cursor',
				description:
					'Get all assets that changed since a date or since the last run, each once, for catching up',
			},
			{
				name: 'Get History',
				value: 'getHistory',
				action: 'Get history of asset',
				description: 'Get what happened to an asset, the latest first',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many assets',
				description: 'Get a list of assets',
			},
			{
				name: 'Get Media Package',
				value: 'getMediaPackage',
				action: 'Get media package',
				description:
					'Get all that a page needs of an asset at one version: approval, usage rights, metadata, poster, captions, preview and delivery link. Makes a share link or a proxy public where that is chosen and missing.',
			},
			{
				name: 'Restore',
				value: 'restore',
				action: 'Restore asset',
				description: 'Bring a deleted asset back from the delete queue',
			},
			{
				name: 'Search',
				value: 'search',
				action: 'Search assets',
				description: 'Find assets by text, filters and metadata, or count them',
			},
			{
				name: 'Update',
				value: 'update',
				action: 'Update asset',
				description: 'Change the title and settings of an asset',
			},
		],
		default: 'getMediaPackage',
	},
	{
		...assetLocator,
		displayOptions: {
			show: {
				resource: ['asset'],
				operation: [
					'addHistoryEntry',
					'delete',
					'get',
					'getHistory',
					'getMediaPackage',
					'restore',
					'update',
				],
			},
		},
	},
	...addHistoryEntry.description,
	...compare.description,
	...create.description,
	...createOrUpdate.description,
	...remove.description,
	...get.description,
	...getChangedSince.description,
	...getHistory.description,
	...getAll.description,
	...getMediaPackage.description,
	...search.description,
	...update.description,
];

import type { INodeProperties } from 'n8n-workflow';
import * as create from './create.operation';
import * as createOrUpdate from './createOrUpdate.operation';
import * as del from './delete.operation';
import * as get from './get.operation';
import * as getAll from './getAll.operation';
import * as getLanguages from './getLanguages.operation';
import * as getMediaPlacements from './getMediaPlacements.operation';
import * as getReferences from './getReferences.operation';
import * as getVersions from './getVersions.operation';
import * as localize from './localize.operation';
import { contentTypeLocator, entryLocator } from './locators';
import { operationField } from './operationField';
import * as publish from './publish.operation';
import * as setWorkflowStage from './setWorkflowStage.operation';
import * as unlocalize from './unlocalize.operation';
import * as unpublish from './unpublish.operation';
import * as update from './update.operation';

export {
	create,
	createOrUpdate,
	del,
	get,
	getAll,
	getLanguages,
	getMediaPlacements,
	getReferences,
	getVersions,
	localize,
	publish,
	setWorkflowStage,
	unlocalize,
	unpublish,
	update,
};

/** Operations on one entry that is chosen. */
const OF_ONE_ENTRY = [
	'delete',
	'get',
	'getLanguages',
	'getReferences',
	'getVersions',
	'localize',
	'publish',
	'setWorkflowStage',
	'unlocalize',
	'unpublish',
	'update',
];

export const description: INodeProperties[] = [
	operationField,
	contentTypeLocator('entry', [
		...OF_ONE_ENTRY,
		'create',
		'createOrUpdate',
		'getAll',
		'getMediaPlacements',
	]),
	entryLocator(OF_ONE_ENTRY),
	...create.description,
	...createOrUpdate.description,
	...del.description,
	...get.description,
	...getAll.description,
	...getMediaPlacements.description,
	...getReferences.description,
	...getVersions.description,
	...localize.description,
	...publish.description,
	...setWorkflowStage.description,
	...unlocalize.description,
	...unpublish.description,
	...update.description,
];

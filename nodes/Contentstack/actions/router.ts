import {
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type JsonObject,
	NodeApiError,
	NodeOperationError,
} from 'n8n-workflow';
import { openStack } from '../transport/stack';
import * as asset from './asset';
import * as branch from './branch';
import * as bulkOperation from './bulkOperation';
import * as contentModel from './contentModel';
import * as contentType from './contentType';
import * as entry from './entry';
import * as environment from './environment';
import * as extension from './extension';
import * as folder from './folder';
import * as globalField from './globalField';
import * as locale from './locale';
import * as publishedContent from './publishedContent';
import * as release from './release';
import * as taxonomy from './taxonomy';
import * as term from './term';
import * as webhook from './webhook';
import * as workflow from './workflow';
import { each, eachInTurn, NotBegun, type Operation } from './operation';

const operations: Record<string, Operation> = {
	'asset:createOrUpdate': asset.createOrUpdate.execute,
	'asset:delete': each(asset.del.execute),
	'asset:download': each(asset.download.execute),
	'asset:get': each(asset.get.execute),
	'asset:getAll': each(asset.getAll.execute),
	'asset:getReferences': each(asset.getReferences.execute),
	'asset:publish': each(asset.publish.execute),
	'asset:replaceFile': each(asset.replaceFile.execute),
	'asset:unpublish': each(asset.unpublish.execute),
	'asset:update': each(asset.update.execute),
	'asset:upload': each(asset.upload.execute),
	'branch:getAll': each(branch.getAll.execute),
	'bulkOperation:delete': bulkOperation.del.execute,
	'bulkOperation:getJobStatus': each(bulkOperation.getJobStatus.execute),
	'bulkOperation:publish': bulkOperation.publish.execute,
	'bulkOperation:unpublish': bulkOperation.unpublish.execute,
	'contentModel:installIconikMedia': each(contentModel.installIconikMedia.execute),
	'contentType:create': each(contentType.create.execute),
	'contentType:get': each(contentType.get.execute),
	'contentType:getAll': each(contentType.getAll.execute),
	'contentType:update': eachInTurn('contentType', contentType.update.execute),
	'entry:create': each(entry.create.execute),
	'entry:createOrUpdate': entry.createOrUpdate.execute,
	'entry:delete': each(entry.del.execute),
	'entry:get': each(entry.get.execute),
	'entry:getAll': each(entry.getAll.execute),
	'entry:getLanguages': each(entry.getLanguages.execute),
	'entry:getMediaPlacements': entry.getMediaPlacements.execute,
	'entry:getReferences': each(entry.getReferences.execute),
	'entry:getVersions': each(entry.getVersions.execute),
	'entry:localize': eachInTurn('entry', entry.localize.execute),
	'entry:publish': each(entry.publish.execute),
	'entry:setWorkflowStage': eachInTurn('entry', entry.setWorkflowStage.execute),
	'entry:unlocalize': each(entry.unlocalize.execute),
	'entry:unpublish': each(entry.unpublish.execute),
	'entry:update': eachInTurn('entry', entry.update.execute),
	'environment:getAll': each(environment.getAll.execute),
	'extension:delete': each(extension.del.execute),
	'extension:getAll': each(extension.getAll.execute),
	'extension:installIconikPicker': eachInTurn(
		'extensionTitle',
		extension.installIconikPicker.execute,
	),
	'folder:create': each(folder.create.execute),
	'folder:getAll': each(folder.getAll.execute),
	'globalField:create': each(globalField.create.execute),
	'globalField:get': each(globalField.get.execute),
	'globalField:getAll': each(globalField.getAll.execute),
	'globalField:update': eachInTurn('globalField', globalField.update.execute),
	'locale:getAll': each(locale.getAll.execute),
	'publishedContent:getAllEntries': each(publishedContent.getAllEntries.execute),
	'publishedContent:getEntry': each(publishedContent.getEntry.execute),
	'publishedContent:sync': each(publishedContent.sync.execute),
	'release:addItems': release.addItems.execute,
	'release:create': each(release.create.execute),
	'release:delete': each(release.del.execute),
	'release:deploy': each(release.deploy.execute),
	'release:get': each(release.get.execute),
	'release:getAll': each(release.getAll.execute),
	'release:removeItems': release.removeItems.execute,
	'taxonomy:getAll': each(taxonomy.getAll.execute),
	'term:create': each(term.create.execute),
	'term:getAll': each(term.getAll.execute),
	'webhook:enable': each(webhook.enable.execute),
	'webhook:getAll': each(webhook.getAll.execute),
	'webhook:getFailedDeliveries': each(webhook.getFailedDeliveries.execute),
	'webhook:retryDelivery': each(webhook.retryDelivery.execute),
	'workflow:getAll': each(workflow.getAll.execute),
};

/** Hands the items to the chosen operation, and each item's outcome to the output or the error branch. */
export async function router(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const resource = this.getNodeParameter('resource', 0);
	const operation = this.getNodeParameter('operation', 0);
	const run = operations[`${resource}:${operation}`];
	if (!run)
		throw new NodeOperationError(
			this.getNode(),
			`Operation "${operation}" is not available for "${resource}"`,
		);
	const stack = await openStack.call(this);
	const outcomes = await run.call(this, stack, this.getInputData().length);

	if (!this.continueOnFail()) {
		const failed = outcomes.findIndex(({ ok }) => !ok);
		const cause = outcomes.findIndex(
			(outcome) => !outcome.ok && !(outcome.error instanceof NotBegun),
		);
		const index = cause < 0 ? failed : cause;
		const outcome = outcomes[index];
		if (outcome && !outcome.ok) throw ofItem(this, outcome.error, index);
	}
	const output = outcomes.flatMap((outcome, item): INodeExecutionData[] =>
		outcome.ok
			? this.helpers.constructExecutionMetaData(
					this.helpers.returnJsonArray(outcome.value as IDataObject),
					{
						itemData: { item },
					},
				)
			: [{ json: errorJson(outcome.error), pairedItem: { item } }],
	);
	return [output];
}

/** The error with the index of its item. A NodeApiError stays the same object: a new one would lose the HTTP status. */
function ofItem(context: IExecuteFunctions, error: unknown, itemIndex: number): Error {
	if (error instanceof NodeApiError) {
		error.context.itemIndex = itemIndex;
		return new NodeApiError(context.getNode(), error as unknown as JsonObject);
	}
	if (error instanceof NodeOperationError) {
		error.context.itemIndex = itemIndex;
		return error;
	}
	return new NodeOperationError(context.getNode(), error as Error, { itemIndex });
}

/** n8n sends an item to the error branch only when its JSON has no other keys than these. */
function errorJson(error: unknown): IDataObject {
	const { message, description, httpCode, context } = error as {
		message: string;
		description?: string | null;
		httpCode?: string | null;
		context?: { data?: { error_code?: number; errors?: IDataObject }; details?: IDataObject };
	};
	return {
		error: message,
		...(description && { message: description }),
		details: {
			...(httpCode && { http_code: httpCode }),
			...(context?.data?.error_code !== undefined && { error_code: context.data.error_code }),
			...(context?.data?.errors && { errors: context.data.errors }),
			...context?.details,
		},
	};
}

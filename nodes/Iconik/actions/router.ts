import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type JsonObject,
} from 'n8n-workflow';
import { sideBySide, type Outcome } from '../../../lib/batches';
import { connect } from '../transport/client';
import * as asset from './asset';
import * as automation from './automation';
import * as collection from './collection';
import * as customAction from './customAction';
import * as file from './file';
import * as group from './group';
import * as job from './job';
import * as keyframe from './keyframe';
import * as metadata from './metadata';
import * as notification from './notification';
import * as picker from './picker';
import * as placement from './placement';
import * as project from './project';
import * as proxy from './proxy';
import * as review from './review';
import * as relation from './relation';
import * as savedSearch from './savedSearch';
import * as segment from './segment';
import * as share from './share';
import * as subtitle from './subtitle';
import * as version from './version';
import * as user from './user';
import * as webhook from './webhook';
import type { Operation, Output } from './operation';

/** Items in work at one time. iconik takes about 50 calls a second, and one item needs a few calls one after the other. */
const WIDTH = 20;

const operations: Record<string, Operation> = {
	'asset:addHistoryEntry': { each: asset.addHistoryEntry.execute },
	'asset:compare': { together: asset.compare.execute },
	'asset:create': { each: asset.create.execute },
	'asset:createOrUpdate': { each: asset.createOrUpdate.execute },
	'asset:delete': { each: asset.remove.execute },
	'asset:get': { each: asset.get.execute },
	'asset:getChangedSince': { each: asset.getChangedSince.execute },
	'asset:getHistory': { each: asset.getHistory.execute },
	'asset:getAll': { each: asset.getAll.execute },
	'asset:getMediaPackage': { together: asset.getMediaPackage.execute },
	'asset:restore': { each: asset.restore.execute },
	'asset:search': { each: asset.search.execute },
	'asset:update': { each: asset.update.execute },
	'automation:delete': { each: automation.remove.execute },
	'automation:enable': { each: automation.enable.execute },
	'automation:getHealth': { each: automation.getHealth.execute },
	'automation:getAll': { each: automation.getAll.execute },
	'collection:addObjects': { each: collection.addObjects.execute },
	'collection:create': { each: collection.create.execute },
	'collection:createOrUpdate': { each: collection.createOrUpdate.execute },
	'collection:delete': { each: collection.remove.execute },
	'collection:get': { each: collection.get.execute },
	'collection:getContents': { each: collection.getContents.execute },
	'collection:getAll': { each: collection.getAll.execute },
	'collection:grantAccess': { each: collection.grantAccess.execute },
	'collection:removeObjects': { each: collection.removeObjects.execute },
	'collection:update': { each: collection.update.execute },
	'customAction:delete': { each: customAction.remove.execute },
	'customAction:enable': { each: customAction.enable.execute },
	'customAction:getHealth': { each: customAction.getHealth.execute },
	'customAction:getAll': { each: customAction.getAll.execute },
	'file:download': { each: file.download.execute },
	'file:exportToLocation': { each: file.exportToLocation.execute },
	'file:getDownloadUrl': { each: file.getDownloadUrl.execute },
	'file:getAll': { each: file.getAll.execute },
	'group:get': { each: group.get.execute },
	'group:getAll': { each: group.getAll.execute },
	'job:create': { each: job.create.execute },
	'job:finish': { each: job.finish.execute },
	'job:get': { each: job.get.execute },
	'job:getAll': { each: job.getAll.execute },
	'job:updateProgress': { each: job.updateProgress.execute },
	'keyframe:download': { each: keyframe.download.execute },
	'keyframe:getDownloadUrl': { each: keyframe.getDownloadUrl.execute },
	'keyframe:getAll': { each: keyframe.getAll.execute },
	'keyframe:makePrivate': { each: keyframe.makePrivate.execute },
	'keyframe:makePublic': { each: keyframe.makePublic.execute },
	'keyframe:setPoster': { each: keyframe.setPoster.execute },
	'metadata:createView': { each: metadata.createView.execute },
	'metadata:get': { each: metadata.get.execute },
	'metadata:getViews': { each: metadata.getViews.execute },
	'metadata:update': { each: metadata.update.execute },
	'metadata:updateMany': { together: metadata.updateMany.execute },
	'notification:send': { each: notification.send.execute },
	'picker:getAccess': { each: picker.getAccess.execute },
	'placement:clear': { each: placement.clear.execute },
	'placement:get': { each: placement.get.execute },
	'placement:getReport': { each: placement.getReport.execute },
	'placement:getUsage': { each: placement.getUsage.execute },
	'placement:makeReportPage': { together: placement.makeReportPage.execute },
	'placement:record': { each: placement.record.execute },
	'project:create': { each: project.create.execute },
	'project:createOrUpdate': { each: project.createOrUpdate.execute },
	'project:getAll': { each: project.getAll.execute },
	'proxy:download': { each: proxy.download.execute },
	'proxy:getDownloadUrl': { each: proxy.getDownloadUrl.execute },
	'proxy:getAll': { each: proxy.getAll.execute },
	'proxy:makePrivate': { each: proxy.makePrivate.execute },
	'proxy:makePublic': { each: proxy.makePublic.execute },
	'review:approve': { each: review.approve.execute },
	'review:cancel': { each: review.cancel.execute },
	'review:get': { each: review.get.execute },
	'review:getManyVotes': { each: review.getManyVotes.execute },
	'review:reject': { each: review.reject.execute },
	'review:request': { each: review.request.execute },
	'relation:create': { each: relation.create.execute },
	'relation:delete': { each: relation.remove.execute },
	'relation:getAll': { each: relation.getAll.execute },
	'savedSearch:getAll': { each: savedSearch.getAll.execute },
	'savedSearch:run': { each: savedSearch.run.execute },
	'segment:createComment': { each: segment.createComment.execute },
	'segment:createMarker': { each: segment.createMarker.execute },
	'segment:delete': { each: segment.remove.execute },
	'segment:getAll': { each: segment.getAll.execute },
	'share:createLink': { each: share.createLink.execute },
	'share:delete': { each: share.remove.execute },
	'share:getAll': { each: share.getAll.execute },
	'share:update': { each: share.update.execute },
	'subtitle:downloadWebvtt': { each: subtitle.downloadWebvtt.execute },
	'subtitle:getAll': { each: subtitle.getAll.execute },
	'subtitle:upload': { each: subtitle.upload.execute },
	'version:create': { each: version.create.execute },
	'version:getLatestApproved': { each: version.getLatestApproved.execute },
	'version:getAll': { each: version.getAll.execute },
	'version:promote': { each: version.promote.execute },
	'user:get': { each: user.get.execute },
	'user:getAll': { each: user.getAll.execute },
	'webhook:delete': { each: webhook.remove.execute },
	'webhook:enable': { each: webhook.enable.execute },
	'webhook:getHealth': { each: webhook.getHealth.execute },
	'webhook:getAll': { each: webhook.getAll.execute },
};

/** Runs the chosen operation for all items. Output keeps the order of the items, and each names the item that it came from. */
export async function router(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const name = `${this.getNodeParameter('resource', 0)}:${this.getNodeParameter('operation', 0)}`;
	const operation = operations[name];
	if (!operation)
		throw new NodeOperationError(this.getNode(), `The operation "${name}" does not exist`);
	const outcomes = await run.call(this, operation);
	const output = outcomes.flatMap((outcome, item) => {
		if (outcome.ok) {
			// A whole item keeps its binary data here.
			const found = this.helpers.returnJsonArray(outcome.value as IDataObject);
			return this.helpers.constructExecutionMetaData(found, { itemData: { item } });
		}
		if (!this.continueOnFail()) throw withItem.call(this, outcome.error, item);
		return [{ json: errorItem(outcome.error), pairedItem: { item } }];
	});
	return [output];
}

async function run(this: IExecuteFunctions, operation: Operation): Promise<Array<Outcome<Output>>> {
	const iconik = await connect(this);
	const items = this.getInputData();
	if ('together' in operation) return await operation.together.call(this, iconik, items.length);
	return await sideBySide(
		items,
		WIDTH,
		async (_, index) => await operation.each.call(this, iconik, index),
	);
}

/** n8n sends an item to the error branch only when its keys are `error`, `message` and `details`. */
function errorItem(error: unknown): IDataObject {
	const { message, description, httpCode } = error as Partial<NodeApiError>;
	return {
		error: message ?? String(error),
		details: { description: description ?? null, http_code: httpCode ?? null },
	};
}

function withItem(this: IExecuteFunctions, error: unknown, itemIndex: number): Error {
	if (error instanceof NodeApiError || error instanceof NodeOperationError) {
		error.context.itemIndex = itemIndex;
		// The same instance comes back: a new one would lose the status code.
		return error instanceof NodeApiError
			? new NodeApiError(this.getNode(), error as unknown as JsonObject)
			: new NodeOperationError(this.getNode(), error, { itemIndex });
	}
	return new NodeOperationError(this.getNode(), error as Error, { itemIndex });
}

import { type IDataObject, type IExecuteFunctions, NodeOperationError } from 'n8n-workflow';
import type { Outcome } from '../../../../lib/batches';
import { groupsOf } from '../../../../lib/groups';
import { JOB_API_VERSION } from '../../bulk/job';
import { type ContentItem, itemKey } from '../../content/contentItem';
import type { Stack } from '../../transport/stack';
import { readContentItem } from '../contentItemFields';
import { inBatches } from '../inBatches';
import { readTasks, type Result } from '../operation';
import { OWN_LOCALES, type PublishTargets, readPublishTargets } from '../publishTargets';
import { MOST_PUBLISHED, sizeOf } from './bulkFields';
import { waitForJobs } from './waitForJobs';

/** "Bulk publish": no more environments and no more languages with one call. */
const MOST_PLACES = 10;

interface Task {
	index: number;
	item: ContentItem;
	version?: number;
	targets: PublishTargets;
	checksStage: boolean;
}

/** Publishes or takes down what all items name: those that go to the same places go together. One outcome an item. */
export async function publishTogether(
	context: IExecuteFunctions,
	stack: Stack,
	itemCount: number,
	action: 'publish' | 'unpublish',
): Promise<Array<Outcome<Result>>> {
	const { tasks, outcomes } = await readTasks(context, itemCount, async (index) => {
		return await readTask(context, stack, index);
	});
	const size = sizeOf(context, MOST_PUBLISHED);
	const sameCall = groupsOf(tasks, ({ targets, checksStage }) =>
		JSON.stringify([bodyOf(targets), checksStage]),
	);
	for (const group of sameCall) {
		const mayGoOn = await inBatches(context, group, size, outcomes, async (batch) => {
			const job = await send(stack, action, batch);
			return (task) => answer(action, task, job);
		});
		if (!mayGoOn) return outcomes;
	}
	await waitForJobs(
		stack,
		tasks.flatMap(({ index, targets }) => {
			const outcome = outcomes[index];
			return targets.waitUntilDone && outcome?.ok ? [outcome.value as IDataObject] : [];
		}),
	);
	return outcomes;
}

async function readTask(context: IExecuteFunctions, stack: Stack, index: number): Promise<Task> {
	const item = await readContentItem(context, stack, index);
	const targets = await readPublishTargets(context, stack, index, OWN_LOCALES);
	const { environments, locales } = targets;
	if (environments.length > MOST_PLACES || locales.length > MOST_PLACES)
		throw new NodeOperationError(
			context.getNode(),
			`A bulk call goes to ${MOST_PLACES} environments and ${MOST_PLACES} languages at most`,
			{ itemIndex: index, description: 'Choose fewer, and let another node do the rest.' },
		);
	const version = Number(context.getNodeParameter('version', index, 0)) || undefined;
	return {
		index,
		item,
		...(version !== undefined && { version }),
		targets: { ...targets, locales: locales.length > 0 ? locales : [item.locale] },
		checksStage: context.getNodeParameter('checkWorkflowStage', index, true) as boolean,
	};
}

function bodyOf({ environments, locales, scheduledAt }: PublishTargets): IDataObject {
	return {
		environments: environments.map(({ name }) => name),
		locales,
		...(scheduledAt !== undefined && { scheduled_at: scheduledAt }),
	};
}

async function send(
	stack: Stack,
	action: 'publish' | 'unpublish',
	batch: Task[],
): Promise<string | null> {
	const [{ targets, checksStage }] = batch as [Task];
	const distinct = groupsOf(batch, ({ item, version }) => `${itemKey(item)}\n${version ?? ''}`);
	const records = distinct.map(([task]) => recordOf(task as Task));
	const { job_id } = await stack.request<{ job_id?: string }>({
		method: 'POST',
		path: `/bulk/${action}`,
		apiVersion: JOB_API_VERSION,
		...(!checksStage && { qs: { skip_workflow_stage_check: true, approvals: true } }),
		body: {
			entries: records.filter((record) => 'content_type' in record),
			assets: records.filter((record) => !('content_type' in record)),
			...bodyOf(targets),
		},
		repeatable: true,
	});
	return job_id ?? null;
}

function recordOf({ item: { contentType, uid, locale }, version }: Task): IDataObject {
	if (contentType === undefined) return { uid };
	return { uid, content_type: contentType, locale, ...(version !== undefined && { version }) };
}

function answer(action: string, { item, version, targets }: Task, job: string | null): IDataObject {
	return {
		result: 'queued',
		action,
		uid: item.uid,
		content_type: item.contentType ?? null,
		locale: item.locale,
		version: version ?? null,
		environments: targets.environments.map(({ name }) => name),
		locales: targets.locales,
		scheduled_at: targets.scheduledAt ?? null,
		job_id: job,
	};
}

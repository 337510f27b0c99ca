import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Outcome } from '../../../../lib/batches';
import { groupsOf } from '../../../../lib/groups';
import { JOB_API_VERSION } from '../../bulk/job';
import { itemKey } from '../../content/contentItem';
import { targetAnswer } from '../../entries/publishPlan';
import type { Stack } from '../../transport/stack';
import { inBatches } from '../inBatches';
import { readTasks, type Result } from '../operation';
import type { PublishTargets } from '../publishTargets';
import { MOST_PUBLISHED, sizeOf } from './bulkFields';
import { readTask, type Task } from './bulkTask';
import { type Checked, checkTogether } from './publishCheck';
import { waitForJobs } from './waitForJobs';

/**
 * Publishes or takes down what all items name: those that go to the same places go together. What may not go live, or is live, or is
 * only to be checked, is answered without a call. One outcome an item.
 */
export async function publishTogether(
	context: IExecuteFunctions,
	stack: Stack,
	itemCount: number,
	action: 'publish' | 'unpublish',
): Promise<Array<Outcome<Result>>> {
	const { tasks, outcomes } = await readTasks(context, itemCount, async (index) => {
		return await readTask(context, stack, index, action);
	});
	const due = await dueOf(context, stack, tasks, outcomes);
	if (due === undefined) return outcomes;
	const size = sizeOf(context, MOST_PUBLISHED);
	const sameCall = groupsOf(due, ({ targets, checksStage }) =>
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
		due.flatMap(({ index, targets }) => {
			const outcome = outcomes[index];
			return targets.waitUntilDone && outcome?.ok ? [outcome.value as IDataObject] : [];
		}),
	);
	return outcomes;
}

/** A task, and what was found where it was looked at first. */
type DueTask = Task & { checked?: Checked };

/**
 * The tasks that need a call. The others get their outcome here.
 * @returns `undefined` when a check failed and the node stops on errors
 */
async function dueOf(
	context: IExecuteFunctions,
	stack: Stack,
	tasks: Task[],
	outcomes: Array<Outcome<Result>>,
): Promise<DueTask[] | undefined> {
	const toCheck = tasks.filter(({ checksDrafts }) => checksDrafts);
	const found = await checkTogether(context, stack, toCheck);
	const checks = new Map(toCheck.map((task, at) => [task, found[at]]));
	const due: DueTask[] = [];
	for (const task of tasks) {
		const outcome = checks.get(task);
		if (outcome && !outcome.ok) outcomes[task.index] = outcome;
		else if (outcome && (task.onlyCheck || outcome.value.result !== 'publish'))
			outcomes[task.index] = { ok: true, value: unqueued(task, outcome.value) };
		else due.push(outcome ? withCheck(task, outcome.value) : task);
	}
	return found.every(({ ok }) => ok) || context.continueOnFail() ? due : undefined;
}

/** The task for the places that are due, in exactly the version that was looked at. */
function withCheck(task: Task, checked: Checked): DueTask {
	const places = checked.targets.filter(({ kind }) => kind === 'publish');
	const { environments, locales } = task.targets;
	return {
		...task,
		...(checked.version !== undefined && { version: checked.version }),
		targets: {
			...task.targets,
			environments: environments.filter(({ uid }) =>
				places.some(({ environment }) => environment.uid === uid),
			),
			locales: locales.filter((locale) => places.some((place) => place.locale === locale)),
		},
		checked,
	};
}

function unqueued({ item, version, targets }: Task, { result, targets: places }: Checked) {
	return {
		result: result === 'publish' ? 'would_publish' : result,
		action: 'publish',
		uid: item.uid || null,
		content_type: item.contentType ?? null,
		locale: item.locale,
		version: places[0]?.version ?? version ?? null,
		environments: targets.environments.map(({ name }) => name),
		locales: targets.locales,
		targets: places.map((place) => targetAnswer(place, 'would_publish')),
		scheduled_at: targets.scheduledAt ?? null,
		job_id: null,
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
	batch: DueTask[],
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

function answer(
	action: string,
	{ item, version, targets, checked }: DueTask,
	job: string | null,
): IDataObject {
	return {
		result: 'queued',
		action,
		uid: item.uid,
		content_type: item.contentType ?? null,
		locale: item.locale,
		version: version ?? null,
		environments: targets.environments.map(({ name }) => name),
		locales: targets.locales,
		...(checked && { targets: checked.targets.map((place) => targetAnswer(place, 'queued')) }),
		scheduled_at: targets.scheduledAt ?? null,
		job_id: job,
	};
}

import { ApiError, unprocessable } from '../apiError';
import { workflowOf } from '../publishRules';
import { isRecord, strings } from '../records';
import { notFound, timestamp, type Service } from '../service';
import type { Branch, Credential, Entry, Fields, Workflow, WorkflowStage } from '../state';
import { contentLocale, latest } from './content';

const REFUSED = 'Stage Update Request Failed.';

/** Moves an entry to a stage, or throws as `stageMove` does. */
export function moveToStage(...move: Parameters<typeof stageMove>): void {
	stageMove(...move)();
}

/**
 * Checks a move of an entry to a stage and gives what carries it out. Refusals are HTTP 412 with code 366: the stage belongs to another
 * workflow, the present stage does not lead there, or the stage is open to named people only and a management token calls.
 */
export function stageMove(
	service: Service,
	branch: Branch,
	entry: Entry,
	locale: string,
	sent: Fields,
	caller: Pick<Credential, 'kind' | 'user'>,
): () => void {
	const { stack } = service;
	const code = contentLocale(stack, entry, locale);
	const localized = code === undefined ? undefined : entry.localized.get(code);
	const version = localized && latest(localized);
	if (!localized || !version || code === undefined) throw notFound(service);
	const workflow = workflowOf([...stack.workflows.values()], branch, entry.contentType);
	const stage = workflow?.workflow_stages.find(({ uid }) => uid === sent.uid);
	if (!workflow || !stage) throw refused('workflow_stage', 'is not valid.');
	const present = workflow.workflow_stages.find(({ uid }) => uid === localized.stage?.stage);
	if (present && !leadsTo(present, stage))
		throw refused('workflow_stage', 'cannot be reached from the present stage.');
	if (!isOpenTo(stage, caller)) throw refused('workflow_stage', 'is not open to this user.');
	return () => {
		const details = { ...sent };
		delete details.uid;
		const time = timestamp(service);
		localized.stage = {
			workflow: workflow.uid,
			stage: stage.uid,
			updatedAt: time,
			updatedBy: caller.user,
			details,
		};
		service.events.stageChanged(
			{ branch, entry, locale: code, version },
			{ uid: workflow.uid, name: workflow.name },
			{ uid: stage.uid, name: stage.name },
			caller.user,
			time,
		);
	};
}

/** Checks a workflow as create and update do: two stages at least and a content type, none of which another workflow has. */
export function checkWorkflow(service: Service, workflow: Workflow): void {
	const errors: Record<string, string[]> = {};
	if (typeof workflow.name !== 'string' || workflow.name === '')
		errors.name = ['is a required field.'];
	if (!Array.isArray(workflow.workflow_stages) || workflow.workflow_stages.length < 2)
		errors.workflow_stages = ['must be at least two.'];
	if (strings(workflow.content_types).length === 0) errors.content_types = ['is a required field.'];
	const taken = [...service.stack.workflows.values()]
		.filter(({ uid }) => uid !== workflow.uid)
		.flatMap(({ content_types }) => content_types)
		.filter((uid) => strings(workflow.content_types).includes(uid));
	if (taken.length > 0)
		errors.content_types = [
			`already exists for the following content type(s): ${taken.join(', ')}`,
		];
	if (Object.keys(errors).length > 0) throw unprocessable(365, 'Workflow creation failed.', errors);
}

function leadsTo(from: WorkflowStage, to: WorkflowStage): boolean {
	const next = strings(from.next_available_stages);
	return next.includes('$all') || next.includes(to.uid) || from.uid === to.uid;
}

function isOpenTo(stage: WorkflowStage, caller: Pick<Credential, 'kind' | 'user'>): boolean {
	const users =
		isRecord(stage.SYS_ACL) && isRecord(stage.SYS_ACL.users)
			? strings(stage.SYS_ACL.users.uids)
			: [];
	if (stage.allUsers || users.length === 0 || users.includes('$all')) return true;
	return caller.kind !== 'management' && users.includes(caller.user);
}

function refused(key: string, message: string): ApiError {
	return new ApiError(412, 366, REFUSED, { [key]: [message] });
}

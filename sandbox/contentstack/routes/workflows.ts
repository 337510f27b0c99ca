import type { FastifyInstance } from 'fastify';
import { ApiError } from '../apiError';
import { checkWorkflow } from '../entries/stages';
import { listAnswer } from '../query/page';
import { isRecord, strings } from '../records';
import { timestamp, type Service } from '../service';
import type { Fields, Plain, Workflow, WorkflowStage } from '../state';
import { newUid } from '../uids';
import { partOf } from './body';

interface ByUid {
	Params: { uid: string };
}

/** Workflows and publish rules. */
export function workflowRoutes(app: FastifyInstance, service: Service): void {
	const { workflows, publishRules } = service.stack;

	app.get('/workflows', ({ call }) => listAnswer('workflows', [...workflows.values()], call.query));
	app.get<ByUid>('/workflows/:uid', ({ params }) => ({ workflow: present(workflows, params.uid) }));

	app.post('/workflows', (request, reply) => {
		const workflow = made(service, partOf(request, 'workflow'), newUid());
		workflows.set(workflow.uid, workflow);
		return reply.code(201).send({ notice: 'Workflow created successfully.', workflow });
	});

	app.put<ByUid>('/workflows/:uid', (request) => {
		const before = present(workflows, request.params.uid);
		const workflow = made(service, { ...before, ...partOf(request, 'workflow') }, before.uid);
		workflows.set(workflow.uid, workflow);
		return { notice: 'Workflow updated successfully.', workflow };
	});

	app.delete<ByUid>('/workflows/:uid', ({ params }) => {
		workflows.delete(present(workflows, params.uid).uid);
		return { notice: 'Workflow deleted successfully.' };
	});

	for (const [path, enabled] of [
		['enable', true],
		['disable', false],
	] as const) {
		app.get<ByUid>(`/workflows/:uid/${path}`, ({ params }) => {
			present(workflows, params.uid).enabled = enabled;
			return { notice: `Workflow ${path}d successfully.` };
		});
	}

	app.get('/workflows/publishing_rules', ({ call }) =>
		listAnswer('publishing_rules', [...publishRules.values()], call.query),
	);
	app.get<ByUid>('/workflows/publishing_rules/:uid', ({ params }) => ({
		publishing_rule: present(publishRules, params.uid),
	}));

	app.post('/workflows/publishing_rules', (request, reply) => {
		const rule: Plain = {
			...partOf(request, 'publishing_rule'),
			uid: newUid(),
			created_at: timestamp(service),
		};
		publishRules.set(rule.uid, rule);
		return reply
			.code(201)
			.send({ notice: 'Publish rule created successfully.', publishing_rule: rule });
	});

	app.put<ByUid>('/workflows/publishing_rules/:uid', (request) => {
		const before = present(publishRules, request.params.uid);
		const rule = { ...before, ...partOf(request, 'publishing_rule'), uid: before.uid };
		publishRules.set(rule.uid, rule);
		return { notice: 'Publish rule updated successfully.', publishing_rule: rule };
	});

	app.delete<ByUid>('/workflows/publishing_rules/:uid', ({ params }) => {
		publishRules.delete(present(publishRules, params.uid).uid);
		return { notice: 'Publish rule deleted successfully.' };
	});

	app.get<ByUid>('/workflows/content_type/:uid', ({ call, params }) => {
		const wanted = {
			action: call.query.one('action'),
			locale: call.query.one('locale'),
			environment: call.query.one('environment'),
		};
		const rules = [...publishRules.values()].filter(
			(rule) =>
				[params.uid, '$all'].some((uid) => strings(rule.content_types).includes(uid)) &&
				(wanted.action === undefined || strings(rule.actions).includes(wanted.action)) &&
				(wanted.locale === undefined || strings(rule.locales).includes(wanted.locale)) &&
				(wanted.environment === undefined || rule.environment === wanted.environment),
		);
		return { publishing_rules: rules.map(flatRule) };
	});
}

/** Here locale and action are singular and the approvers one list. */
function flatRule(rule: Plain): Fields {
	const approvers = isRecord(rule.approvers) ? rule.approvers : {};
	return {
		...rule,
		locale: strings(rule.locales)[0],
		action: strings(rule.actions)[0],
		approvers: [...strings(approvers.users), ...strings(approvers.roles)],
	};
}

function present<T>(things: Map<string, T>, uid: string): T {
	const thing = things.get(uid);
	if (!thing)
		throw new ApiError(422, 141, "The requested object doesn't exist.", { uid: ['is not valid.'] });
	return thing;
}

function made(service: Service, sent: Fields, uid: string): Workflow {
	const stages = Array.isArray(sent.workflow_stages)
		? (sent.workflow_stages as Array<Partial<WorkflowStage>>)
		: [];
	const workflow: Workflow = {
		description: '',
		created_at: timestamp(service),
		deleted_at: false,
		...sent,
		uid,
		name: sent.name as string,
		enabled: sent.enabled !== false,
		branches: sent.branches === undefined ? ['main'] : strings(sent.branches),
		content_types: strings(sent.content_types),
		workflow_stages: stages.map((stage) => ({
			entry_lock: '$none',
			next_available_stages: ['$all'],
			allUsers: true,
			allStages: true,
			...stage,
			uid: stage.uid ?? newUid(),
		})) as WorkflowStage[],
	};
	checkWorkflow(service, workflow);
	return workflow;
}

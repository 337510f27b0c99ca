import { type IDataObject, NodeOperationError } from 'n8n-workflow';
import { entryPage, entryPath } from '../../entries/entry';
import { chosen, nameOf, resolveStage, rolesOf, type Stage, usersOf } from '../../entries/stages';
import { isoText } from '../../schema/scalars';
import type { Entry } from '../../entries/entry';
import type { CallFailure } from '../../transport/failure';
import type { Stack } from '../../transport/stack';
import type { ItemOperation } from '../operation';
import { localeOf } from './entryValues';
import { listOf, located } from './locators';

export { description } from './setWorkflowStage.description';

interface Options {
	assignedRoles?: string[];
	assignedUsers?: string[];
	comment?: string;
	dueDate?: unknown;
	notify?: boolean;
}

interface StagedEntry extends Entry {
	_workflow?: { uid?: string; name?: string };
}

/** Moves an entry to a stage of its workflow. Where it is there already and nothing is to be told to anybody, nothing is written. */
export const execute: ItemOperation = async function (stack, index) {
	const contentType = located(this, 'contentType', index);
	const path = entryPath(contentType, located(this, 'entry', index));
	const locale = await localeOf(this, stack, index);
	const qs: IDataObject = locale ? { locale } : {};
	const wanted = String(this.getNodeParameter('stage', index, '') ?? '').trim();
	const stage = await resolveStage(stack, contentType, wanted);
	const options = this.getNodeParameter('options', index, {}) as Options;
	const extras = await extrasOf(stack, options, index);
	const { entry } = await stack.request<{ entry: StagedEntry }>({
		method: 'GET',
		path,
		qs: { ...qs, include_workflow: true },
	});
	const isThere = entry._workflow?.uid === stage.uid && Object.keys(extras).length === 0;
	if (!isThere) await move(stack, path, qs, { uid: stage.uid, ...extras });
	return {
		result: isThere ? 'unchanged' : 'moved',
		uid: entry.uid,
		content_type: contentType,
		locale: entry.locale,
		version: entry._version,
		workflow: stage.workflow,
		stage: named(stage),
		previous_stage: entry._workflow ? named(entry._workflow) : null,
		cms_url: entryPage(stack.connection, contentType, entry),
	};
};

const named = ({ uid, name }: Partial<Stage>) => ({ uid: uid ?? null, name: name ?? null });

async function extrasOf(stack: Stack, options: Options, index: number): Promise<IDataObject> {
	const users = listOf(options.assignedUsers ?? []);
	const roles = listOf(options.assignedRoles ?? []);
	const people = users.length > 0 ? chosen(stack, await usersOf(stack), users, 'user') : [];
	const groups = roles.length > 0 ? chosen(stack, await rolesOf(stack), roles, 'role') : [];
	const dueDate = dueDay(stack, options.dueDate, index);
	return {
		...(options.comment && { comment: options.comment }),
		...(dueDate && { due_date: dueDate }),
		...(options.notify && { notify: true }),
		...(people.length > 0 && {
			assigned_to: people.map((user) => ({
				uid: user.uid,
				name: nameOf(user),
				email: user.email ?? '',
			})),
		}),
		...(groups.length > 0 && {
			assigned_by_roles: groups.map((role) => ({ uid: role.uid, name: nameOf(role) })),
		}),
	};
}

/** The day as the documentation writes due dates: `Thu Dec 01 2026`. */
function dueDay(stack: Stack, value: unknown, index: number): string | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	const day = isoText(value)?.slice(0, 10) ?? '';
	const date = new Date(`${day}T00:00:00Z`);
	if (!Number.isNaN(date.getTime()))
		return date.toUTCString().replace(/^(\w+), (\d+) (\w+) (\d+).*/, '$1 $3 $2 $4');
	throw new NodeOperationError(stack.context.getNode(), 'The due date is not a date', {
		itemIndex: index,
		description: 'Give a day like 2026-12-01.',
	});
}

/** https://www.contentstack.com/docs/developers/apis/content-management-api#set-entry-workflow-stage */
async function move(stack: Stack, path: string, qs: IDataObject, stage: IDataObject) {
	const answer = await stack.attempt({
		method: 'POST',
		path: `${path}/workflow`,
		qs,
		body: { workflow: { workflow_stage: stage } },
		// The same stage twice is the same stage.
		repeatable: true,
	});
	if (answer.ok) return;
	const error = stack.errorFor(answer.failure);
	if (isRefused(answer.failure)) error.description = `${REFUSED_ADVICE} ${error.description}`;
	throw error;
}

const REFUSED_ADVICE =
	"Check in Settings → Workflows that the present stage leads to this one and who may move entries there. A management token may do so only where the stage is open to all users and roles: for others use a user's OAuth2 credential.";

/** 412 is what the bulk form of this call is known to answer with; single ones come as 422 too. */
function isRefused({ status }: CallFailure): boolean {
	return [401, 403, 412, 422].includes(status ?? 0);
}

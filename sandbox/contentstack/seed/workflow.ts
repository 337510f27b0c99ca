import type { Stack, WorkflowStage } from '../state';
import { newUid } from '../uids';

const STAGES = [
	['Draft', '#9e9e9e'],
	['Ready for Media', '#ff9800'],
	['Review', '#2196f3'],
	['Approved', '#4caf50'],
] as const;

/** The editorial workflow of the articles, pages and campaigns on the main branch. */
export function seedWorkflow(stack: Stack): void {
	const uid = newUid();
	stack.workflows.set(uid, {
		uid,
		name: 'Editorial',
		description: 'From the first draft to the release',
		enabled: true,
		branches: ['main'],
		content_types: ['article', 'page', 'campaign'],
		workflow_stages: STAGES.map(([name, color]) => stage(name, color)),
		admin_users: { users: [], roles: [stack.roles[0]?.uid] },
		created_at: stack.createdAt,
		created_by: stack.users[3]?.uid,
		deleted_at: false,
	});
}

function stage(name: string, color: string): WorkflowStage {
	return {
		uid: newUid(),
		name,
		color,
		description: '',
		SYS_ACL: {
			users: { uids: ['$all'], read: true, write: true, transit: true },
			roles: { uids: [], read: true, write: true, transit: true },
			others: { read: true, write: true, transit: false },
		},
		next_available_stages: ['$all'],
		allStages: true,
		allUsers: true,
		specificStages: false,
		specificUsers: false,
		entry_lock: '$none',
	};
}

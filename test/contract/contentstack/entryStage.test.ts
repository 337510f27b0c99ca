import axios from 'axios';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { loadOptionsContext } from '../../support/engine';
import { withContentstack } from '../../support/sandbox';
import { byId, configured, node, run } from './runContentstack';

const service = withContentstack();
beforeEach(async () => await service.clearLog());

interface Workflow {
	uid: string;
	workflow_stages: Array<{ uid: string; name: string } & IDataObject>;
}

const stack = async <T>(method: string, path: string, data?: unknown): Promise<T> => {
	const { baseUrl, apiKey, managementToken } = service.connection;
	const headers = { api_key: apiKey, authorization: managementToken };
	return (await axios<T>({ method, url: `${baseUrl}/v3${path}`, headers, data, proxy: false }))
		.data;
};
const workflow = async () =>
	(await stack<{ workflows: Workflow[] }>('GET', '/workflows')).workflows[0] as Workflow;
const changeStage = async (name: string, change: IDataObject) => {
	const { uid, workflow_stages: stages } = await workflow();
	await stack('PUT', `/workflows/${uid}`, {
		workflow: {
			workflow_stages: stages.map((stage) =>
				stage.name === name ? { ...stage, ...change } : stage,
			),
		},
	});
};
const setStage = (stage: string, more: INodeParameters = {}): INodeParameters => ({
	resource: 'entry',
	operation: 'setWorkflowStage',
	contentType: byId('campaign'),
	entry: byId('={{ $json.uid }}'),
	stage,
	...more,
});
let count = 0;
const made = async () =>
	await service.act<{ uid: string }>('create-entry', {
		contentType: 'campaign',
		fields: { title: `Campaign ${++count}` },
	});

it('an entry is moved once, with the stage that it came from', async () => {
	const { uid } = await made();
	const first = await run(service, setStage('Review'), [{ uid }]);
	expect(first.error).toBeUndefined();
	expect(first.json[0]).toMatchObject({
		result: 'moved',
		uid,
		workflow: 'Editorial',
		stage: { name: 'Review' },
		previous_stage: null,
	});
	const next = await run(service, setStage('Approved'), [{ uid }]);
	expect(next.json[0]).toMatchObject({ result: 'moved', previous_stage: { name: 'Review' } });
	await service.clearLog();
	const again = await run(service, setStage('Approved'), [{ uid }]);
	expect(again.json[0]?.result).toBe('unchanged');
	expect(await service.calls('write')).toEqual([]);
});

it('a comment, a due day, people and roles go with it', async () => {
	const { uid } = await made();
	const { users } = await stack<{ users: Array<{ uid: string; email: string }> }>(
		'GET',
		'/stacks/users',
	);
	const { roles } = await stack<{ roles: Array<{ uid: string; name: string }> }>('GET', '/roles');
	const { error } = await run(
		service,
		setStage('Review', {
			options: {
				comment: 'Please check rights',
				dueDate: '2026-12-01T00:00:00',
				notify: true,
				assignedUsers: [users[0]?.email ?? ''],
				assignedRoles: [roles[0]?.uid ?? ''],
			},
		}),
		[{ uid }],
	);
	expect(error).toBeUndefined();
	const { entry } = await stack<{ entry: IDataObject }>(
		'GET',
		`/content_types/campaign/entries/${uid}?include_workflow=true`,
	);
	expect(entry._workflow).toMatchObject({
		name: 'Review',
		comment: 'Please check rights',
		due_date: 'Tue Dec 01 2026',
		notify: true,
		assigned_to: [{ uid: users[0]?.uid, email: users[0]?.email }],
		assigned_by_roles: [{ uid: roles[0]?.uid, name: roles[0]?.name }],
	});
});

it('a stage that is not open to the token is refused in the words of the service, with what to do', async () => {
	const { uid } = await made();
	const { users } = await stack<{ users: Array<{ uid: string }> }>('GET', '/stacks/users');
	await changeStage('Approved', {
		allUsers: false,
		SYS_ACL: { users: { uids: [users[0]?.uid], read: true, write: true, transit: true } },
	});
	const { error } = await run(service, setStage('Approved'), [{ uid }]);
	await changeStage('Approved', { allUsers: true });
	expect(error?.httpCode).toBe('412');
	expect(error?.message).toContain('Stage Update Request Failed');
	expect(error?.message).toContain('is not open to this user');
	expect(error?.description).toContain("use a user's OAuth2 credential");
	expect(error?.description).toContain('code 366');
});

it('a stage that the present one does not lead to is refused', async () => {
	const { uid } = await made();
	const { workflow_stages: stages } = await workflow();
	await changeStage('Draft', { next_available_stages: [stages[1]?.uid] as never });
	await run(service, setStage('Draft'), [{ uid }]);
	const { error } = await run(service, setStage('Approved'), [{ uid }]);
	await changeStage('Draft', { next_available_stages: ['$all'] });
	expect(error?.message).toContain('cannot be reached from the present stage');
	expect(error?.description).toContain('leads to this one');
});

it.each([
	['Nowhere', 'campaign', 'There are: Draft, Ready for Media, Review, Approved'],
	['Review', 'media', 'No live workflow has this content type'],
])('the stage "%s" for entries of %s is explained', async (stage, type, words) => {
	const { error } = await run(service, setStage(stage, { contentType: byId(type) }), [
		{ uid: 'blt1' },
	]);
	expect(error?.message).toContain(`There is no stage "${stage}" for entries of ${type}`);
	expect(error?.description).toContain(words);
	expect(await service.calls('write')).toEqual([]);
});

it('an unknown user is told with those that there are', async () => {
	const { uid } = await made();
	const { error } = await run(
		service,
		setStage('Review', { options: { assignedUsers: ['nobody@example.com'] } }),
		[{ uid }],
	);
	expect(error?.message).toContain('no user "nobody@example.com"');
});

it('a publish rule that is not met is told in the words of the service', async () => {
	const { uid } = await made();
	await service.act('choose-behaviour', { publishRule: 'last-stage-only' });
	const { error } = await run(
		service,
		{
			...setStage(''),
			operation: 'publish',
			environments: ['production'],
			whenDraftFound: 'publish',
		},
		[{ uid }],
	);
	await service.act('choose-behaviour', { publishRule: 'none' });
	expect(error?.message).toContain('is not in the workflow stage Approved');
	expect(error?.description).toContain('a rule of the workflow may not be met');
});

it('the editor offers the stages of the content type, the users and the roles', async () => {
	const context = (contentType: string) =>
		loadOptionsContext(
			configured(service.credentials, setStage('', { contentType: byId(contentType) })),
		);
	const { getEntryStages, getRoles, getUsers } = node.methods.loadOptions;
	const stages = await getEntryStages.call(context('campaign'));
	expect(stages.map(({ name, description }) => [name, description])).toEqual(
		['Draft', 'Ready for Media', 'Review', 'Approved'].map((name) => [name, 'Editorial']),
	);
	expect(await getEntryStages.call(context('media'))).toEqual([]);
	expect((await getUsers.call(context('campaign'))).length).toBeGreaterThan(0);
	expect((await getRoles.call(context('campaign'))).length).toBeGreaterThan(0);
});

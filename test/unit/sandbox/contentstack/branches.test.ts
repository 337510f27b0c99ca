import { webhookBench, type WebhookBench } from './receiver';

let stack: WebhookBench;
beforeAll(async () => {
	stack = await webhookBench();
});
afterEach(async () => await stack.reset());
afterAll(async () => await stack.close());

const alias = async (name: string, branch: string) =>
	await stack.cma.put(`/stacks/branch_aliases/${name}`, {
		branch_alias: { target_branch: branch },
	});

it('reads and writes a branch by its alias', async () => {
	await alias('live', 'main');
	const uid = await stack.create();
	const headers = { branch: 'live' };
	const { data } = await stack.cma.get(`/content_types/film/entries/${uid}`, {
		headers,
		params: { include_branch: true },
	});
	expect(data.entry).toMatchObject({ uid, _branch: 'main' });
	expect((await stack.cma.get('/stacks/branch_aliases/live')).data.branch_alias).toMatchObject({
		uid: 'live',
		source: 'main',
	});
});

it('points an alias at another branch, and does not know it once it is gone', async () => {
	await alias('moving', 'main');
	await alias('moving', 'develop');
	const headers = { branch: 'moving' };
	expect((await stack.cma.get('/content_types/film', { headers })).data.error_code).toBe(118);
	await stack.cma.delete('/stacks/branch_aliases/moving');
	const { status, data } = await stack.cma.get('/content_types', { headers });
	expect([status, data.error_code]).toEqual([422, 901]);
});

it('hears events of a branch that a webhook names by its alias', async () => {
	await alias('listening', 'main');
	await stack.listen(['content_types.entries.create'], { branches: ['listening'] });
	await stack.create();
	expect(await stack.until(1)).toHaveLength(1);
});

it('refuses an alias that is the name of a branch, and to delete a branch that has one', async () => {
	expect((await alias('develop', 'main')).status).toBe(422);
	await stack.cma.post('/stacks/branches', { branch: { uid: 'short', source: 'main' } });
	await alias('named', 'short');
	expect((await stack.cma.delete('/stacks/branches/short')).data.error_code).toBe(909);
	await stack.cma.delete('/stacks/branch_aliases/named');
	expect((await stack.cma.delete('/stacks/branches/short')).status).toBe(200);
});

it('refuses a branch that is there, one of a bad name, and to delete the main one', async () => {
	const make = async (uid: string) =>
		(await stack.cma.post('/stacks/branches', { branch: { uid, source: 'main' } })).data.error_code;
	expect([await make('develop'), await make('No Good')]).toEqual([903, 903]);
	expect((await stack.cma.delete('/stacks/branches/main')).data.error_code).toBe(905);
});

it('tells of branches and aliases that come and go', async () => {
	await stack.listen([
		'branch.create.completed',
		'branch.delete.completed',
		'branch_alias.assigned',
		'branch_alias.unassigned',
	]);
	await stack.cma.post('/stacks/branches', { branch: { uid: 'told', source: 'main' } });
	await stack.until(1);
	await alias('telling', 'told');
	await stack.until(2);
	await stack.cma.delete('/stacks/branch_aliases/telling');
	await stack.until(3);
	await stack.cma.delete('/stacks/branches/told');
	await stack.until(4);
	expect(stack.received.map(({ body }) => [body.event, body.data.branch?.uid])).toEqual([
		['create', 'told'],
		['assigned', 'told'],
		['unassigned', 'told'],
		['delete', 'told'],
	]);
});

import { eventually } from './client';
import { webhookBench, type WebhookBench } from './receiver';

let stack: WebhookBench;
let production = '';
beforeAll(async () => {
	stack = await webhookBench();
	production = (await stack.cma.get('/environments/production')).data.environment.uid;
});
afterEach(async () => await stack.reset());
afterAll(async () => await stack.close());

let count = 0;
const make = async (more: object = {}): Promise<string> => {
	count += 1;
	const release = { name: `Release ${count}`, ...more };
	return (await stack.cma.post('/releases', { release })).data.release.uid;
};
const item = (uid: string, more: object = {}) => ({
	uid,
	version: 1,
	locale: 'en-us',
	content_type_uid: 'film',
	action: 'publish',
	...more,
});
const add = async (release: string, items: object[]) =>
	await stack.cma.post(`/releases/${release}/items`, { items });
const deploy = async (release: string, more: object = {}) =>
	await stack.cma.post(`/releases/${release}/deploy`, {
		release: { environments: ['production'], locales: ['en-us'], action: 'publish', ...more },
	});
const details = async (uid: string) =>
	(
		await stack.cma.get(`/content_types/film/entries/${uid}`, {
			params: { include_publish_details: true },
		})
	).data.entry.publish_details;

it.each([
	'releases.environments.deploy',
	'releases.environments.{env}.deploy.success',
	'releases.{release}.environments.deploy',
	'releases.{release}.environments.{env}.deploy.success',
])('tells %s once all its items are live, with what it was', async (channel) => {
	const [first, second] = [await stack.create(), await stack.create()];
	const release = await make();
	await add(release, [item(first), item(second)]);
	await stack.listen([channel.replace('{env}', production).replace('{release}', release)]);
	expect((await deploy(release)).data.notice).toBe('Release sent successfully for deployment.');
	await stack.until(1);
	expect(stack.last().body).toMatchObject({
		module: 'release',
		event: 'deploy',
		data: {
			release: { uid: release, items: [{ uid: first }, { uid: second }] },
			environment: { uid: production, name: 'production' },
			action: 'publish',
			status: 'success',
		},
	});
	expect(await details(first)).toMatchObject([{ environment: production, version: 1 }]);
});

it('names the release in the events of its entries', async () => {
	const uid = await stack.create();
	const release = await make();
	await add(release, [item(uid)]);
	await stack.listen(['content_types.entries.publish']);
	await deploy(release);
	await stack.until(1);
	expect(stack.last().body).toMatchObject({
		bulk: true,
		source: { type: 'release', uid: release },
	});
});

it('tells of its failure when an item is gone by its time', async () => {
	const uid = await stack.create();
	const release = await make();
	await add(release, [item(uid)]);
	await stack.listen([`releases.environments.${production}.deploy.fail`]);
	await deploy(release, { scheduledAt: new Date(Date.now() + 3_600_000).toISOString() });
	await stack.act('delete-entry', { contentType: 'film', uid });
	expect(stack.received).toEqual([]);
	await stack.control.put('/clock', { advanceMs: 3_700_000 });
	await stack.until(1);
	expect(stack.last().body.data).toMatchObject({ status: 'fail' });
});

it('unpublishes together, too', async () => {
	const uid = await stack.create();
	const release = await make();
	await add(release, [item(uid)]);
	await deploy(release);
	await eventually(
		async () => await details(uid),
		(places) => places.length === 1,
	);
	await deploy(release, { action: 'unpublish' });
	await eventually(
		async () => await details(uid),
		(places) => places.length === 0,
	);
});

it('moves items to another release and brings them to their newest version', async () => {
	const uid = await stack.create();
	const [from, to] = [await make(), await make()];
	await add(from, [item(uid)]);
	await stack.cma.put(`/releases/${from}/items/move`, {
		release_uid: to,
		items: [{ uid, locale: 'en-us' }],
	});
	expect((await stack.cma.get(`/releases/${from}/items`)).data.items).toEqual([]);
	await stack.cma.put(`/content_types/film/entries/${uid}`, { entry: { summary: 'two' } });
	await stack.cma.put(`/releases/${to}/update_items`, { items: ['$all'] });
	expect((await stack.cma.get(`/releases/${to}/items`)).data.items).toMatchObject([{ version: 2 }]);
});

it('refuses more than 25 items in a call, items that do not exist, and changes while it is locked', async () => {
	const uid = await stack.create();
	const release = await make();
	expect(
		(
			await add(
				release,
				Array.from({ length: 26 }, () => item(uid)),
			)
		).status,
	).toBe(422);
	expect((await add(release, [item('blt0000000000000000')])).data.error_code).toBe(141);
	const locked = await make({ locked: true });
	expect((await add(locked, [item(uid)])).data.errors.release).toEqual(['is locked.']);
});

it('refuses to deploy nothing, and to an environment that does not exist', async () => {
	const release = await make();
	expect((await deploy(release)).status).toBe(422);
	await add(release, [item(await stack.create())]);
	expect((await deploy(release, { environments: ['nowhere'] })).data.error_code).toBe(141);
});

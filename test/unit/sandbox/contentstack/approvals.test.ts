import { bench, FILM, unlimited, type Bench } from './client';

let stack: Bench;
let rule = '';
/** What each person's calls carry in place of the management token. */
const people: Record<string, Record<string, string>> = {};

beforeAll(async () => {
	stack = unlimited(await bench());
	await stack.cma.post('/content_types', { content_type: FILM });
	const { data: state } = await stack.control.get('/state');
	for (const name of ['Ann', 'Ben']) {
		const secret = `session-of-${name}`;
		await stack.act('add-token', { kind: 'authtoken', name, secret, person: name });
		people[name] = { authtoken: secret, authorization: null as never };
	}
	const ben = state.users.find(({ first_name: name }: { first_name: string }) => name === 'Ben');
	const { data: found } = await stack.cma.get('/environments/production');
	const { data } = await stack.cma.post('/workflows/publishing_rules', {
		publishing_rule: {
			actions: ['publish'],
			content_types: ['film'],
			locales: ['en-us'],
			environment: found.environment.uid,
			approvers: { users: [ben.uid], roles: [] },
		},
	});
	rule = data.publishing_rule.uid;
});
afterAll(async () => await stack.close());

let count = 0;
const create = async (): Promise<string> => {
	count += 1;
	const entry = { title: `Film ${count}`, asset_id: `id-${count}` };
	return (await stack.cma.post('/content_types/film/entries', { entry })).data.entry.uid;
};
const path = (uid: string) => `/content_types/film/entries/${uid}`;
const publish = async (uid: string) =>
	await stack.cma.post(`${path(uid)}/publish`, {
		entry: { environments: ['production'], locales: ['en-us'] },
	});
const ask = async (person: string | undefined, uid: string, status: number, wanted = rule) =>
	await stack.cma.post(
		`${path(uid)}/workflow`,
		{
			workflow: { publishing_rule: { uid: wanted, action: 'publish', status, comment: 'please' } },
		},
		{ headers: person === undefined ? {} : people[person] },
	);

it('refuses to publish until an approver has agreed', async () => {
	const uid = await create();
	expect(await publish(uid)).toMatchObject({
		status: 422,
		data: {
			error_code: 141,
			errors: { entry: ['needs the approval that a publish rule asks for.'] },
		},
	});
	expect((await ask('Ann', uid, 0)).status).toBe(200);
	expect((await publish(uid)).status).toBe(422);
	expect((await ask('Ben', uid, 1)).status).toBe(200);
	expect((await publish(uid)).status).toBe(200);
});

it('refuses again once the approver has rejected, or the entry was saved since', async () => {
	const uid = await create();
	await ask('Ben', uid, 1);
	await ask('Ben', uid, -1);
	expect((await publish(uid)).status).toBe(422);
	await ask('Ben', uid, 1);
	await stack.cma.put(path(uid), { entry: { summary: 'changed' } });
	expect((await publish(uid)).status).toBe(422);
});

it('takes no answer from somebody who is no approver, and nothing from a management token', async () => {
	const uid = await create();
	expect((await ask('Ann', uid, 1)).data.errors.authorization).toEqual([
		'is not an approver of this rule.',
	]);
	expect((await ask(undefined, uid, 0)).data.errors.authorization).toEqual(['is not a user.']);
});

it('does not know a rule that is not there', async () => {
	const answer = await ask('Ann', await create(), 0, 'blt0000000000000000');
	expect(answer).toMatchObject({ status: 422, data: { error_code: 141 } });
});

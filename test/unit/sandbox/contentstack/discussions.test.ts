import { webhookBench, type WebhookBench } from './receiver';

let stack: WebhookBench;
beforeAll(async () => {
	stack = await webhookBench();
});
afterEach(async () => await stack.reset());
afterAll(async () => await stack.close());

it('tells of a comment with its discussion, its entry and its content type, but no field values', async () => {
	const uid = await stack.create({ summary: 'secret' });
	await stack.listen(['content_types.entries.comments.create']);
	await stack.act('add-comment', {
		contentType: 'film',
		uid,
		person: 'Ben',
		message: 'Is the music cleared?',
		field: 'captions.0.language',
	});
	await stack.until(1);
	const { body } = stack.last();
	expect(body).toMatchObject({
		module: 'comment',
		event: 'create',
		data: {
			comment: { message: 'Is the music cleared?', to_users: [], to_roles: [] },
			discussion: {
				field: { uid: 'language', path: 'captions.language', og_path: 'captions.0.language' },
			},
			entry: { uid, locale: 'en-us' },
			content_type: { uid: 'film', title: 'Film' },
			branch: { uid: 'main' },
		},
	});
	expect(body.data.comment?.discussion_uid).toBe(body.data.discussion?.uid);
	expect(JSON.stringify(body)).not.toContain('secret');
});

it.each(['content_types.film.entries', 'content_types.film.entries.{entry}'])(
	'reaches who listens to %s',
	async (base) => {
		const uid = await stack.create();
		await stack.listen([`${base.replace('{entry}', uid)}.comments.create`]);
		await stack.act('add-comment', { contentType: 'film', uid, message: 'Seen' });
		expect(await stack.until(1)).toHaveLength(1);
	},
);

it('opens a discussion with its first comment, takes answers, and is resolved and opened again', async () => {
	const uid = await stack.create();
	const named = { contentType: 'film', uid };
	await stack.listen([
		'content_types.entries.discussions.create',
		'content_types.entries.discussions.resolve',
		'content_types.entries.discussions.reopen',
	]);
	const { data: opened } = await stack.act('add-comment', { ...named, message: 'One' });
	await stack.until(1);
	const { data: same } = await stack.act('add-comment', {
		...named,
		message: 'Two',
		discussion: opened.uid,
	});
	expect([same.uid, same.comments.length]).toEqual([opened.uid, 2]);
	await stack.act('settle-discussion', { ...named, discussion: opened.uid, event: 'resolve' });
	await stack.until(2);
	await stack.act('settle-discussion', { ...named, discussion: opened.uid, event: 'reopen' });
	await stack.until(3);
	expect(stack.received.map(({ body }) => body.event)).toEqual(['create', 'resolve', 'reopen']);
});

it('does not answer in a discussion that does not exist', async () => {
	const uid = await stack.create();
	const { status } = await stack.act('add-comment', {
		contentType: 'film',
		uid,
		message: 'x',
		discussion: 'blt0000000000000000',
	});
	expect(status).toBe(400);
});

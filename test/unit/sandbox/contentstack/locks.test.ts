import { bench, FILM, unlimited, type Bench } from './client';

let stack: Bench;
let count = 0;
beforeAll(async () => {
	stack = unlimited(await bench());
	await stack.cma.post('/content_types', { content_type: FILM });
	await stack.cma.post('/workflows', {
		workflow: {
			name: 'Locking',
			content_types: ['film'],
			workflow_stages: [
				{ name: 'Open' },
				{ name: 'Mine', entry_lock: '$others' },
				{ name: 'Shut', entry_lock: '$all' },
			],
		},
	});
});
afterAll(async () => await stack.close());

const staged = async (stage: string): Promise<string> => {
	count += 1;
	const entry = { title: `Film ${count}`, asset_id: `id-${count}` };
	const { data } = await stack.cma.post('/content_types/film/entries', { entry });
	await stack.act('move-stage', { contentType: 'film', uid: data.entry.uid, stage, person: 'Ann' });
	return data.entry.uid;
};
const save = async (uid: string) =>
	await stack.cma.put(`/content_types/film/entries/${uid}`, { entry: { summary: 'x' } });

it.each([
	['Mine', 'others than who moved it there'],
	['Shut', 'everybody'],
])('shuts an entry in the stage %s for %s', async (stage) => {
	const uid = await staged(stage);
	const { status, data } = await save(uid);
	expect([status, data.error_code]).toEqual([422, 119]);
	expect(data.errors.entry).toEqual(['is locked.']);
});

it('lets who moved the entry save it where only others are shut out', async () => {
	const fields = { summary: 'by Ann' };
	const by = async (person: string, stage: string) =>
		await stack.act('save-entry', {
			contentType: 'film',
			uid: await staged(stage),
			fields,
			person,
		});
	expect((await by('Ann', 'Mine')).status).toBe(200);
	expect((await by('Ben', 'Mine')).status).toBe(400);
	expect((await by('Ann', 'Shut')).status).toBe(400);
});

it('opens again with the next stage', async () => {
	const uid = await staged('Shut');
	await stack.act('move-stage', { contentType: 'film', uid, stage: 'Open' });
	expect((await save(uid)).status).toBe(200);
});

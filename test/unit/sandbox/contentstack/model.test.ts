import { bench, FILM, unlimited, type Bench } from './client';

let stack: Bench;
beforeAll(async () => {
	stack = unlimited(await bench());
	await stack.cma.post('/content_types', { content_type: FILM });
});
afterAll(async () => await stack.close());

const TITLE = FILM.schema[0];

describe('content types', () => {
	it('refuses a uid or title that is taken with 422/115', async () => {
		const { status, data } = await stack.cma.post('/content_types', { content_type: FILM });
		expect(status).toBe(422);
		expect(data).toMatchObject({
			error_code: 115,
			errors: { uid: ['is not unique.'], title: ['is not unique.'] },
		});
	});

	it('replaces the whole schema on an update', async () => {
		await stack.cma.post('/content_types', {
			content_type: {
				uid: 'short',
				title: 'Short',
				schema: [TITLE, { uid: 'old', data_type: 'text' }],
			},
		});
		const { data } = await stack.cma.put('/content_types/short', {
			content_type: { title: 'Short', schema: [TITLE, { uid: 'new', data_type: 'number' }] },
		});
		expect(data.content_type.schema.map(({ uid }: { uid: string }) => uid)).toEqual([
			'title',
			'new',
		]);
		expect(data.content_type._version).toBe(2);
	});

	it('puts the schema of a global field in place only when asked', async () => {
		await stack.cma.post('/global_fields', {
			global_field: { uid: 'seo', title: 'SEO', schema: [{ uid: 'meta', data_type: 'text' }] },
		});
		await stack.cma.post('/content_types', {
			content_type: {
				uid: 'site',
				title: 'Site',
				schema: [TITLE, { uid: 'seo', data_type: 'global_field', reference_to: 'seo' }],
			},
		});
		const bare = await stack.cma.get('/content_types/site');
		expect(bare.data.content_type.schema[1]).not.toHaveProperty('schema');
		const full = await stack.cma.get('/content_types/site?include_global_field_schema=true');
		expect(full.data.content_type.schema[1].schema).toMatchObject([{ uid: 'meta' }]);
	});

	it('takes a custom field only when its extension is there', async () => {
		const withField = (extension: string) => ({
			content_type: {
				uid: 'picked',
				title: 'Picked',
				schema: [TITLE, { uid: 'media', data_type: 'json', extension_uid: extension }],
			},
		});
		expect((await stack.cma.post('/content_types', withField('blt0000000000000000'))).status).toBe(
			422,
		);
		const { data } = await stack.cma.post('/extensions', {
			extension: {
				title: 'Picker',
				type: 'field',
				data_type: 'json',
				src: 'https://picker.example',
			},
		});
		expect((await stack.cma.post('/content_types', withField(data.extension.uid))).status).toBe(
			201,
		);
	});
});

describe('workflow stages', () => {
	it('lets an entry go only where its stage leads, and keeps named people’s stages from tokens', async () => {
		const { data: made } = await stack.cma.post('/workflows', {
			workflow: {
				name: 'Editorial',
				content_types: ['film'],
				workflow_stages: [
					{ uid: 'draft', name: 'Draft', next_available_stages: ['review'] },
					{ uid: 'review', name: 'Review' },
					{ uid: 'done', name: 'Done', allUsers: false, SYS_ACL: { users: { uids: ['someone'] } } },
				],
			},
		});
		expect(made.notice).toBe('Workflow created successfully.');
		const { data } = await stack.cma.post('/content_types/film/entries', {
			entry: { title: 'F', asset_id: 'f' },
		});
		const entry = `/content_types/film/entries/${data.entry.uid}`;
		const move = async (uid: string) =>
			await stack.cma.post(`${entry}/workflow`, { workflow: { workflow_stage: { uid } } });
		expect((await move('draft')).status).toBe(200);
		expect(await move('done')).toMatchObject({ status: 412, data: { error_code: 366 } });
		expect((await move('review')).status).toBe(200);
		expect((await move('done')).status).toBe(412);
		expect((await move('nowhere')).status).toBe(412);
		const shown = await stack.cma.get(`${entry}?include_workflow=true`);
		expect(shown.data.entry).toMatchObject({
			_workflow: { uid: 'review', name: 'Review' },
			_version: 1,
		});
		const filter = encodeURIComponent('{"_workflow.uid":"review"}');
		const { data: found } = await stack.cma.get(
			`/content_types/film/entries?query=${filter}&count=true`,
		);
		expect(found).toEqual({ entries: 1 });
	});

	it('refuses a second workflow for a content type', async () => {
		const { status, data } = await stack.cma.post('/workflows', {
			workflow: {
				name: 'Other',
				content_types: ['film'],
				workflow_stages: [{ name: 'A' }, { name: 'B' }],
			},
		});
		expect(status).toBe(422);
		expect(data.errors.content_types[0]).toContain(
			'already exists for the following content type(s)',
		);
	});
});

describe('lookups', () => {
	it('names environments by their name and languages by their code', async () => {
		expect((await stack.cma.get('/environments/staging')).data.environment.name).toBe('staging');
		expect((await stack.cma.get('/locales/de-de')).data.locale.fallback_locale).toBe('en-us');
		const again = await stack.cma.post('/locales', { locale: { code: 'de-de', name: 'German' } });
		expect(again.data.error_code).toBe(247);
	});

	it('copies a branch so that later changes stay apart', async () => {
		await stack.cma.post('/stacks/branches', { branch: { uid: 'trial', source: 'main' } });
		const headers = { branch: 'trial' };
		const { data } = await stack.cma.get('/content_types/film/entries', { headers });
		const path = `/content_types/film/entries/${data.entries[0].uid}`;
		await stack.cma.put(path, { entry: { title: 'Changed' } }, { headers });
		expect((await stack.cma.get(path)).data.entry.title).toBe('F');
	});

	it('shows everything but secrets in its state', async () => {
		const { data } = await stack.control.get('/state');
		expect(data.entries.map(({ branch }: { branch: string }) => branch).sort()).toEqual([
			'main',
			'trial',
		]);
		const text = JSON.stringify(data);
		expect(text).not.toContain(stack.connection.managementToken);
		expect(text).not.toContain(stack.connection.deliveryToken);
	});
});

import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { loadOptionsContext } from '../../support/engine';
import { withContentstack } from '../../support/sandbox';
import { byId, configured, install, node, run } from './runContentstack';

const service = withContentstack();
const many = (more: INodeParameters = {}): INodeParameters => ({
	resource: 'entry',
	operation: 'getAll',
	contentType: byId('iconik_media'),
	returnAll: true,
	...more,
});
const where = (...conditions: IDataObject[]) => ({ condition: conditions }) as INodeParameters;

beforeAll(async () => {
	await install(service);
	for (const [title, width, status] of [
		['Alpha', 1920, 'valid'],
		['Beta', 1280, 'expired'],
		['Gamma', 640, 'valid'],
	] as const)
		await service.act('create-entry', {
			contentType: 'iconik_media',
			fields: { title, width, iconik_asset_id: title, usage_rights: { status } },
		});
});
beforeEach(async () => await service.clearLog());

const titles = (json: IDataObject[]) => json.map(({ title }) => title).sort();

describe('conditions', () => {
	it.each([
		[
			where({ field: 'usage_rights.status', operator: 'equals', value: 'valid' }),
			'and',
			['Alpha', 'Gamma'],
		],
		[
			where(
				{ field: 'usage_rights.status', operator: 'equals', value: 'valid' },
				{ field: 'width', operator: 'greater', value: '1000' },
			),
			'and',
			['Alpha'],
		],
		[
			where(
				{ field: 'title', operator: 'startsWith', value: 'be' },
				{ field: 'width', operator: 'less', value: '1000' },
			),
			'or',
			['Beta', 'Gamma'],
		],
		[where({ field: 'poster', operator: 'exists' }), 'and', []],
	])('%j with %s finds what meets them', async (conditions, combine, expected) => {
		const { json, error } = await run(service, many({ conditions, combine }));
		expect(error).toBeUndefined();
		expect(titles(json)).toEqual(expected);
	});

	it('hold together with the query', async () => {
		const { json } = await run(
			service,
			many({
				conditions: where({ field: 'usage_rights.status', operator: 'equals', value: 'valid' }),
				query: '{"width": {"$lt": 1000}}',
			}),
		);
		expect(titles(json)).toEqual(['Gamma']);
	});

	it('find references and workflow stages by what people know', async () => {
		const { json: media } = await run(service, many({ contentType: byId('media') }));
		const harbour = media.find(({ title }) => title === 'Harbour at dawn');
		const { json } = await run(
			service,
			many({
				contentType: byId('article'),
				conditions: where({ field: 'media', operator: 'equals', value: String(harbour?.uid) }),
			}),
		);
		expect(titles(json)).toEqual(['The last boatbuilder']);
		const article = json[0]?.uid;
		await service.act('move-stage', { contentType: 'article', uid: article, stage: 'Review' });
		const { json: inReview } = await run(
			service,
			many({
				contentType: byId('article'),
				conditions: where({ field: '_workflow.uid', operator: 'equals', value: 'Review' }),
				options: { includeWorkflow: true },
			}),
		);
		expect(inReview).toMatchObject([{ uid: article, _workflow: { name: 'Review' } }]);
	});

	it('on a field that the content type has lost are refused before any read of entries', async () => {
		const { error } = await run(
			service,
			many({ conditions: where({ field: 'gone', operator: 'equals', value: '1' }) }),
		);
		expect(error?.message).toContain('has no field "gone" to filter by');
		expect(error?.description).toContain('open the node again if the content type has changed');
		expect((await service.calls()).filter(({ path }) => path.endsWith('/entries'))).toEqual([]);
	});
});

describe('what comes out', () => {
	it('is sorted, and only what was chosen', async () => {
		const { json } = await run(
			service,
			many({ options: { sortBy: 'width', sortDirection: 'desc', fields: ['title', 'width'] } }),
		);
		expect(json.map(({ title }) => title)).toEqual(['Alpha', 'Beta', 'Gamma']);
		expect(Object.keys(json[0] ?? {}).sort()).toEqual(['locale', 'title', 'uid', 'width']);
	});

	it('holds places with the names of environments, referenced entries and the schema when asked', async () => {
		const { json } = await run(
			service,
			many({
				contentType: byId('page'),
				query: '{"title": "Home"}',
				options: {
					includePublishDetails: true,
					includeReferences: ['blocks.hero.video'],
					includeSchema: true,
				},
			}),
		);
		expect(json[0]?.published).toEqual(
			expect.arrayContaining([expect.objectContaining({ environment: 'production', version: 1 })]),
		);
		expect(json[0]).toMatchObject({
			blocks: [{ hero: { video: [{ title: 'Harbour at dawn', content_type: 'media' }] } }, {}, {}],
		});
		expect((json[0]?.schema as IDataObject[]).map(({ uid }) => uid)).toContain('blocks');
	});

	it('is the fallback of what is not localized, or left out', async () => {
		const german = many({ contentType: byId('article'), locale: 'de-de' });
		const { json: all } = await run(service, german);
		expect(all.map(({ locale }) => locale).sort()).toEqual(['de-de', 'en-us']);
		const { json: own } = await run(service, { ...german, options: { includeFallback: false } });
		expect(own.map(({ title }) => title)).toEqual(['Der letzte Bootsbauer']);
	});

	it('is that of another branch, and an unknown one is told', async () => {
		const { json, error } = await run(
			service,
			many({ contentType: byId('page'), options: { branch: 'develop' } }),
		);
		expect(error).toBeUndefined();
		// All pages are on the main branch.
		expect(json).toEqual([]);
		const unknown = await run(service, many({ options: { branch: 'nowhere' } }));
		expect(unknown.error?.message).toBe('The branch "nowhere" does not exist in this stack');
		expect(unknown.error?.description).toContain('main, develop');
	});

	it('an unknown language is told with those that there are', async () => {
		const { error } = await run(service, many({ locale: 'xx' }));
		expect(error?.description).toBe('There are: en-us, de-de, fr-fr');
	});
});

it('the editor offers nested fields, system fields and reference fields', async () => {
	const context = loadOptionsContext(
		configured(service.credentials, many({ contentType: byId('page') })),
	);
	const { getFilterFields, getReferenceFields, getSortFields, getTopFields } =
		node.methods.loadOptions;
	const values = (options: Array<{ value: unknown }>) => options.map(({ value }) => value);
	expect(values(await getFilterFields.call(context))).toEqual(
		expect.arrayContaining([
			'title',
			'seo.meta_title',
			'blocks.hero.headline',
			'updated_at',
			'_workflow.uid',
		]),
	);
	expect(await getReferenceFields.call(context)).toEqual([
		{ name: 'Blocks → Hero → Video', value: 'blocks.hero.video', description: 'blocks.hero.video' },
		{
			name: 'Blocks → Gallery → Items',
			value: 'blocks.gallery.items',
			description: 'blocks.gallery.items',
		},
	]);
	expect(values(await getSortFields.call(context))).toContain('created_at');
	expect(values(await getTopFields.call(context))).toContain('blocks');
});

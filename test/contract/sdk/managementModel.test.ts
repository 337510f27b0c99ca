import { withContentstack } from '../../support/sandbox';
import { managementStack, refusal } from './clients';

const service = withContentstack();
const stack = () => managementStack(service.connection);
const names = (items: ReadonlyArray<Record<string, unknown>>, key: string) =>
	items.map((item) => item[key]);

const title = {
	display_name: 'Title',
	uid: 'title',
	data_type: 'text',
	mandatory: true,
	unique: true,
	field_metadata: { _default: true },
	multiple: false,
};

it('makes a content type, adds a field to it and deletes it', async () => {
	const made = await stack()
		.contentType()
		.create({
			content_type: { title: 'Podcast', uid: 'podcast', schema: [title], options: {} } as never,
		});
	const schema = made.schema as unknown as object[];
	const host = { display_name: 'Host', uid: 'host', data_type: 'text' };
	Object.assign(made, { schema: [...schema, host] });
	await made.update();
	const read = await stack().contentType('podcast').fetch();
	expect(names(read.schema as never, 'uid')).toEqual(['title', 'host']);

	await stack().contentType('podcast').delete();
	expect((await refusal(stack().contentType('podcast').fetch())).errorCode).toBe(118);
});

it('is told of a uid that is taken', async () => {
	const answer = await refusal(
		stack()
			.contentType()
			.create({ content_type: { title: 'Page two', uid: 'page', schema: [title] } as never }),
	);
	expect(answer).toMatchObject({ status: 422, errorCode: 115 });
	expect(answer.errors.uid).toEqual(['is not unique.']);
});

it('lists content types with the schemas of their global fields in place', async () => {
	const { items, count } = await stack()
		.contentType()
		.query({ include_count: true, include_global_field_schema: true })
		.find();
	expect(count).toBe(4);
	const page = items.find(({ uid }) => uid === 'page');
	const fields = page?.schema as unknown as Array<{ uid: string; schema?: object[] }>;
	expect(fields.find(({ uid }) => uid === 'seo')?.schema).toHaveLength(2);
});

it('makes a global field, reads and deletes it', async () => {
	const field = { display_name: 'Holder', uid: 'holder', data_type: 'text' };
	await stack()
		.globalField()
		.create({ global_field: { title: 'Rights', uid: 'rights', schema: [field] as never } });
	expect(await stack().globalField('rights').fetch()).toMatchObject({ title: 'Rights' });
	await stack().globalField('rights').delete();
	expect((await refusal(stack().globalField('rights').fetch())).errorCode).toBe(118);
});

it('makes, lists and deletes an environment', async () => {
	const urls = [{ locale: 'en-us', url: 'https://preview.example' }];
	await stack()
		.environment()
		.create({ environment: { name: 'preview', urls, servers: [], deploy_content: true } });
	const { items } = await stack().environment().query().find();
	expect(names(items, 'name')).toEqual(
		expect.arrayContaining(['production', 'staging', 'preview']),
	);
	expect(await stack().environment('preview').fetch()).toMatchObject({ name: 'preview', urls });
	await stack().environment('preview').delete();
	expect((await refusal(stack().environment('preview').fetch())).status).toBe(422);
});

it('makes and lists languages and is told of one that is there', async () => {
	await stack()
		.locale()
		.create({ locale: { code: 'es-es', name: 'Spanish', fallback_locale: 'en-us' } });
	const { items } = await stack().locale().query().find();
	expect(names(items, 'code')).toContain('es-es');
	const answer = await refusal(
		stack()
			.locale()
			.create({ locale: { code: 'es-es' } }),
	);
	expect(answer.errorCode).toBe(247);
});

it('makes a branch as a copy of its source, names it by an alias and deletes it', async () => {
	await stack()
		.branch()
		.create({ branch: { uid: 'release', source: 'main' } as never });
	const { items } = await stack().branch().query().find();
	expect(names(items, 'uid')).toEqual(expect.arrayContaining(['main', 'develop', 'release']));
	const alias = stack().branchAlias('live') as never as {
		createOrUpdate: (branch: string) => Promise<{ uid: string }>;
	};
	await alias.createOrUpdate('release');
	const byAlias = await managementStack(service.connection, 'live')
		.contentType('page')
		.entry()
		.query({ query: { title: 'Home' } })
		.find();
	expect(byAlias.items).toHaveLength(1);
	await (stack().branchAlias('live') as never as { delete: () => Promise<unknown> }).delete();
	await stack().branch('release').delete({ force: true });
	const after = await stack().branch().query().find();
	expect(names(after.items, 'uid')).not.toContain('release');
});

it('installs an extension, finds it by its type and removes it', async () => {
	const made = await stack()
		.extension()
		.create({
			extension: {
				title: 'Picker',
				type: 'field',
				data_type: 'json',
				src: 'https://picker.example/',
				multiple: false,
				config: '{}',
				tags: ['iconik'],
			},
		});
	const { items } = await stack()
		.extension()
		.query({ query: { type: 'field' } })
		.find();
	expect(items).toMatchObject([{ uid: made.uid, title: 'Picker' }]);
	await stack().extension(made.uid).delete();
	expect((await refusal(stack().extension(made.uid).fetch())).errorCode).toBe(347);
});

it('makes a taxonomy with terms below each other, and finds entries by them', async () => {
	await stack()
		.taxonomy()
		.create({ taxonomy: { uid: 'rights', name: 'Rights', description: '' } });
	const terms = () => stack().taxonomy('rights').terms();
	await terms().create({ term: { uid: 'limited', name: 'Limited', order: 1 } });
	await terms().create({
		term: { uid: 'europe', name: 'Europe', parent_uid: 'limited', order: 1 },
	});
	const { items } = await terms().query().find();
	expect(names(items, 'uid').sort()).toEqual(['europe', 'limited']);

	await stack()
		.contentType()
		.create({
			content_type: {
				title: 'Clip',
				uid: 'clip',
				schema: [
					title,
					{
						display_name: 'Taxonomy',
						uid: 'taxonomies',
						data_type: 'taxonomy',
						taxonomies: [{ taxonomy_uid: 'rights', max_terms: 5, mandatory: false }],
						multiple: true,
					},
				],
			} as never,
		});
	const entries = stack().contentType('clip').entry();
	await entries.create({
		entry: { title: 'In Europe', taxonomies: [{ taxonomy_uid: 'rights', term_uid: 'europe' }] },
	});
	await entries.create({ entry: { title: 'Anywhere' } });
	const below = await entries
		.query({ query: { 'taxonomies.rights': { $below: 'limited' } } })
		.find();
	expect(names(below.items, 'title')).toEqual(['In Europe']);
});

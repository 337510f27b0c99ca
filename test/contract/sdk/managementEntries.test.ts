import { withContentstack } from '../../support/sandbox';
import { managementStack, refusal } from './clients';

const service = withContentstack();
const entries = () => managementStack(service.connection).contentType('article').entry();
const create = async (title: string, fields: object = {}) =>
	await entries().create({ entry: { title, url: `/${title}`, ...fields } });

it('creates an entry, reads it back and updates only what was sent', async () => {
	const made = await create('sdk-one', { summary: 'first', published_on: '2026-03-02' });
	expect(made).toMatchObject({ title: 'sdk-one', _version: 1, locale: 'en-us' });

	made.summary = 'second';
	const updated = await made.update();
	expect(updated).toMatchObject({ summary: 'second', published_on: '2026-03-02', _version: 2 });

	const read = await entriesOf(made.uid).fetch();
	expect(read).toMatchObject({ uid: made.uid, summary: 'second', _version: 2 });
	expect((await stored(made.uid)).fields).toMatchObject({ summary: 'second', url: '/sdk-one' });
});

it('writes a fetched entry back with its asset and its references, which stay what they were', async () => {
	const { items } = await managementStack(service.connection).asset().query().find();
	const poster = items.find(({ filename }) => filename === 'harbour.png');
	const media = await managementStack(service.connection)
		.contentType('media')
		.entry()
		.query({ query: { title: 'Harbour at dawn' } })
		.findOne();
	const [harbour] = media.items;
	const made = await create('sdk-poster', {
		lead_image: poster?.uid,
		media: [{ uid: harbour?.uid, _content_type_uid: 'media' }],
	});
	const read = await entriesOf(made.uid).fetch();
	expect(read.lead_image).toMatchObject({ uid: poster?.uid, filename: 'harbour.png' });
	read.summary = 'with poster';
	await read.update();
	const after = (await stored(made.uid)).fields;
	expect(after).toMatchObject({
		summary: 'with poster',
		lead_image: { uid: poster?.uid },
		media: [{ uid: harbour?.uid, _content_type_uid: 'media' }],
	});
});

it('finds entries by a query, counted, sorted and paged', async () => {
	for (const name of ['q-a', 'q-b', 'q-c']) await create(name, { summary: 'queried' });
	const query = { query: { summary: 'queried' }, include_count: true, limit: 2, asc: 'title' };
	const page = await entries().query(query).find();
	expect(page.count).toBe(3);
	expect(page.items.map(({ title }) => title)).toEqual(['q-a', 'q-b']);
	const rest = await entries()
		.query({ ...query, skip: 2 })
		.find();
	expect(rest.items.map(({ title }) => title)).toEqual(['q-c']);
	const first = await entries()
		.query({ query: { title: { $in: ['q-b', 'q-c'] } }, desc: 'title' })
		.findOne();
	expect(first.items.map(({ title }) => title)).toEqual(['q-c']);
});

it('counts entries without reading them', async () => {
	await create('counted', { summary: 'to count' });
	const answer = await entries()
		.query({ query: { summary: 'to count' } })
		.count();
	expect(answer).toMatchObject({ entries: 1 });
});

it('localizes an entry by updating it in a language, and lists its languages', async () => {
	const made = await create('sdk-local');
	made.title = 'sdk-lokal';
	await made.update({ locale: 'de-de' });
	const german = await entriesOf(made.uid).fetch({ locale: 'de-de' });
	expect(german).toMatchObject({ title: 'sdk-lokal', locale: 'de-de', _version: 1 });
	const french = await entriesOf(made.uid).fetch({ locale: 'fr-fr' });
	expect(french).toMatchObject({ title: 'sdk-local', locale: 'en-us' });
	const { locales } = await entriesOf(made.uid).locales();
	expect(locales).toEqual(
		expect.arrayContaining([expect.objectContaining({ code: 'de-de', localized: true })]),
	);
});

it('tells who refers to an entry', async () => {
	const stack = managementStack(service.connection);
	const { items } = await stack
		.contentType('media')
		.entry()
		.query({ query: { title: 'Harbour at dawn' } })
		.find();
	const { references } = await stack
		.contentType('media')
		.entry(items[0]?.uid ?? '')
		.references({});
	expect(references.map(({ title }) => title)).toEqual(
		expect.arrayContaining(['Home', 'The last boatbuilder']),
	);
});

it('hears the reason when a title is taken and when a field is missing', async () => {
	await create('sdk-taken');
	const taken = await refusal(create('sdk-taken'));
	expect(taken).toMatchObject({ status: 422, errorCode: 119 });
	expect(taken.errors.title).toEqual(['is not unique.']);
	const missing = await refusal(entries().create({ entry: { summary: 'x' } as never }));
	expect(missing.errors.title).toEqual(['is a required field.']);
});

it('hears of an unknown content type, entry, language and branch', async () => {
	const stack = managementStack(service.connection);
	const answers = await Promise.all([
		refusal(stack.contentType('nothing').entry().query().find()),
		refusal(entriesOf('blt0000000000000000').fetch()),
		refusal(entries().query({ locale: 'xx-xx' }).find()),
		refusal(
			managementStack(service.connection, 'nowhere').contentType('article').entry().query().find(),
		),
	]);
	expect(answers.map(({ errorCode }) => errorCode)).toEqual([118, 141, 141, 901]);
});

it('deletes an entry', async () => {
	const made = await create('sdk-gone');
	expect(await made.delete()).toMatchObject({ notice: 'Entry deleted successfully.' });
	expect((await refusal(entriesOf(made.uid).fetch())).errorCode).toBe(141);
});

it('keeps what one branch holds from another', async () => {
	const develop = managementStack(service.connection, 'develop').contentType('article').entry();
	const made = await develop.create({ entry: { title: 'on develop', url: '/develop' } });
	expect(await develop.query({ query: { title: 'on develop' } }).find()).toMatchObject({
		items: [{ uid: made.uid }],
	});
	const onMain = await entries()
		.query({ query: { title: 'on develop' } })
		.find();
	expect(onMain.items).toEqual([]);
});

it('waits and goes on when it is told that there were too many calls', async () => {
	const path = '/v3/content_types/article/entries';
	await service.faults([{ fault: 'rate-limited', match: { path, times: 1 } }]);
	await service.clearLog();
	expect((await entries().query({ limit: 1 }).find()).items).toHaveLength(1);
	const statuses = (await service.calls()).map(({ status }) => status);
	expect(statuses[0]).toBe(429);
	expect(statuses.at(-1)).toBe(200);
});

function entriesOf(uid: string) {
	return managementStack(service.connection).contentType('article').entry(uid);
}

interface StoredEntry {
	uid: string;
	fields: Record<string, unknown>;
}

async function stored(uid: string): Promise<StoredEntry> {
	const state = await service.state<{ entries: StoredEntry[] }>();
	return state.entries.find((entry) => entry.uid === uid) as StoredEntry;
}

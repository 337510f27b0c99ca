import type { BaseEntry } from '@contentstack/delivery-sdk';
import { eventually } from '../../support/eventually';
import { withContentstack } from '../../support/sandbox';
import { deliveryStack, managementStack } from './clients';
import { livePlaces, target } from './livePlaces';

const service = withContentstack();
type Article = BaseEntry & Record<string, unknown>;
let article = '';
let harbour = '';

/** An article with tags, whose text has an entry in it. */
beforeAll(async () => {
	const management = managementStack(service.connection);
	const { items } = await management
		.contentType('media')
		.entry()
		.query({ query: { title: 'Harbour at dawn' } })
		.find();
	harbour = items[0]?.uid ?? '';
	const node = {
		type: 'reference',
		uid: 'r1',
		attrs: { type: 'entry', 'entry-uid': harbour, 'content-type-uid': 'media' },
		children: [{ text: '' }],
	};
	const body = { type: 'doc', uid: 'd1', attrs: {}, children: [node] };
	const made = await management
		.contentType('article')
		.entry()
		.create({ entry: { title: 'Embedding', url: '/embedding', body, tags: ['sea', 'craft'] } });
	article = made.uid;
	await management
		.contentType('article')
		.entry(article)
		.publish({ publishDetails: target, locale: 'en-us' });
	await eventually(async () => expect(await livePlaces(service, article)).toHaveLength(1));
});

it('comes with the entries in its text, by field', async () => {
	const entry = await deliveryStack(service.connection)
		.contentType('article')
		.entry(article)
		.includeEmbeddedItems()
		.includeMetadata()
		.fetch<Article>();
	expect(entry._embedded_items).toMatchObject({
		body: [{ uid: harbour, title: 'Harbour at dawn', _content_type_uid: 'media' }],
	});
	expect(entry).toHaveProperty('_metadata');
});

it.each([
	[['sea'], 1],
	[['sea', 'craft'], 1],
	[['land'], 0],
])('is found by the tags %j in %d entries', async (tags, number) => {
	const { entries = [] } = await deliveryStack(service.connection)
		.contentType('article')
		.entry()
		.query()
		.containedIn('tags', tags)
		.find<Article>();
	expect(entries).toHaveLength(number);
});

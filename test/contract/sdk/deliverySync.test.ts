import { PublishType, type SyncItem } from '@contentstack/delivery-sdk';
import { eventually } from '../../support/eventually';
import { withContentstack } from '../../support/sandbox';
import { deliveryStack, managementStack } from './clients';

const service = withContentstack({ fresh: 'test' });
const stack = () => deliveryStack(service.connection);
const media = () => managementStack(service.connection).contentType('media').entry();
const target = { locales: ['en-us'], environments: ['production'] };
const titlesOf = (items: SyncItem[]) => items.map(({ data }) => data.title as string);

async function publish(title: string): Promise<string> {
	const { uid } = await media().create({ entry: { title, video_id: title } });
	await managementStack(service.connection)
		.contentType('media')
		.entry(uid)
		.publish({ publishDetails: target, locale: 'en-us' });
	return uid;
}

it('gives all that is published at first, and a token for what comes later', async () => {
	const first = await stack().sync();
	expect(first.items.map(({ type }) => type)).toEqual(
		expect.arrayContaining(['entry_published', 'asset_published']),
	);
	expect(first.total_count).toBe(first.items.length);
	expect(first.sync_token).toEqual(expect.any(String));
	expect(first.pagination_token).toBeUndefined();
});

it('is narrowed to a content type, a kind of event and a language', async () => {
	const narrow = await stack().sync({
		contentTypeUid: 'page',
		type: [PublishType.ENTRY_PUBLISHED],
		locale: 'en-us',
	});
	expect(titlesOf(narrow.items).sort()).toEqual(['About us', 'Home']);
	const german = await stack().sync({ locale: 'de-de' });
	expect(german.items).toEqual([]);
});

it('starts at a moment', async () => {
	const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
	const later = await stack().sync({ startFrom: tomorrow } as never);
	expect(later.items).toEqual([]);
});

it('tells only of what was published, unpublished and deleted since its token', async () => {
	const { sync_token: syncToken = '' } = await stack().sync();
	const uid = await publish('New film');
	const published = await eventually(async () => {
		const answer = await stack().sync({ syncToken });
		expect(answer.items).toHaveLength(1);
		return answer;
	});
	expect(published.items).toMatchObject([
		{ type: 'entry_published', content_type_uid: 'media', data: { uid, title: 'New film' } },
	]);

	await managementStack(service.connection).contentType('media').entry(uid).delete();
	const next = await stack().sync({ syncToken: published.sync_token ?? '' });
	expect(next.items).toMatchObject([{ type: 'entry_deleted', data: { uid } }]);
	const quiet = await stack().sync({ syncToken: next.sync_token ?? '' });
	expect(quiet.items).toEqual([]);
});

it('comes in pages of a hundred, one after the other or all together', async () => {
	const create = async (index: number) =>
		await service.act<{ uid: string }>('create-entry', {
			contentType: 'media',
			fields: { title: `Film ${index}`, video_id: `film-${index}` },
		});
	for (let index = 0; index < 110; index++) {
		const { uid } = await create(index);
		const entry = { contentType: 'media', uid, environments: ['production'] };
		await service.act('publish-entry', entry);
	}
	const scope = { contentTypeUid: 'media', type: PublishType.ENTRY_PUBLISHED };
	await eventually(async () => expect((await stack().sync(scope)).total_count).toBe(111));

	const first = await stack().sync(scope);
	expect(first.items).toHaveLength(100);
	expect(first.sync_token).toBeUndefined();
	const second = await stack().sync({ paginationToken: first.pagination_token ?? '' });
	expect(second).toMatchObject({ skip: 100, total_count: 111 });
	expect(second.items).toHaveLength(11);
	expect(second.sync_token).toEqual(expect.any(String));

	const whole = await stack().sync(scope, true);
	expect(new Set(whole.items.map(({ data }) => data.uid)).size).toBe(111);
});

import type { IDataObject } from 'n8n-workflow';
import { withContentstack } from '../../support/sandbox';
import { activate, call, receive, type SetUp } from './trigger';
import { deliveryBench } from './triggerBench';

const service = withContentstack({ fresh: 'test' });
const { receiver } = deliveryBench(service);

const listening = async (parameters: IDataObject): Promise<SetUp> => {
	const setUp = receiver.at({ parameters: parameters as SetUp['parameters'] });
	await activate(service, setUp);
	return setUp;
};
const latest = async (setUp: SetUp, count: number) => {
	const delivery = (await receiver.deliveries(count))[count - 1];
	const { raw = '', headers = {} } = delivery ?? {};
	return (await receive(service, raw, headers, setUp)).items;
};
const article = async () =>
	await service.act<{ uid: string }>('create-entry', {
		contentType: 'article',
		fields: { title: `Story ${Math.random()}`, url: `/s/${Math.random()}`, summary: 'Old' },
	});
const change = async (uid: string, fields: IDataObject, locale = 'en-us') =>
	await service.act('save-entry', { contentType: 'article', uid, fields, locale });

it.each([false, true])(
	'Fields to Compare starts only when one of them changed (concise payload: %s)',
	async (concise) => {
		const options = { comparedFields: 'summary, seo.meta_title', concise };
		const setUp = await listening({ events: ['entryUpdated'], options });
		const { uid } = await article();
		await change(uid, { published_on: '2026-03-02' });
		expect(await latest(setUp, 1)).toBeUndefined();
		await change(uid, { summary: 'New' });
		expect(await latest(setUp, 2)).toMatchObject([{ entry_uid: uid, version: 3 }]);
		await change(uid, { summary: 'Neu' }, 'de-de');
		expect(await latest(setUp, 3)).toMatchObject([{ locale: 'de-de' }]);
	},
);

it('Fields to Compare lets pass what cannot be compared', async () => {
	const options = { comparedFields: 'summary' };
	const setUp = await listening({ events: ['entryUpdated'], options });
	const { uid } = await article();
	await change(uid, { published_on: '2026-03-02' });
	await receiver.deliveries(1);
	await service.faults([
		{ fault: 'error-before-storing', status: 503, match: { path: '*/entries/*' } },
	]);
	expect(await latest(setUp, 1)).toMatchObject([{ entry_uid: uid }]);
});

it('Read Entry gives the entry as it is now, with where it is live and its stage', async () => {
	const options = { readEntry: true, simplify: false };
	const setUp = await listening({ events: ['entryUpdated'], options });
	const { uid } = await article();
	await change(uid, { summary: 'First' });
	await receiver.deliveries(1);
	await change(uid, { summary: 'Second' });
	expect(await latest(setUp, 1)).toMatchObject([
		{
			is_current: true,
			version: 2,
			entry: { summary: 'Second', _version: 3, publish_details: [] },
		},
	]);
});

it('Read Entry gives what was sent of an entry that is gone', async () => {
	const setUp = await listening({ events: ['entryUpdated'], options: { readEntry: true } });
	const { uid } = await article();
	await change(uid, { summary: 'First' });
	await receiver.deliveries(1);
	await service.act('delete-entry', { contentType: 'article', uid });
	expect(await latest(setUp, 1)).toMatchObject([
		{ is_current: false, entry: { summary: 'First' } },
	]);
});

it.each([false, true])(
	'Ignore Own Changes skips saves and publishes by the credential (concise payload: %s)',
	async (concise) => {
		const setUp = await listening({
			events: ['entryUpdated', 'entryPublished'],
			options: { ignoreOwnChanges: true, concise },
		});
		const { uid } = await article();
		const path = `/content_types/article/entries/${uid}`;
		await call(service, 'PUT', path, { entry: { summary: 'By n8n' } });
		expect(await latest(setUp, 1)).toBeUndefined();
		await change(uid, { summary: 'By Ann' });
		expect(await latest(setUp, 2)).toMatchObject([{ event: 'entry_updated' }]);
		await call(service, 'POST', `${path}/publish`, {
			entry: { environments: ['production'], locales: ['en-us'] },
			locale: 'en-us',
		});
		expect(await latest(setUp, 3)).toBeUndefined();
		await service.act('publish-entry', {
			contentType: 'article',
			uid,
			environments: ['production'],
		});
		expect(await latest(setUp, 4)).toMatchObject([{ event: 'entry_published' }]);
	},
);

it('an event of another branch reads the entry there', async () => {
	const setUp = await listening({
		events: ['entryUpdated'],
		filters: { branch: 'develop' },
		options: { readEntry: true, concise: true },
	});
	const { uid } = await service.act<{ uid: string }>('create-entry', {
		contentType: 'campaign',
		branch: 'develop',
		fields: { title: 'On develop' },
	});
	await service.act('save-entry', {
		contentType: 'campaign',
		branch: 'develop',
		uid,
		fields: { kind: 'season' },
	});
	expect(await latest(setUp, 1)).toMatchObject([
		{ branch: 'develop', is_current: true, entry: { kind: 'season' } },
	]);
});

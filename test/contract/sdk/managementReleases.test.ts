import { eventually } from '../../support/eventually';
import { withContentstack } from '../../support/sandbox';
import { managementStack, refusal } from './clients';
import { livePlaces, target } from './livePlaces';

const service = withContentstack();
const stack = () => managementStack(service.connection);
const articles = () => stack().contentType('article').entry();
const create = async (title: string, fields: object = {}) =>
	await articles().create({ entry: { title, url: `/${title}`, ...fields } });

const live = async (uid: string) => await livePlaces(service, uid);

describe('releases', () => {
	it('collects items, deploys them together, and keeps the release', async () => {
		const [first, second] = [await create('release-a'), await create('release-b')];
		const release = await stack()
			.release()
			.create({
				release: { name: 'Spring', description: '', locked: false, archived: false },
			});
		const item = (uid: string) => ({
			uid,
			version: 1,
			locale: 'en-us',
			content_type_uid: 'article',
			action: 'publish' as const,
		});
		await stack()
			.release(release.uid)
			.item()
			.create({ item: item(first.uid) });
		await stack()
			.release(release.uid)
			.item()
			.create({ items: [item(second.uid)] });
		const { items } = await stack().release(release.uid).item().findAll();
		expect(items.map(({ uid }) => uid).sort()).toEqual([first.uid, second.uid].sort());

		const { notice } = await stack()
			.release(release.uid)
			.deploy({ ...target, action: 'publish', scheduledAt: new Date().toISOString() });
		expect(notice).toBe('Release sent successfully for deployment.');
		await eventually(async () => expect(await live(second.uid)).toHaveLength(1));
		await eventually(async () => expect(await live(first.uid)).toHaveLength(1));
	});

	it('gives items back, is cloned, listed and deleted', async () => {
		const entry = await create('release-c');
		const release = await stack()
			.release()
			.create({
				release: { name: 'Summer', description: 'films', locked: false, archived: false },
			});
		const item = {
			uid: entry.uid,
			version: 1,
			locale: 'en-us',
			content_type_uid: 'article',
			action: 'publish' as const,
		};
		const of = (uid: string) => stack().release(uid);
		await of(release.uid).item().create({ item });
		const copy = await of(release.uid).clone({ name: 'Summer again', description: '' });
		await of(release.uid)
			.item()
			.delete({ items: [item] });
		expect((await of(release.uid).item().findAll()).items).toEqual([]);
		expect((await of(copy.uid).item().findAll()).items).toHaveLength(1);
		const { items } = await stack().release().query().find();
		expect(items.map(({ name }) => name)).toEqual(
			expect.arrayContaining(['Summer', 'Summer again']),
		);
		await of(release.uid).delete();
		expect((await refusal(of(release.uid).fetch())).errorCode).toBe(141);
	});
});

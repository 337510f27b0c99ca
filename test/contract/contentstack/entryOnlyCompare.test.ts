import { withContentstack } from '../../support/sandbox';
import { install, run, save } from './runContentstack';

const service = withContentstack();
const compare = { ...save, options: { onlyCompare: true } };
let count = 0;
const newId = () => `compared-${++count}`;

beforeAll(async () => {
	await install(service);
});
const saved = async (fields: object) => {
	const item = { asset_id: newId(), fields: { ...fields } };
	const { json } = await run(service, save, [item]);
	await service.clearLog();
	return { item, entry: json[0] };
};
const writes = async () => await service.calls('write');

it('says that an entry would be created, and creates none', async () => {
	await service.clearLog();
	const { json } = await run(service, compare, [{ asset_id: newId(), fields: { title: 'New' } }]);
	expect(json).toMatchObject([
		{ result: 'would_create', uid: null, version: null, locale: 'en-us', entry: null },
	]);
	expect(json[0]?.changed).toEqual(['title', 'iconik_asset_id']);
	expect(await writes()).toEqual([]);
});

it('says which fields would be updated, and what stands there now', async () => {
	const { item, entry } = await saved({ title: 'Before', width: 1 });
	const { json } = await run(service, compare, [{ ...item, fields: { title: 'After', width: 1 } }]);
	expect(json).toMatchObject([
		{ result: 'would_update', changed: ['title'], uid: entry?.uid, version: 1, updated_by: null },
	]);
	expect(json[0]?.entry).toMatchObject({ title: 'Before' });
	expect(await writes()).toEqual([]);
});

it('says that nothing differs', async () => {
	const { item } = await saved({ title: 'Same' });
	const { json } = await run(service, compare, [item]);
	expect(json).toMatchObject([{ result: 'unchanged', changed: [] }]);
});

it('fails where the save would: a mandatory field is missing, or would be emptied', async () => {
	const missing = await run(service, compare, [{ asset_id: newId(), fields: { width: 1 } }]);
	expect(missing.error?.message).toContain('Title (title) is mandatory');
	const { item } = await saved({ title: 'Full' });
	const emptied = await run(service, compare, [{ ...item, fields: { title: null } }]);
	expect(emptied.error?.message).toContain('Title (title)');
	expect(await writes()).toEqual([]);
});

it('looks all items up together', async () => {
	await service.clearLog();
	const items = Array.from({ length: 50 }, () => ({ asset_id: newId(), fields: { title: 'X' } }));
	const { json } = await run(service, compare, items);
	expect(new Set(json.map(({ result }) => result))).toEqual(new Set(['would_create']));
	const queries = (await service.calls('read')).filter(({ path }) => path.endsWith('/entries'));
	expect(queries).toHaveLength(1);
});

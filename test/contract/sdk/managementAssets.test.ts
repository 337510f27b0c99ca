import { mkdtemp, rm, writeFile } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';
import { eventually } from '../../support/eventually';
import { withContentstack } from '../../support/sandbox';
import { managementStack, refusal } from './clients';

const service = withContentstack();
const stack = () => managementStack(service.connection);
let folder = '';
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'sdk-assets-'));
});
afterAll(async () => await rm(folder, { recursive: true }));

async function file(name: string, text: string): Promise<string> {
	const path = join(folder, name);
	await writeFile(path, text);
	return path;
}

it('uploads a file with its title and tags, and the file is served as it was', async () => {
	const made = await stack()
		.asset()
		.create({
			upload: await file('captions en.vtt', 'WEBVTT'),
			title: 'Captions',
			description: 'English',
			tags: ['captions', 'en'],
		});
	expect(made).toMatchObject({
		title: 'Captions',
		filename: 'captions_en.vtt',
		file_size: '6',
		tags: ['captions', 'en'],
		_version: 1,
	});
	const bytes = await stack()
		.asset()
		.download({ url: String(made.url), responseType: 'arraybuffer' });
	expect(Buffer.from(bytes.data).toString()).toBe('WEBVTT');
});

it('replaces the file, which keeps the uid and changes the address', async () => {
	const made = await stack()
		.asset()
		.create({ upload: await file('a.txt', 'one'), title: 'A' });
	const replaced = await stack()
		.asset(made.uid)
		.replace({ upload: await file('a.txt', 'two!') });
	expect(replaced).toMatchObject({ uid: made.uid, file_size: '4', _version: 2 });
	expect(replaced.url).not.toBe(made.url);
});

it('changes title, description and tags without a file', async () => {
	const made = await stack()
		.asset()
		.create({ upload: await file('b.txt', 'b') });
	Object.assign(made, { title: 'New title', description: 'words', tags: ['x'] });
	await made.update();
	const read = await stack().asset(made.uid).fetch();
	expect(read).toMatchObject({ title: 'New title', description: 'words', tags: ['x'] });
});

it('makes folders, uploads into one and finds what is there', async () => {
	const made = await stack()
		.asset()
		.folder()
		.create({ asset: { name: 'iconik' } });
	const inside = await stack()
		.asset()
		.create({ upload: await file('c.txt', 'c'), parent_uid: made.uid });
	const { items } = await stack()
		.asset()
		.query({ folder: made.uid } as never)
		.find();
	expect(items.map(({ uid }) => uid)).toEqual([inside.uid]);
	const folders = await stack()
		.asset()
		.query({ query: { is_dir: true, name: 'iconik' }, include_folders: true })
		.find();
	expect(folders.items).toMatchObject([{ uid: made.uid, is_dir: true }]);
});

it('publishes and unpublishes an asset', async () => {
	const made = await stack()
		.asset()
		.create({ upload: await file('d.txt', 'd') });
	const publishDetails = { locales: ['en-us'], environments: ['production'] };
	const details = async () =>
		(await stack().asset(made.uid).fetch({ include_publish_details: true }))
			.publish_details as unknown[];
	await stack().asset(made.uid).publish({ publishDetails });
	await eventually(async () => expect(await details()).toHaveLength(1));
	await stack().asset(made.uid).unpublish({ publishDetails });
	await eventually(async () => expect(await details()).toHaveLength(0));
});

it('tells which entries use an asset', async () => {
	const found = await stack()
		.asset()
		.query({ query: { filename: 'hero.png' } })
		.find();
	const { references } = await stack()
		.asset(found.items[0]?.uid ?? '')
		.getReferences();
	expect(references).toMatchObject([{ title: 'Home', content_type_uid: 'page' }]);
});

it('deletes an asset, which then is not found', async () => {
	const made = await stack()
		.asset()
		.create({ upload: await file('e.txt', 'e') });
	await made.delete();
	expect(await refusal(stack().asset(made.uid).fetch())).toMatchObject({
		status: 422,
		errorCode: 145,
	});
});

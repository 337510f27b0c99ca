import type { IDataObject } from 'n8n-workflow';
import { withContentstack } from '../../support/sandbox';
import { install, run } from './runContentstack';

const service = withContentstack({ fresh: 'test' });

const contentTypes = async () =>
	(
		await run(service, {
			resource: 'contentType',
			operation: 'getAll',
			returnAll: true,
		})
	).json as Array<{ uid: string; schema: Array<{ uid: string; schema?: IDataObject[] }> }>;

it('the content type is created once; doing it again writes nothing', async () => {
	const { json } = await install(service);
	expect(json[0]).toMatchObject({ result: 'created', content_type: 'iconik_media' });
	expect(json[0]?.added).toContain('usage_rights');
	await service.clearLog();
	const again = await install(service);
	expect(again.json[0]).toMatchObject({ result: 'unchanged', added: [], conflicting: [] });
	expect(await service.calls('write')).toEqual([]);
});

it('a content type that is there gets the missing fields only and keeps its own', async () => {
	const { json } = await install(service, { contentTypeUid: 'media' });
	expect(json[0]).toMatchObject({ result: 'updated', title: 'Media', already_there: ['title'] });
	const media = (await contentTypes()).find(({ uid }) => uid === 'media');
	const uids = media?.schema.map(({ uid }) => uid) ?? [];
	expect(uids.slice(0, 4)).toEqual(['title', 'video_id', 'caption', 'still']);
	expect(uids).toEqual(expect.arrayContaining(['iconik_asset_id', 'captions', 'iconik_usage']));
});

it('a create whose answer was lost is found and not repeated', async () => {
	await service.faults([
		{ fault: 'reset-after-storing', match: { method: 'POST', path: '*/content_types', times: 1 } },
	]);
	const { json, error } = await install(service);
	expect(error).toBeUndefined();
	expect(json[0]).toMatchObject({ result: 'unchanged' });
	expect((await contentTypes()).filter(({ uid }) => uid === 'iconik_media')).toHaveLength(1);
});

it('a service that answers 404 for what is not there is understood as well', async () => {
	await service.act('choose-behaviour', { notFoundStatus: 404 });
	expect((await install(service)).json[0]).toMatchObject({ result: 'created' });
});

it('a UID that cannot be one is refused before any call', async () => {
	const { error } = await install(service, { contentTypeUid: 'Iconik Media' });
	expect(error?.message).toContain('cannot be the UID');
	expect(await service.calls()).toEqual([]);
});

it('environments are listed', async () => {
	const { json } = await run(service, { resource: 'environment', operation: 'getAll' });
	expect(json.map(({ name }) => name)).toEqual(expect.arrayContaining(['production', 'staging']));
});

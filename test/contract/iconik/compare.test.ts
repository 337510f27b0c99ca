import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { withIconik } from '../../support/sandbox';
import {
	addRightsView,
	addView,
	approvedVideo,
	date,
	indexed,
	ofItem,
	run,
	type NewAsset,
} from './library';

const service = withIconik({ seed: 'empty', fresh: 'test' });

const views: INodeParameters = { metadataViews: ['Editorial'], rightsView: 'Usage rights' };
const parameters: INodeParameters = {
	resource: 'asset',
	operation: 'compare',
	comparedAssetId: '={{ $json.asset_id }}',
	knownVersionId: '={{ $json.version_id }}',
	isUsable: '={{ $json.usable ?? true }}',
	knownFacts: '={{ $json }}',
	...views,
};

let media: NewAsset;

beforeEach(async () => {
	await addView(service, 'Editorial', {
		Description: 'text',
		Campaign: 'string',
		Takes: 'integer',
	});
	await addRightsView(service);
	media = await filmWithRights('Harbour at dawn');
});

async function filmWithRights(title: string): Promise<NewAsset> {
	const made = await approvedVideo(service, title);
	await service.act('update-metadata', {
		asset_id: made.asset_id,
		values: {
			Description: 'Boats leave',
			Takes: 3,
			RightsExpiry: date(400),
			Territories: ['DE', 'AT'],
		},
	});
	await indexed(service);
	return made;
}

/** What a media entry would hold of an asset that is approved. */
const packageOf = async ({ asset_id }: NewAsset): Promise<IDataObject> => {
	const { json } = await run(service, { ...ofItem, ...views }, [{ asset_id }]);
	return json[0] as IDataObject;
};
const compare = async (...known: IDataObject[]) => {
	await indexed(service);
	await service.clearLog();
	const { json, error, output } = await run(service, parameters, known);
	expect(error).toBeUndefined();
	return { json, items: output[0]?.map(({ pairedItem }) => pairedItem) };
};
const differences = async (known: IDataObject) => (await compare(known)).json[0]?.differences;

describe('Asset: Compare', () => {
	it('says nothing of an asset whose media package is known as it is', async () => {
		expect((await compare(await packageOf(media))).json).toEqual([]);
	});

	it('asks once for many assets, and names the item of each that differs', async () => {
		const others = [await filmWithRights('B'), await filmWithRights('C')];
		const known = await Promise.all([media, ...others].map(packageOf));
		await service.act('edit-title', { asset_id: others[0]?.asset_id, title: 'Renamed' });
		const { json, items } = await compare(...known);
		expect(json).toEqual([{ asset_id: others[0]?.asset_id, differences: ['title'], reasons: [] }]);
		expect(items).toEqual([{ item: 1 }]);
		const searches = (await service.calls()).filter(({ path }) => path.includes('/search/'));
		expect(searches).toHaveLength(1);
	});

	it.each<[string, IDataObject, string[]]>([
		['a description', { Description: 'Boats return' }, ['description', 'metadata']],
		['a number', { Takes: 4 }, ['metadata']],
		['a value that was not there', { Campaign: 'Spring' }, ['metadata']],
		['a right', { RightsHolder: 'Halden' }, ['rights']],
		['the order of territories', { Territories: ['AT', 'DE'] }, []],
	])('finds %s changed, though that moves no date', async (_, values, expected) => {
		const known = await packageOf(media);
		await service.act('update-metadata', { asset_id: media.asset_id, values });
		expect((await differences(known)) ?? []).toEqual(expected);
	});

	it('takes dates with a time and lists as text, as other systems keep them', async () => {
		const { rights, ...known } = await packageOf(media);
		const dated = { ...(rights as IDataObject), expires: `${date(400)}T00:00:00.000Z` };
		const metadata = { Description: 'Boats leave', Takes: '3', Campaign: '' };
		expect((await compare({ ...known, rights: dated, metadata })).json).toEqual([]);
	});

	it.each<[string, string, string]>([
		['blocked', 'block', 'The asset is blocked in iconik'],
		['deleted', 'delete-asset', 'The asset was deleted in iconik'],
		['not approved any more', 'revoke-approval', 'No version is approved'],
	])('finds what is %s, and why, once', async (_, action, reason) => {
		const known = await packageOf(media);
		await service.act(action, { asset_id: media.asset_id });
		const { json } = await compare(known);
		expect(json).toMatchObject([{ differences: ['usable'] }]);
		expect(String(json[0]?.reasons)).toContain(reason);
		expect((await compare({ ...known, usable: false })).json).toEqual([]);
	});

	it('finds rights that have ended, and an asset that is usable again', async () => {
		const known = await packageOf(media);
		const end = (days: number) => ({
			asset_id: media.asset_id,
			values: { RightsExpiry: date(days) },
		});
		await service.act('update-metadata', end(-2));
		expect(await differences(known)).toEqual(['usable']);
		await service.act('update-metadata', end(400));
		expect(await differences({ ...known, usable: false })).toEqual(['usable']);
	});

	it('waits with a new version until it is approved', async () => {
		const known = await packageOf(media);
		await service.act('add-version', { asset_id: media.asset_id });
		expect((await compare(known)).json).toEqual([]);
		await service.act('approve', { asset_id: media.asset_id });
		expect(await differences(known)).toEqual(['version']);
	});

	it('finds that an older version that is shown lost its approval', async () => {
		const known = await packageOf(media);
		const { asset_id, version_id } = media;
		await service.act('add-version', { asset_id });
		await service.act('revoke-approval', { asset_id, version_id });
		expect(await differences(known)).toEqual(['usable']);
	});

	it('finds what was purged', async () => {
		const known = await packageOf(media);
		const gone = { ...known, asset_id: '00000000-0000-11ee-8000-000000000000' };
		expect(await differences(gone)).toEqual(['missing']);
	});

	it('passes over an item without an asset', async () => {
		expect((await compare({}, { asset_id: '' })).json).toEqual([]);
	});

	it('says which item has facts that cannot be read', async () => {
		const known = [await packageOf(media), { asset_id: media.asset_id, knownFacts: '[1]' }];
		const { error } = await run(
			service,
			{ ...parameters, knownFacts: '={{ $json.knownFacts ?? $json }}' },
			known,
		);
		expect(error?.message).toContain('Known Facts are not a JSON object');
	});
});

describe('10,000 assets', () => {
	it('are compared with 20 searches', async () => {
		const { asset_ids } = await service.act<{ asset_ids: string[] }>('import-assets', {
			count: 10_000,
		});
		const known = asset_ids.map((asset_id) => ({ asset_id, usable: false }));
		const { json } = await compare(...known);
		expect(json).toEqual([]);
		const calls = await service.calls();
		expect(calls.filter(({ path }) => path.includes('/search/'))).toHaveLength(20);
		expect(calls.length).toBeLessThanOrEqual(23);
	}, 60_000);
});

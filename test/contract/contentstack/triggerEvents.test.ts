import type { IDataObject } from 'n8n-workflow';
import { withContentstack } from '../../support/sandbox';
import {
	nextVersion,
	receive,
	save,
	type SetUp,
	signed,
	signedByHmac,
	webhookUrl,
} from './trigger';

const service = withContentstack();

const on = (events: string[], more: IDataObject = {}): SetUp => ({
	...signedByHmac,
	parameters: { events, ...more } as SetUp['parameters'],
});
const updated = (more: IDataObject = {}) => on(['entryUpdated'], more);
/** What a delivery starts, as the trigger is set up. */
async function started(setUp: SetUp, body: IDataObject, user = '') {
	const { raw, headers } = signed(service, body, { user });
	const { items, response } = await receive(service, raw, headers, setUp);
	expect(response.ended).toBe(false);
	return items;
}

const events = (items: IDataObject[] | undefined) => items?.map(({ event }) => event);

describe('the filters of a delivery', () => {
	it.each([
		[{ contentTypes: ['page'] }, true],
		[{ contentTypes: ['article'] }, false],
		[{ locales: ['en-us', 'de-de'] }, true],
		[{ locales: ['de-de'] }, false],
		[{ branch: 'main' }, true],
		[{ branch: 'develop' }, false],
		[{ environments: ['production'] }, true],
		[{}, true],
	])('%j let a save of a page in English on main pass: %s', async (filters, isPassed) => {
		expect(await started(updated({ filters }), save())).toEqual(
			isPassed ? [expect.objectContaining({ event: 'entry_updated' })] : undefined,
		);
	});

	it('know a branch by its alias', async () => {
		const body = save({}, { branch: { uid: 'main', alias: [{ uid: 'live' }] } });
		expect(await started(updated({ filters: { branch: 'live' } }), body)).toHaveLength(1);
	});

	it('let what is not listened to fall', async () => {
		expect(await started(on(['entryCreated']), save())).toBeUndefined();
	});

	it.each([
		['name', { uid: 'blt1', name: 'production' }],
		['uid', 'looked up'],
	])('know an environment by its %s', async (_, sent) => {
		const { environments } = await service.state<{
			environments: Array<{ uid: string; name: string }>;
		}>();
		const uid = environments.find(({ name }) => name === 'production')?.uid;
		const environment = sent === 'looked up' ? { uid } : sent;
		const publish = () => ({
			...save({ publish_details: {} }, { environment, status: 'success' }),
			event: 'publish',
		});
		const at = (names: string[]) => on(['entryPublished'], { filters: { environments: names } });
		expect(await started(at(['production']), publish())).toMatchObject([
			{ environment: 'production' },
		]);
		expect(await started(at(['staging']), publish())).toBeUndefined();
	});
});

describe('Only Entries with iconik Media', () => {
	const only = (more: IDataObject = {}) => updated({ filters: { onlyWithMedia: true, ...more } });

	it('looks into what the delivery brought', async () => {
		expect(await started(only(), save({ iconik_asset_id: 'a1' }))).toHaveLength(1);
		expect(await started(only(), save({ summary: 'No film' }))).toBeUndefined();
		expect(await started(only({ mediaFields: 'video_id' }), save({ video_id: 'a1' }))).toHaveLength(
			1,
		);
	});

	it('reads the entry when the delivery is concise, and nothing otherwise', async () => {
		const { uid } = await service.act<{ uid: string }>('create-entry', {
			contentType: 'media',
			fields: { title: 'Concise film', video_id: 'a1' },
		});
		const concise = (): IDataObject => ({
			module: 'entry',
			event: 'update',
			data: {
				entry: { uid, title: 'Concise film', locale: 'en-us', _version: nextVersion() },
				content_type: { uid: 'media', title: 'Media' },
			},
		});
		await service.clearLog();
		const wanted = only({ mediaFields: 'video_id' });
		expect(await started(wanted, concise())).toMatchObject([{ is_current: true }]);
		expect(await started(only(), concise())).toBeUndefined();
		expect(await service.calls()).toHaveLength(2);
		await started(updated(), concise());
		expect(await service.calls()).toHaveLength(2);
	});

	it('lets pass what cannot be looked at', async () => {
		const gone = {
			entry: { uid: 'blt00000000000gone0', title: 'x', locale: 'en-us', _version: 1 },
		};
		expect(await started(only(), save({}, gone))).toHaveLength(1);
	});
});

it('keys that begin with $ come out as they are in the entry', async () => {
	const setUp = { ...signedByHmac, parameters: { events: ['entryUpdated'] } };
	const items = await started(setUp, save({ body: { cs$ref: [{ cs$id: 1 }] } }));
	expect(items?.[0]?.entry).toMatchObject({ body: { $ref: [{ $id: 1 }] } });
});

describe('a delivery that is repeated', () => {
	const repeated = () => {
		const body = save();
		return () => signed(service, { ...body, triggered_at: new Date().toISOString() });
	};
	const heard = async (
		{ raw, headers }: ReturnType<typeof signed>,
		answered: number | null,
		setUp = updated(),
	) => events((await receive(service, raw, headers, setUp, answered)).items);

	it('starts nothing when the first was handed over', async () => {
		const next = repeated();
		expect(await heard(next(), 200)).toEqual(['entry_updated']);
		expect(await heard(next(), 200)).toBeUndefined();
	});

	it.each([
		['n8n could not store the execution', 500],
		['the connection broke before the answer', null],
	])('starts again when %s', async (_, answered) => {
		const next = repeated();
		expect(await heard(next(), answered)).toEqual(['entry_updated']);
		expect(await heard(next(), 200)).toEqual(['entry_updated']);
		expect(await heard(next(), 200)).toBeUndefined();
	});

	it('is no repetition in another version, language or node', async () => {
		const body = save();
		const entry = (body.data as IDataObject).entry as IDataObject;
		expect(await started(updated(), body)).toHaveLength(1);
		expect(await started(updated(), save(entry, {}))).toBeUndefined();
		expect(await started(updated(), save({ ...entry, locale: 'de-de' }))).toHaveLength(1);
		expect(await started(updated(), save())).toHaveLength(1);
		const webhookId = 'c0ffee00-0000-4000-8000-000000000000';
		const elsewhere = signed(service, body, { url: webhookUrl(webhookId) });
		expect(await heard(elsewhere, 200, { ...updated(), webhookId })).toEqual(['entry_updated']);
	});
});

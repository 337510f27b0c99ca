import { carriedAssets, type MediaEntries } from '../../../nodes/Contentstack/entries/mediaEntries';
import type { Holder } from '../../../nodes/Contentstack/entries/mediaHolders';
import { placesOf } from '../../../nodes/Contentstack/entries/placements';
import { mediaUses } from '../../../nodes/Contentstack/schema/mediaWalk';
import { field } from './mediaType';

const marks = { contentTypes: ['iconik_media'], fields: ['iconik_asset_id', 'hero.film', 'picks'] };
const ID = '0b7d1c9e-1111-4222-8333-444455556666';
const reference = (uid: string, type = 'iconik_media') => ({ uid, _content_type_uid: type });
const richText = field('body', 'json', { field_metadata: { allow_json_rte: true } });
const uses = (schema: Parameters<typeof mediaUses>[0], values: Record<string, unknown>) =>
	mediaUses(schema, values, marks).map((use) => [
		use.path,
		use.source,
		use.kind === 'asset' ? use.assetId : use.uid,
	]);

describe('media is found', () => {
	it('by its asset ID in a field, with the version that stands beside it', () => {
		const schema = [field('iconik_asset_id', 'text'), field('iconik_version_id', 'text')];
		const values = {
			iconik_asset_id: ` ${ID} `,
			iconik_version_id: 'v3',
			iconik_version_number: 3,
		};
		expect(mediaUses(schema, values, marks)).toEqual([
			{
				kind: 'asset',
				source: 'asset_id_field',
				path: 'iconik_asset_id',
				assetId: ID,
				versionId: 'v3',
				versionNumber: 3,
			},
		]);
	});

	it('by several asset IDs in one text, of which none has the version that stands beside it', () => {
		const schema = [field('iconik_asset_id', 'text'), field('iconik_version_id', 'text')];
		const values = { iconik_asset_id: `${ID}, other`, iconik_version_id: 'v3' };
		expect(mediaUses(schema, values, marks)).toMatchObject([
			{ assetId: ID, versionId: null },
			{ assetId: 'other', versionId: null },
		]);
	});

	it('in a field that only its path names, and in each value of a list', () => {
		const film = field('film', 'text', { multiple: true });
		const hero = field('hero', 'group', { schema: [film] });
		expect(uses([hero, film], { hero: { film: ['a', '', 'b'] }, film: ['c'] })).toEqual([
			['hero.film.0', 'asset_id_field', 'a'],
			['hero.film.2', 'asset_id_field', 'b'],
		]);
	});

	it('through references, alone or in lists, of media content types only', () => {
		const one = field('one', 'reference', {
			reference_to: ['iconik_media'],
			field_metadata: { ref_multiple: false },
		});
		const many = field('many', 'reference', { reference_to: ['iconik_media', 'page'] });
		const old = field('old', 'reference', { reference_to: 'iconik_media' });
		expect(
			uses([one, many, old], {
				one: [reference('m1')],
				many: [reference('p1', 'page'), reference('m2')],
				old: ['m3'],
			}),
		).toEqual([
			['one', 'reference', 'm1'],
			['many.1', 'reference', 'm2'],
			['old.0', 'reference', 'm3'],
		]);
	});

	it('inside groups, global fields, blocks and groups in them, at any depth', () => {
		const media = field('media', 'reference', { reference_to: ['iconik_media'] });
		const schema = [
			field('rows', 'group', {
				multiple: true,
				schema: [field('cell', 'group', { schema: [media] })],
			}),
			field('seo', 'global_field', { reference_to: 'seo', schema: [media] }),
			field('blocks', 'blocks', {
				blocks: [
					{
						uid: 'hero',
						title: 'Hero',
						schema: [field('sides', 'group', { multiple: true, schema: [media, richText] })],
					},
				],
			}),
		];
		const values = {
			rows: [{ cell: {} }, { cell: { media: [reference('m1')] } }],
			seo: { media: [reference('m2')] },
			blocks: [{ quote: {} }, { hero: { sides: [{ media: [reference('m3')] }] } }],
		};
		expect(uses(schema, values)).toEqual([
			['rows.1.cell.media.0', 'reference', 'm1'],
			['seo.media.0', 'reference', 'm2'],
			['blocks.1.hero.sides.0.media.0', 'reference', 'm3'],
		]);
	});

	it('embedded in a rich text, as an entry or as what a picker put there', () => {
		const embedded = (type: string) => ({
			type: 'reference',
			attrs: { type: 'entry', 'entry-uid': 'm1', 'content-type-uid': type },
			children: [{ text: '' }],
		});
		const picked = {
			type: 'iconik',
			attrs: { id: ID, platformUrl: `https://app.iconik.io/asset/${ID}`, 'asset-caption': '' },
			children: [{ text: '' }],
		};
		const body = {
			type: 'doc',
			children: [{ type: 'p', children: [embedded('iconik_media')] }, embedded('page'), picked],
		};
		expect(uses([richText], { body })).toEqual([
			['body', 'rich_text', 'm1'],
			['body', 'rich_text', ID],
		]);
	});
});

describe('what a picker stored', () => {
	const schema = [field('picks', 'json', { extension_uid: 'blt1' }), field('other', 'json')];

	it.each([
		[{ id: ID, version_id: 'v1' }, [['picks', 'picker', ID]]],
		[
			[{ id: 'a' }, { id: 'b' }],
			[
				['picks.0', 'picker', 'a'],
				['picks.1', 'picker', 'b'],
			],
		],
		[
			{ items: [{ id: 'a' }, { asset_id: 'b' }] },
			[
				['picks', 'picker', 'a'],
				['picks', 'picker', 'b'],
			],
		],
		[JSON.stringify([{ iconik_asset_id: 'a' }]), [['picks', 'picker', 'a']]],
		['plain-id', [['picks', 'picker', 'plain-id']]],
		[{ name: 'nothing', tags: ['x'] }, []],
		[null, []],
	])('%j in a field that is named', (picks, expected) => {
		expect(uses(schema, { picks })).toEqual(expected);
	});

	it.each([
		[{ id: 'a', platformUrl: 'https://media.example.com/asset/a' }, ['a']],
		[{ id: 'a', platformUrl: 'https://app.iconik.io/x' }, ['a']],
		[{ iconik_id: 'a' }, ['a']],
		[{ id: ID, name: 'of another system', platformUrl: 'https://dam.example.com/x' }, []],
		['plain-id', []],
	])('%j in any other field', (other, expected) => {
		expect(uses(schema, { other }).map(([, , id]) => id)).toEqual(expected);
	});
});

it('values that do not fit their fields find nothing and break nothing', () => {
	const schema = [
		field('group', 'group', { schema: [field('iconik_asset_id', 'text')] }),
		field('blocks', 'blocks', { blocks: [{ uid: 'hero', title: 'Hero' }] }),
		field('media', 'reference', { reference_to: ['iconik_media'] }),
		richText,
	];
	for (const odd of [undefined, null, 'text', 7, [], [null], {}, [{}], { hero: 3 }])
		expect(uses(schema, { group: odd, blocks: odd, media: odd, body: odd })).toEqual(
			odd === 'text' ? [['media', 'reference', 'text']] : [],
		);
});

describe('media entries', () => {
	const asset = (assetId: string) =>
		({
			kind: 'asset',
			source: 'asset_id_field',
			path: '',
			assetId,
			versionId: null,
			versionNumber: null,
		}) as const;
	const entry = (uid: string) =>
		({ kind: 'entry', source: 'reference', path: '', uid, contentType: 'm' }) as const;
	const known: MediaEntries = new Map([
		['m\nfilm', [asset('a'), entry('list')]],
		['m\nlist', [entry('film'), entry('gone'), entry('list')]],
		['m\nring', [entry('gnir')]],
		['m\ngnir', [entry('ring')]],
		['m\ngone', undefined],
	]);

	it.each([
		['film', ['a']],
		['list', ['a']],
		['ring', []],
		['gone', []],
	])('%s carries %j, in circles too', (uid, assets) => {
		expect(carriedAssets(known, { uid, contentType: 'm' }).map(({ assetId }) => assetId)).toEqual(
			assets,
		);
	});
});

describe('where a version is live', () => {
	const locale = (code: string, fallback: string | null) => ({
		code,
		name: code,
		fallback_locale: fallback,
	});
	const locales = [
		locale('en', null),
		locale('de', 'en'),
		locale('de-at', 'de'),
		locale('fr', 'en'),
	];
	const live = ['en', 'de', 'de-at', 'fr'].map((code) => ({
		environment: 'e',
		locale: code,
		version: 1,
	}));
	const codes = (of: string, own?: string[]) =>
		placesOf({ locale: of, live } as unknown as Holder, own && new Set(own), locales).map(
			(place) => place.locale,
		);

	it('is also where another language falls back to it', () => {
		expect(codes('en', ['en', 'de'])).toEqual(['en', 'fr']);
		expect(codes('de', ['en', 'de'])).toEqual(['de', 'de-at']);
	});

	it('is its own language only when not all versions are known', () => {
		expect(codes('en')).toEqual(['en']);
	});
});

import { changesOf } from '../../../nodes/Contentstack/schema/changes';
import { everything } from './mediaType';

const changes = (current: Record<string, unknown>, wanted: Record<string, unknown>) =>
	changesOf(everything, current, wanted);
const asset = { uid: 'blt9', url: 'https://images/x.jpg', filename: 'x.jpg', file_size: '9' };

describe('what reads differently but says the same is no change', () => {
	it.each([
		['an asset and its UID', { picture: asset }, { picture: 'blt9' }],
		[
			'a resolved reference',
			{ author: [{ uid: 'blt7', _content_type_uid: 'person', title: 'Ann' }] },
			{ author: [{ uid: 'blt7', _content_type_uid: 'person' }] },
		],
		['the same instant', { at: '2026-08-17T08:00:00.000Z' }, { at: '2026-08-17T10:00:00+02:00' }],
		['a day and its midnight', { day: '2026-08-17T00:00:00.000Z' }, { day: '2026-08-17' }],
		['empty and cleared', { title: null, keywords: [] }, { title: '', keywords: [] }],
		['a switch that was cleared to false', { on: false }, { on: null }],
		[
			'item marks of the service',
			{ captions: [{ language: 'de', file: asset, _metadata: { uid: 'cs1' } }] },
			{ captions: [{ language: 'de', file: 'blt9' }] },
		],
		[
			'subfields that are not named',
			{ rights: { status: 'valid', until: '2027-01-01', proof: null } },
			{ rights: { status: 'valid' } },
		],
		[
			'a cleared group that is read with empty subfields',
			{ rights: { status: '', until: null, proof: null } },
			{ rights: {} },
		],
		[
			'rich text with other node UIDs',
			{
				body: {
					type: 'doc',
					uid: 'a',
					children: [{ type: 'p', uid: 'b', children: [{ text: 'x' }] }],
				},
			},
			{
				body: {
					type: 'doc',
					uid: 'c',
					children: [{ type: 'p', uid: 'd', children: [{ text: 'x' }] }],
				},
			},
		],
		[
			'blocks with their marks',
			{ blocks: [{ hero: { head: 'Hi', image: asset, _metadata: { uid: 'cs2' } } }] },
			{ blocks: [{ hero: { head: 'Hi' } }] },
		],
	])('%s', (_what, current, wanted) => {
		expect(changes(current, wanted)).toEqual({});
	});
});

describe('a change', () => {
	it('writes the changed fields only', () => {
		expect(changes({ title: 'Old', size: 1 }, { title: 'New', size: 1 })).toEqual({ title: 'New' });
	});

	it('sets a switch to false that was never set', () => {
		expect(changes({ on: null }, { on: false })).toEqual({ on: false });
	});

	it('carries the rest of a group over, with assets as UIDs', () => {
		const current = { rights: { status: 'valid', until: '2027-01-01', proof: asset } };
		expect(changes(current, { rights: { status: 'expired' } })).toEqual({
			rights: { status: 'expired', until: '2027-01-01', proof: 'blt9' },
		});
	});

	it('clears a subfield by null and keeps the others', () => {
		const current = { rights: { status: 'valid', until: '2027-01-01' } };
		expect(changes(current, { rights: { until: null } })).toEqual({
			rights: { status: 'valid', until: null },
		});
	});

	it('keeps the identity of items that moved, and gives a changed item that of its place', () => {
		const current = {
			captions: [
				{ language: 'de', closed: true, file: asset, _metadata: { uid: 'one' } },
				{ language: 'fr', closed: false, file: null, _metadata: { uid: 'two' } },
			],
		};
		const wanted = {
			captions: [{ language: 'fr' }, { language: 'de', closed: true }, { language: 'en' }],
		};
		expect(changes(current, wanted)).toEqual({
			captions: [
				{ language: 'fr', closed: false, file: null, _metadata: { uid: 'two' } },
				{ language: 'de', closed: true, file: 'blt9', _metadata: { uid: 'one' } },
				{ language: 'en' },
			],
		});
		expect(changes(current, { captions: [{ language: 'es' }, { language: 'fr' }] })).toEqual({
			captions: [
				{ language: 'es', _metadata: { uid: 'one' } },
				{ language: 'fr', closed: false, file: null, _metadata: { uid: 'two' } },
			],
		});
	});

	it('removes items that are not wanted any more', () => {
		const current = { captions: [{ language: 'de' }, { language: 'fr' }] };
		expect(changes(current, { captions: [{ language: 'fr' }] })).toEqual({
			captions: [{ language: 'fr' }],
		});
		expect(changes(current, { captions: [] })).toEqual({ captions: [] });
	});

	it('keeps the identity of a block whose text changed', () => {
		const current = { blocks: [{ hero: { head: 'Hi', image: asset, _metadata: { uid: 'cs2' } } }] };
		expect(changes(current, { blocks: [{ hero: { head: 'Hello' } }] })).toEqual({
			blocks: [{ hero: { head: 'Hello', _metadata: { uid: 'cs2' } } }],
		});
	});
});

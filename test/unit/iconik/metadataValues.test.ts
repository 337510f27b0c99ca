import { asList, asText, choose, flatten } from '../../../nodes/Iconik/media/metadataValues';

describe('flatten', () => {
	it('gives one value as such, several as a list, none as null, and keeps false and zero', () => {
		const values = {
			metadata_values: {
				Campaign: { field_values: [{ value: 'Frühling 🌷' }] },
				Tags: { field_values: [{ value: 'a' }, { value: 'b' }] },
				Cleared: { field_values: [] },
				IsLive: { field_values: [{ value: false }] },
				Count: { field_values: [{ value: 0 }] },
			},
		};
		expect(flatten(values)).toEqual({
			Campaign: 'Frühling 🌷',
			Tags: ['a', 'b'],
			Cleared: null,
			IsLive: false,
			Count: 0,
		});
	});

	it('takes null and absent parts at every depth for nothing', () => {
		expect(flatten(undefined)).toEqual({});
		expect(flatten({ metadata_values: null })).toEqual({});
		const holes = { A: null, B: {}, C: { field_values: null }, D: { field_values: [null, {}] } };
		expect(flatten({ metadata_values: holes })).toEqual({ A: null, B: null, C: null, D: null });
	});
});

describe('choose', () => {
	it('gives every chosen field, an unset one as null, and nothing else', () => {
		expect(choose({ A: 1, B: 2 }, ['B', 'C'])).toEqual({ B: 2, C: null });
	});

	it('gives all when nothing is chosen', () => {
		expect(choose({ A: 1 }, [])).toEqual({ A: 1 });
	});
});

test('a value becomes text or a list whatever its shape', () => {
	expect(asText(['a', 'b'])).toBe('a, b');
	expect(asText('')).toBeNull();
	expect(asList(7)).toEqual(['7']);
	expect(asList(null)).toEqual([]);
});

import { canonicalJson, fingerprint } from '../../../lib/fingerprint';

describe('fingerprint', () => {
	it('is the same whatever the order of keys, at any depth', () => {
		const one = { title: 'A', rights: { starts: '2026-01-01', notes: [{ x: 1, y: 2 }] } };
		const other = { rights: { notes: [{ y: 2, x: 1 }], starts: '2026-01-01' }, title: 'A' };
		expect(fingerprint(one)).toBe(fingerprint(other));
	});

	it('differs when a list is in another order', () => {
		expect(fingerprint({ captions: ['de', 'fr'] })).not.toBe(
			fingerprint({ captions: ['fr', 'de'] }),
		);
	});

	it('leaves out absent keys, but tells null from absent', () => {
		expect(fingerprint({ title: 'A', poster: undefined })).toBe(fingerprint({ title: 'A' }));
		expect(fingerprint({ title: 'A', poster: null })).not.toBe(fingerprint({ title: 'A' }));
	});

	it('tells a number from the text that looks like it', () => {
		expect(fingerprint({ width: 1920 })).not.toBe(fingerprint({ width: '1920' }));
	});

	it('gives 64 hexadecimal digits, also for nothing at all', () => {
		expect(fingerprint(undefined)).toMatch(/^[0-9a-f]{64}$/);
		expect(fingerprint(undefined)).not.toBe(fingerprint(null));
	});

	it('tells apart texts that differ in one emoji or in their Unicode composition', () => {
		const composed = { title: 'Ame\u0301lie 🎬' };
		expect(fingerprint(composed)).not.toBe(fingerprint({ title: 'Ame\u0301lie 🎥' }));
		expect(fingerprint(composed)).not.toBe(fingerprint({ title: 'Am\u00e9lie 🎬' }));
	});

	it('hashes the UTF-8 bytes of the canonical text', () => {
		// printf '{"a":"ü","b":1}' | sha256sum
		expect(fingerprint({ b: 1, a: 'ü' })).toBe(
			'4e7ff4080b1a00acdaf71eb0cdf2d504aa8068bbb375c002eac2df3f064047a7',
		);
	});
});

describe('canonical JSON', () => {
	it('orders keys by code unit, so that no locale decides', () => {
		expect(canonicalJson({ ä: 1, b: 2, B: 3, a: 4, 10: 5, 9: 6 })).toBe(
			'{"9":6,"10":5,"B":3,"a":4,"b":2,"ä":1}',
		);
	});

	it('writes dates as ISO text', () => {
		expect(canonicalJson({ at: new Date(0) })).toBe('{"at":"1970-01-01T00:00:00.000Z"}');
	});

	it('keeps a key named __proto__ as content', () => {
		const hostile = JSON.parse('{"__proto__":{"a":1},"b":2}') as object;
		expect(canonicalJson(hostile)).toBe('{"__proto__":{"a":1},"b":2}');
	});
});

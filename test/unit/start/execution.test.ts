import { readTable } from '../../../sandbox/n8n/execution';

describe('reading stored execution data', () => {
	test('texts inside rows are references, texts that are rows are values', () => {
		const stored = '[{"name":"1","list":"2","count":3,"none":null},"iconik",["1","3",true],"7"]';

		expect(readTable(stored)).toEqual({
			name: 'iconik',
			list: ['iconik', '7', true],
			count: 3,
			none: null,
		});
	});

	test('rows that refer to each other in a circle end', () => {
		const read = readTable('[{"self":"0","name":"1"},"circle"]') as { self: unknown };

		expect(read.self).toBe(read);
	});
});

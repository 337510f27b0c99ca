import { isSameSecret } from '../../../lib/constantTime';

describe('secrets', () => {
	it('are the same only when every character is', () => {
		expect(isSameSecret('päss🔑', 'päss🔑')).toBe(true);
		expect(isSameSecret('päss🔑x', 'päss🔑')).toBe(false);
		expect(isSameSecret('pass🔑', 'päss🔑')).toBe(false);
		expect(isSameSecret('PÄSS🔑', 'päss🔑')).toBe(false);
	});

	it.each([
		['an empty text', ''],
		['an absent header', undefined],
		['a repeated header', ['secret']],
		['null', null],
		['a number', 7],
	])('never match %s', (_name, given) => {
		expect(isSameSecret(given, 'secret')).toBe(false);
	});

	it('that were not set match nothing, not even an empty one', () => {
		expect(isSameSecret('', '')).toBe(false);
		expect(isSameSecret('anything', '')).toBe(false);
	});
});

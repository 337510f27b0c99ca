import { explain, wordsOf } from '../../../nodes/Iconik/transport/errors';

const call = { method: 'GET', path: '/API/assets/v1/assets/a1/' };

describe('wordsOf', () => {
	it('reads both shapes of error bodies', () => {
		expect(wordsOf({ errors: ['Token is invalid'] })).toBe('Token is invalid');
		expect(wordsOf({ errors: { title: 'is required', tags: ['too long', 'not unique'] } })).toBe(
			'title: is required; tags: too long, not unique',
		);
	});

	it('takes only the title of a page that a gateway sends', () => {
		expect(wordsOf('<html><head><title>502 Bad Gateway</title></head><body>…</body></html>')).toBe(
			'502 Bad Gateway',
		);
	});

	it('never repeats the query of an address, which may be signed', () => {
		expect(wordsOf({ errors: ['no access to https://s.example/x.mp4?Signature=abc now'] })).toBe(
			'no access to https://s.example/x.mp4 now',
		);
	});

	it('has no words for an empty or unknown body', () => {
		expect(wordsOf('')).toBe('');
		expect(wordsOf(null)).toBe('');
		expect(wordsOf({ errors: {} })).toBe('');
	});
});

describe('explain', () => {
	it.each([401, 403])('names both causes that a %i can have', (status) => {
		const { description, cause } = explain({
			...call,
			status,
			body: { errors: ['Token is invalid'] },
		});
		expect(description).toContain('App-ID and auth token');
		expect(description).toContain('role');
		expect(description).toContain('Token is invalid');
		expect(cause).toBe('credential-invalid');
	});

	it('names the call and its status', () => {
		expect(explain({ ...call, status: 404 }).description).toContain(
			'GET /API/assets/v1/assets/a1/, answered with 404',
		);
	});

	it('points to the host when something answers that is not iconik', () => {
		const { message, description } = explain({ ...call, status: 200, body: '<html></html>' });
		expect(message).toContain('does not answer like iconik');
		expect(description).toContain('host');
	});

	it('points to the host when there is no such address', () => {
		const { description, cause } = explain({ ...call, networkCode: 'ENOTFOUND' });
		expect(description).toContain('host in the credential');
		expect(cause).toBe('configuration-invalid');
	});

	it('leaves open whether a broken call was carried out', () => {
		expect(explain({ ...call, networkCode: 'ECONNRESET' }).description).toContain('not known');
	});
});

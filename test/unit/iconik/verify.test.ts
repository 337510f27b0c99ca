import { signedHeaders, verifyHeaders } from '../../../nodes/Iconik/webhook/verify';

const url = 'https://n8n.example.com/webhook/3b2f/webhook';
const token = 'the-token-of-the-credential';
const identity = { userId: 'user-1', tenantId: 'tenant-1' };

const received = (changes: Record<string, string> = {}) => ({
	...Object.fromEntries(
		Object.entries(signedHeaders(token, url, identity)).map(([name, value]) => [
			name.toLowerCase(),
			value,
		]),
	),
	...changes,
});

describe('verifyHeaders', () => {
	it('knows its own headers again, with nothing stored', () => {
		expect(verifyHeaders(received(), token, [url])).toEqual(identity);
	});

	it('takes those of any of the addresses of the node', () => {
		expect(verifyHeaders(received(), token, ['https://n8n.example.com/other', url])).toEqual(
			identity,
		);
	});

	it.each([
		['another user', { 'x-n8n-iconik-user': 'user-2' }],
		['another tenant', { 'x-n8n-iconik-tenant': 'tenant-2' }],
		['a made-up secret', { 'x-n8n-iconik-secret': 'a'.repeat(64) }],
		['an empty secret', { 'x-n8n-iconik-secret': '' }],
	])('refuses %s', (_, changes) => {
		expect(verifyHeaders(received(changes), token, [url])).toBeUndefined();
	});

	it('refuses the headers of another address or another token', () => {
		expect(verifyHeaders(received(), token, ['https://n8n.example.com/other'])).toBeUndefined();
		expect(verifyHeaders(received(), 'another token', [url])).toBeUndefined();
		expect(verifyHeaders(received(), token, [])).toBeUndefined();
	});

	it('refuses a call without headers', () => {
		expect(verifyHeaders({}, token, [url])).toBeUndefined();
	});

	it('does not show the token', () => {
		expect(JSON.stringify(signedHeaders(token, url, identity))).not.toContain(token);
	});
});

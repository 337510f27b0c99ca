import { constants, createHmac, generateKeyPairSync, sign } from 'crypto';
import {
	isFresh,
	isHmacSigned,
	isRsaSigned,
	ownUser,
	secretHeaders,
	secretMark,
} from '../../../nodes/Contentstack/webhook/verify';

const url = 'https://n8n.example.com/webhook/1/webhook';
const lowerCased = (headers: Record<string, string>) =>
	Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

describe('the secret header', () => {
	const sent = lowerCased(secretHeaders('token', url, 'blt1'));

	it('is known again at any of the addresses of the node, with the user it was made for', () => {
		expect(ownUser(sent, 'token', ['https://n8n.example.com/webhook-test/1', url])).toBe('blt1');
		expect(ownUser(lowerCased(secretHeaders('token', url, '')), 'token', [url])).toBe('');
	});

	it.each([
		['with another token', sent, 'other', url],
		['at another address', sent, 'token', `${url}2`],
		['for another user', { ...sent, 'x-n8n-contentstack-user': 'blt2' }, 'token', url],
		['without a user', { ...sent, 'x-n8n-contentstack-user': '' }, 'token', url],
		['sent twice', { ...sent, 'x-n8n-contentstack-user': ['blt1'] }, 'token', url],
		['without a header', {}, 'token', url],
		['while there is no token', lowerCased(secretHeaders('', url, 'blt1')), '', url],
	])('is not ours %s', (_, headers, key, address) => {
		expect(ownUser(headers, key, [address])).toBeUndefined();
	});

	it('has a mark that changes with token and address, and is no part of it', () => {
		const mark = secretMark('token', url);
		expect(secretMark('token', url)).toBe(mark);
		expect(secretMark('other', url)).not.toBe(mark);
		expect(secretMark('token', `${url}2`)).not.toBe(mark);
		expect(Object.values(secretHeaders('token', url, '')).join()).not.toContain(mark);
	});
});

describe('a signature by RSA', () => {
	const pair = (format: 'pkcs1' | 'spki') =>
		generateKeyPairSync('rsa', {
			modulusLength: 2048,
			publicKeyEncoding: { type: format, format: 'pem' },
			privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
		});
	const { publicKey, privateKey } = pair('pkcs1');
	const raw = Buffer.from('{"title":"Ünïcode 🎬","n":1}');
	const signed = (bytes: Buffer, saltLength = 32, padding = constants.RSA_PKCS1_PSS_PADDING) =>
		`v1=${sign('sha256', bytes, { key: privateKey, padding, saltLength }).toString('base64')}`;

	it('fits the bytes it was made over, with a key of either form', () => {
		expect(isRsaSigned(raw, signed(raw), publicKey)).toBe(true);
		const other = pair('spki');
		const padding = constants.RSA_PKCS1_PSS_PADDING;
		const signature = sign('sha256', raw, { key: other.privateKey, padding, saltLength: 32 });
		expect(isRsaSigned(raw, `v1=${signature.toString('base64')}`, other.publicKey)).toBe(true);
	});

	it('fits the same data in other bytes, as the documentation checks it', () => {
		const spaced = Buffer.from('{ "title": "\\u00dcn\\u00efcode 🎬", "n": 1 }');
		expect(isRsaSigned(spaced, signed(raw), publicKey)).toBe(true);
	});

	it.each([
		['another title', Buffer.from('{"title":"Unicode 🎬","n":1}'), signed(raw), publicKey],
		['another key', raw, signed(raw), pair('pkcs1').publicKey],
		['another salt', raw, signed(raw, 20), publicKey],
		['the old padding', raw, signed(raw, undefined, constants.RSA_PKCS1_PADDING), publicKey],
		['no signature', raw, 'v1=', publicKey],
		['what is no base64', raw, '%%%', publicKey],
		['a key that is none', raw, signed(raw), 'no key'],
	])('does not fit %s', (_, body, header, key) => {
		expect(isRsaSigned(body, header, key)).toBe(false);
	});
});

describe('a signature by HMAC', () => {
	const raw = Buffer.from('{"a":1}');
	const now = Date.parse('2026-03-02T09:00:00Z');
	const seconds = now / 1000;
	const of = (secret: string, time: number | string = seconds) =>
		`v1=${createHmac('sha256', secret).update(`${time}.`).update(raw).digest('hex')}`;

	it('fits when one of several does, in any order', () => {
		expect(isHmacSigned(raw, `t=${seconds},${of('old')},${of('new')}`, 'new', now)).toBe(true);
		expect(isHmacSigned(raw, `${of('new')}, t=${seconds}`, 'new', now)).toBe(true);
	});

	it.each([
		['another secret', `t=${seconds},${of('old')}`, 'new'],
		['another time than was signed', `t=${seconds + 1},${of('new')}`, 'new'],
		['a time six minutes ago', `t=${seconds - 360},${of('new', seconds - 360)}`, 'new'],
		['a time six minutes ahead', `t=${seconds + 360},${of('new', seconds + 360)}`, 'new'],
		['no time', of('new', ''), 'new'],
		['a time that is none', `t=now,${of('new', 'now')}`, 'new'],
		['an empty secret', `t=${seconds},${of('')}`, ''],
		['nothing', '', 'new'],
	])('does not fit %s', (_, header, secret) => {
		expect(isHmacSigned(raw, header, secret, now)).toBe(false);
	});
});

it.each([
	['2026-03-02T09:00:00.000Z', true],
	['2026-03-02T08:55:00.000Z', true],
	['2026-03-02T08:54:59.000Z', false],
	['2026-03-02T09:05:01.000Z', false],
	['yesterday', false],
	[undefined, false],
	[1772442000000, false],
])('a body of %s is fresh at nine: %s', (triggeredAt, isSo) => {
	expect(isFresh(triggeredAt, Date.parse('2026-03-02T09:00:00Z'))).toBe(isSo);
});

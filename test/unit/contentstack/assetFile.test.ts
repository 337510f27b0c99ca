import { filesOf, keyTag, tagsFor } from '../../../nodes/Contentstack/assets/assetFile';
import { multipart } from '../../../nodes/Contentstack/assets/multipart';

const file = { key: 'k', fingerprint: 'f', file_name: 'a.vtt', mime_type: 'text/vtt', text: 'x' };

describe('a list of files', () => {
	it('leaves out what is not there', () => {
		expect(filesOf([null, undefined, file])).toMatchObject([
			{ key: 'k', source: { kind: 'text' } },
		]);
		expect(filesOf(null)).toEqual([]);
		expect(filesOf(JSON.stringify([file]))).toHaveLength(1);
	});

	it('prefers text to an address, and knows when there is neither', () => {
		expect(filesOf([{ ...file, url: 'https://x' }])).toMatchObject([{ source: { kind: 'text' } }]);
		expect(filesOf([{ ...file, text: null, url: 'https://x' }])).toMatchObject([
			{ source: { kind: 'url', url: 'https://x' } },
		]);
		expect(filesOf([{ ...file, text: null, url: null }])).toMatchObject([{ key: 'k' }]);
		expect(filesOf([{ ...file, text: null }])).not.toMatchObject([{ source: expect.anything() }]);
	});

	it.each([['text'], [[{ ...file, key: '' }]], [[7]]])('refuses %j', (value) => {
		expect(filesOf(value)).toEqual(expect.stringContaining('key, fingerprint and file_name'));
	});
});

describe('tags', () => {
	it('hold no comma, which would make two of one', () => {
		expect(keyTag('a,b')).toBe('key:a%2Cb');
	});

	it('keep those of editors and replace ours', () => {
		const [wanted] = filesOf([file]) as [never];
		expect(tagsFor(wanted, ['spring', 'key:k', 'fingerprint:old'])).toEqual([
			'spring',
			'key:k',
			'fingerprint:f',
		]);
	});
});

describe('an upload', () => {
	const bytes = Buffer.from('bytes');
	const upload = (name: string) => {
		const { body, headers } = multipart({ 'asset[tags]': 'a,b' }, 'asset[upload]', {
			name,
			mimeType: 'text/vtt\r\nX-Evil: 1',
			content: { bytes, length: bytes.length },
		});
		return { body: body as Buffer, headers };
	};

	it('announces its exact length', () => {
		const { body, headers } = upload('a.vtt');
		expect(headers['content-length']).toBe(body.length);
	});

	it('lets no name or type break out of its header', () => {
		const text = upload('a"\r\nX-Evil: 1.vtt').body.toString();
		expect(text).not.toMatch(/^X-Evil/m);
		expect(text).toContain('filename="a___X-Evil: 1.vtt"');
	});

	it('gives a name beyond ASCII in both ways', () => {
		expect(upload('Grüße.vtt').body.toString()).toContain(
			`filename="Gr__e.vtt"; filename*=UTF-8''Gr%C3%BC%C3%9Fe.vtt`,
		);
	});
});

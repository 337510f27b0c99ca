import { cdnAddress, isSigned, toFileName } from '../../../nodes/Iconik/media/addresses';

describe('isSigned', () => {
	it.each([
		'https://storage.example/x.mp4?X-Goog-Signature=ab&X-Goog-Expires=300',
		'https://bucket.example/x.mp4?AWSAccessKeyId=A&Signature=b&Expires=1',
		'https://account.example/x.mp4?sv=2020&se=2025-01-01&sig=b',
		'https://app.example/share/?hash=eyJhbGciOi',
	])('knows %s as one that will end', (url) => expect(isSigned(url)).toBe(true));

	it.each(['https://cdn.example/x.mp4', 'https://cdn.example/x.mp4?v=3&size=big', 'no address'])(
		'lets %s pass',
		(url) => expect(isSigned(url)).toBe(false),
	);
});

describe('cdnAddress', () => {
	const values = {
		asset_id: 'a1',
		version_number: 2,
		title: 'Hafen / Köln 🚢.mp4',
		external_id: null,
	};

	it('joins base, path of the location and file name with exactly one slash between them', () => {
		expect(
			cdnAddress('https://cdn.example/', '/videos/', '{asset_id}/v{version_number}.mp4', values),
		).toEqual({ url: 'https://cdn.example/videos/a1/v2.mp4' });
	});

	it('encodes a title with blanks, umlauts, emoji and a slash into one part of the path', () => {
		expect(cdnAddress('https://cdn.example', '', '{title}', values)).toEqual({
			url: 'https://cdn.example/Hafen%20_%20K%C3%B6ln%20%F0%9F%9A%A2.mp4',
		});
	});

	it('names the placeholder that has no value, or that does not exist', () => {
		expect(cdnAddress('https://cdn.example', '', '{external_id}.mp4', values)).toEqual({
			missing: 'external_id',
		});
		expect(cdnAddress('https://cdn.example', '', '{name}.mp4', values)).toEqual({
			missing: 'name',
		});
	});

	it('does not let a path climb above the base', () => {
		expect(cdnAddress('https://cdn.example/media', '../..', 'x.mp4', values)).toEqual({
			url: 'https://cdn.example/media/x.mp4',
		});
	});
});

describe('toFileName', () => {
	it('keeps letters of any script and turns the rest into hyphens', () => {
		expect(toFileName('Über uns: Größe 1/2 (final).mov', 'id')).toBe('Über-uns-Größe-1-2-final');
		expect(toFileName('港の朝', 'id')).toBe('港の朝');
	});

	it('takes the ID where a title has nothing to keep', () => {
		expect(toFileName('🚢🌊', 'id')).toBe('id');
	});
});

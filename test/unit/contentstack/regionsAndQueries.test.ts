import { chunks } from '../../../nodes/Contentstack/entries/find';
import { hostsOf } from '../../../nodes/Contentstack/transport/regions';

describe('hosts of a region', () => {
	it.each([
		[
			'NA',
			'https://api.contentstack.io',
			'https://cdn.contentstack.io',
			'https://app.contentstack.com',
		],
		[
			'GCP_EU',
			'https://gcp-eu-api.contentstack.com',
			'https://gcp-eu-cdn.contentstack.com',
			'https://gcp-eu-app.contentstack.com',
		],
	])('%s', (region, api, cdn, app) => {
		expect(hostsOf({ region })).toEqual({ api, cdn, app });
	});

	it('a custom address is taken with or without /v3 and slashes', () => {
		expect(
			hostsOf({
				region: 'CUSTOM',
				apiUrl: ' https://x.example/v3/ ',
				cdnUrl: 'https://y.example/',
			}),
		).toEqual({ api: 'https://x.example', cdn: 'https://y.example', app: '' });
	});
});

describe('values of one query', () => {
	it('are at most 50', () => {
		const values = Array.from({ length: 120 }, (_, n) => `id-${n}`);
		expect(chunks(values).map(({ length }) => length)).toEqual([50, 50, 20]);
		expect(chunks(values).flat()).toEqual(values);
	});

	it('stay short enough for an address when they are long', () => {
		const values = Array.from({ length: 50 }, (_, n) => `${n}-${'ü'.repeat(60)}`);
		for (const chunk of chunks(values))
			expect(encodeURIComponent(JSON.stringify(chunk)).length).toBeLessThan(6500);
		expect(chunks(values).flat()).toEqual(values);
	});
});

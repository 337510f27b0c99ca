import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { realServices } from '../../../sandbox/start/realCredentials';

const complete = {
	CONTENTSTACK_REGION: 'EU',
	CONTENTSTACK_API_KEY: 'blt1',
	CONTENTSTACK_MANAGEMENT_TOKEN: 'cs1',
	ICONIK_HOST: 'https://eu.iconik.io/',
	ICONIK_APP_ID: 'app',
	ICONIK_AUTH_TOKEN: 'token',
};

describe('real credentials', () => {
	const folder = mkdtempSync(join(tmpdir(), 'env-'));
	const file = join(folder, '.env');
	const write = (values: Record<string, string>) =>
		writeFileSync(
			file,
			Object.entries(values)
				.map(([name, value]) => `${name}=${value}`)
				.join('\n'),
		);

	afterAll(() => rmSync(folder, { recursive: true }));

	test('no file, or the example left empty, means the sandbox', () => {
		expect(realServices(join(folder, 'none'))).toBeUndefined();
		write(Object.fromEntries(Object.keys(complete).map((name) => [name, ''])));
		expect(realServices(file)).toBeUndefined();
	});

	test('a complete file becomes the data of both credentials', () => {
		write(complete);

		expect(realServices(file)).toEqual({
			webhookUrl: undefined,
			credentials: {
				contentstackApi: {
					region: 'EU',
					apiKey: 'blt1',
					managementToken: 'cs1',
					branch: 'main',
					deliveryToken: '',
					environment: '',
					webhookSecret: '',
				},
				iconikApi: { host: 'https://eu.iconik.io', appId: 'app', authToken: 'token' },
			},
		});
	});

	test("an iconik of one's own is a custom host", () => {
		write({ ...complete, ICONIK_HOST: 'https://media.example' });

		expect(realServices(file)?.credentials.iconikApi).toMatchObject({
			host: 'custom',
			customUrl: 'https://media.example',
		});
	});

	test('a half filled file is refused, naming what is missing and no value of it', () => {
		write({ ...complete, ICONIK_AUTH_TOKEN: '', CONTENTSTACK_API_KEY: '' });

		expect(() => realServices(file)).toThrow('has no CONTENTSTACK_API_KEY, ICONIK_AUTH_TOKEN:');
	});

	test('an unknown region is refused with those there are', () => {
		write({ ...complete, CONTENTSTACK_REGION: 'US' });

		expect(() => realServices(file)).toThrow('is one of NA, EU, AU');
	});
});

import { RecordingServer } from '../../support/recordingServer';
import { withContentstack } from '../../support/sandbox';
import { activate, deactivate, type SetUp, webhooks } from './trigger';

const service = withContentstack({ seed: 'empty', fresh: 'test' });
const published: SetUp = { parameters: { events: ['entryPublished'] } };

describe('what cannot be registered is refused with what to do', () => {
	it('an address of this machine, for a Contentstack elsewhere, before anything is asked', async () => {
		const local = {
			...published,
			webhookBaseUrl: 'http://localhost:5678/webhook',
			credential: { region: 'EU' },
		};
		await expect(activate(service, local)).rejects.toMatchObject({
			message: 'Contentstack cannot reach this n8n',
			description: expect.stringContaining('WEBHOOK_URL'),
		});
	});

	it('but not for a Contentstack on the same machine', async () => {
		await activate(service, { ...published, webhookBaseUrl: 'http://localhost:5678/webhook' });
		expect(await webhooks(service)).toHaveLength(1);
	});

	it('more webhooks than a stack may have', async () => {
		const all = Array.from({ length: 100 }, (_, index) => ({
			uid: `w${index}`,
			destinations: [{ target_url: `https://search.example.com/${index}` }],
		}));
		const full = new RecordingServer(({ method, path }) => {
			if (method === 'POST')
				return {
					status: 422,
					body: { error_message: 'Webhook limit reached.', error_code: 141, errors: {} },
				};
			return { body: { webhooks: path.includes('skip=0') ? all : [] } };
		});
		const credential = { apiUrl: await full.listen() };
		const tried = activate(service, { ...published, credential });
		await expect(tried).rejects.toMatchObject({
			message: 'This stack has no room for another webhook',
			description: expect.stringMatching(
				/^It has 100 already\. Delete one .*Settings → Webhooks.*Webhook limit reached\.$/,
			),
		});
		await full.close();
	});

	it.each([
		[{ events: [] }, 'No event is chosen'],
		[{ events: ['customChannel'], channels: ' ' }, 'No custom channel is named'],
	])('%j', async (parameters, message) => {
		await expect(activate(service, { parameters })).rejects.toMatchObject({ message });
	});

	it('a credential that does not say where the signing key is', async () => {
		const nowhere = { ...published, credential: { appUrl: '' } };
		await expect(activate(service, nowhere)).rejects.toMatchObject({
			message: 'The credential has no Web App URL',
		});
	});

	it('a token that may not, in words that say where to look', async () => {
		await service.act('invalidate-token', {});
		await expect(activate(service, published)).rejects.toMatchObject({
			httpCode: '401',
			description: expect.stringContaining('Management Tokens'),
		});
	});

	it('a removal that fails is told, as the webhook would stay behind', async () => {
		await activate(service, published);
		await service.act('invalidate-token', {});
		await expect(deactivate(service, published)).rejects.toMatchObject({ httpCode: '401' });
	});
});

import type { INodeType } from 'n8n-workflow';
import { IconikApi } from '../../../credentials/IconikApi.credentials';
import { IconikTrigger } from '../../../nodes/Iconik/IconikTrigger.node';
import { credentialTest } from '../../support/engine';
import { withIconik } from '../../support/sandbox';
import { node } from './library';

const service = withIconik({ seed: 'empty', fresh: 'test' });

const verdict = async (changes: object = {}, tested: INodeType = node) =>
	await credentialTest({
		credentialType: new IconikApi(),
		data: { ...service.credentials.iconikApi, ...changes } as never,
		node: tested,
	});

describe('the credential test', () => {
	it('is content with a good credential, from either node', async () => {
		expect(await verdict()).toMatchObject({ status: 'OK' });
		expect(await verdict({}, new IconikTrigger())).toMatchObject({ status: 'OK' });
	});

	it.each([
		['a wrong token', { authToken: 'wrong-4711' }, /App-ID and the auth token.*Application Tokens/],
		['a wrong App-ID', { appId: '4711' }, /App-ID.*Application Tokens/],
		['no token', { authToken: '' }, /auth token is missing/],
		['a host that is none', { customUrl: 'iconik' }, /custom URL is not a web address/],
		['a host where nothing is', { customUrl: 'http://127.0.0.1:9' }, /host is wrong/],
	])('names what is wrong with %s', async (_, changes, words) => {
		const { status, message } = await verdict(changes);
		expect(status).toBe('Error');
		expect(message).toMatch(words);
		expect(message).not.toContain('wrong-4711');
	});

	it('names the host when a web page answers', async () => {
		await service.faults([{ fault: 'html', status: 404 }]);
		expect(await verdict()).toMatchObject({
			status: 'Error',
			message: expect.stringContaining('The host is wrong'),
		});
	});
});

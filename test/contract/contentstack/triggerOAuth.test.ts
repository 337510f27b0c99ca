import type { IDataObject } from 'n8n-workflow';
import { ContentstackOAuth2Api } from '../../../credentials/ContentstackOAuth2Api.credentials';
import { secretHeaders } from '../../../nodes/Contentstack/webhook/verify';
import type { CredentialData } from '../../support/credentials';
import { hookContext, webhookContext } from '../../support/engine';
import { withContentstack } from '../../support/sandbox';
import { HMAC_SECRET, node, signed, type, webhooks, webhookUrl } from './trigger';

const TOKEN = 'access-token-of-this-hour';
const service = withContentstack({ seed: 'empty', fresh: 'test' });
const hooks = node.webhookMethods.default;

const setUp = (change: IDataObject = {}) => {
	const stack = service.connection;
	return {
		node,
		type,
		parameters: { authentication: 'oAuth2', events: ['entryDeleted'] },
		credentialTypes: [new ContentstackOAuth2Api()],
		credentials: {
			contentstackOAuth2Api: {
				region: 'CUSTOM',
				apiUrl: stack.baseUrl,
				cdnUrl: stack.cdnUrl,
				appUrl: stack.appUrl,
				apiKey: stack.apiKey,
				branch: 'main',
				appUid: 'app-1',
				clientId: 'client',
				clientSecret: 'client-secret',
				oauthTokenData: { access_token: TOKEN, refresh_token: 'next', token_type: 'Bearer' },
				...change,
			},
		} as CredentialData,
	};
};
beforeEach(
	async () => await service.act('add-token', { kind: 'oauth', name: 'app', secret: TOKEN }),
);

it('an OAuth2 credential registers, and its secret outlives the token of the hour', async () => {
	await hooks.create.call(hookContext(setUp()));
	expect(await webhooks(service)).toHaveLength(1);
	const next = 'access-token-of-the-next-hour';
	await service.act('add-token', { kind: 'oauth', name: 'app', secret: next });
	const later = setUp({ oauthTokenData: { access_token: next, token_type: 'Bearer' } });
	expect(await hooks.checkExists.call(hookContext(later))).toBe(true);
});

it('a delivery is known by the client secret, and by the signing secret of the credential', async () => {
	const { raw, headers } = signed(service, {
		module: 'entry',
		event: 'delete',
		data: { entry: { uid: 'e1' }, content_type: { uid: 'page' } },
	});
	const own = { ...headers, ...secretHeaders('client-secret', webhookUrl(), '') };
	const call = { ...setUp({ webhookSecret: HMAC_SECRET }), body: Buffer.from(raw), headers: own };
	const { workflowData } = await node.webhook.call(webhookContext(call).context);
	expect(workflowData?.[0]).toMatchObject([{ json: { event: 'entry_deleted', entry_uid: 'e1' } }]);
});

it('without any secret nothing is registered, and what to do is told', async () => {
	const open = setUp({ grantType: 'pkce', clientSecret: '' });
	await expect(hooks.create.call(hookContext(open))).rejects.toMatchObject({
		message: 'The credential holds no secret',
		description: expect.stringContaining('client secret'),
	});
	expect(await webhooks(service)).toEqual([]);
});

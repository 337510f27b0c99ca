import type { ICredentialType, IExecuteFunctions, INodeType } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { runNode } from '../support/engine';
import { RecordingServer } from '../support/recordingServer';

const visitorOAuth2Api: ICredentialType = {
	name: 'visitorOAuth2Api',
	displayName: 'Visitor OAuth2 API',
	extends: ['oAuth2Api'],
	properties: [
		{ displayName: 'Origin', name: 'origin', type: 'string', default: '' },
		{ displayName: 'Grant Type', name: 'grantType', type: 'hidden', default: 'authorizationCode' },
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default: '={{$self["origin"]}}/token',
		},
		{ displayName: 'Authentication', name: 'authentication', type: 'hidden', default: 'body' },
	],
};

const visitor: INodeType = {
	description: {
		displayName: 'Visitor',
		name: 'visitor',
		group: ['transform'],
		version: 1,
		description: 'Visits',
		defaults: { name: 'Visitor' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'visitorOAuth2Api', required: true }],
		properties: [],
	},
	async execute(this: IExecuteFunctions) {
		const { origin } = await this.getCredentials<{ origin: string }>('visitorOAuth2Api');
		const url = `${origin}/visit`;
		const json = await this.helpers.httpRequestWithAuthentication.call(this, 'visitorOAuth2Api', {
			url,
		});
		return [[{ json, pairedItem: { item: 0 } }]];
	},
};

const server = new RecordingServer(({ path, headers }) => {
	if (path === '/token')
		return { body: { access_token: 'fresh', refresh_token: 'r2', token_type: 'Bearer' } };
	return headers.authorization === 'Bearer fresh' ? { body: { welcome: true } } : { status: 401 };
});
let origin: string;
beforeAll(async () => {
	origin = await server.listen();
});
beforeEach(() => {
	server.calls.length = 0;
});
afterAll(async () => await server.close());

const visit = async (token: string) => {
	const credentials = {
		visitorOAuth2Api: {
			origin,
			clientId: 'id',
			clientSecret: 'secret',
			oauthTokenData: { access_token: token, refresh_token: 'r1', token_type: 'Bearer' },
		},
	};
	const { output } = await runNode({
		node: visitor,
		type: 'test.visitor',
		credentials,
		credentialTypes: [visitorOAuth2Api],
	});
	return output[0]?.[0]?.json;
};

describe('a credential that extends oAuth2Api', () => {
	it('sends its token', async () => {
		expect(await visit('fresh')).toEqual({ welcome: true });
		expect(server.calls.map(({ path }) => path)).toEqual(['/visit']);
	});

	it('gets a new token when the old one has expired, and goes on with it', async () => {
		expect(await visit('stale')).toEqual({ welcome: true });
		expect(server.calls.map(({ path }) => path)).toEqual(['/visit', '/token', '/visit']);
		expect(server.calls[1]?.body).toContain('refresh_token=r1');
	});
});

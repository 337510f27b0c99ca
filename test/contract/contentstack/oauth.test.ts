import { ContentstackOAuth2Api } from '../../../credentials/ContentstackOAuth2Api.credentials';
import { runNode } from '../../support/engine';
import { RecordingServer } from '../../support/recordingServer';
import { withContentstack } from '../../support/sandbox';
import { node, type } from './runContentstack';

const FRESH = 'fresh-access-token';
const service = withContentstack();
const app = new RecordingServer(({ path }) =>
	path === '/apps-api/token'
		? { body: { access_token: FRESH, refresh_token: 'next', token_type: 'Bearer' } }
		: { status: 404 },
);
let appUrl: string;
beforeAll(async () => {
	appUrl = await app.listen();
	await service.act('add-token', { kind: 'oauth', name: 'app', secret: FRESH });
});
afterAll(async () => await app.close());

const listEnvironments = async (token: string) =>
	await runNode({
		node,
		type,
		parameters: { authentication: 'oAuth2', resource: 'environment', operation: 'getAll' },
		credentialTypes: [new ContentstackOAuth2Api()],
		credentials: {
			contentstackOAuth2Api: {
				...service.credentials.contentstackApi,
				appUrl,
				appUid: 'app-1',
				clientId: 'client',
				clientSecret: 'secret',
				oauthTokenData: { access_token: token, refresh_token: 'now', token_type: 'Bearer' },
			},
		},
		items: [{}],
	});

it('the OAuth2 credential sends its access token as a bearer', async () => {
	const { output, error } = await listEnvironments(FRESH);
	expect(error).toBeUndefined();
	expect(output[0]?.map(({ json }) => json.name)).toContain('production');
});

it('an expired access token is renewed at the web app of the region', async () => {
	const { output, error } = await listEnvironments('stale');
	expect(error).toBeUndefined();
	expect(output[0]).not.toHaveLength(0);
	expect(app.calls.at(-1)?.body).toContain('refresh_token=now');
});

import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';
import {
	apiKeyProperty,
	regionProperties,
	stackProperties,
} from '../nodes/Contentstack/transport/credentialFields';
import { REGIONS } from '../nodes/Contentstack/transport/regions';

const APP_HOSTS = JSON.stringify(
	Object.fromEntries(Object.entries(REGIONS).map(([region, { app }]) => [region, app])),
);

/** n8n expression for the web app's origin: tokens are asked for and given out there, in each region its own. */
const APP_ORIGIN = `(${APP_HOSTS}[$self["region"]] || $self["appUrl"].replace(/\\/+$/, ""))`;

const SCOPES = [
	'cm.entries.management:read',
	'cm.entries.management:write',
	'cm.entry:read',
	'cm.entry:write',
	'cm.entry:publish',
	'cm.entry:unpublish',
	'cm.entry.workflow:write',
	'cm.assets.management:read',
	'cm.assets.management:write',
	'cm.asset:read',
	'cm.asset:publish',
	'cm.asset:unpublish',
	'cm.content-types.management:read',
	'cm.content-types.management:write',
	'cm.stacks.management:read',
	'cm.webhooks.management:read',
	'cm.webhooks.management:write',
	'cm.workflows.management:read',
];

export class ContentstackOAuth2Api implements ICredentialType {
	name = 'contentstackOAuth2Api';

	displayName = 'Contentstack OAuth2 API';

	extends = ['oAuth2Api'];

	icon: Icon = {
		light: 'file:../icons/contentstack.svg',
		dark: 'file:../icons/contentstack.dark.svg',
	};

	documentationUrl =
		'https://www.contentstack.com/docs/developers/developer-hub/contentstack-oauth';

	properties: INodeProperties[] = [
		{
			displayName: 'Grant Type',
			name: 'grantType',
			type: 'options',
			options: [
				{ name: 'Authorization Code', value: 'authorizationCode' },
				{ name: 'PKCE', value: 'pkce' },
			],
			default: 'authorizationCode',
			description: 'PKCE needs no client secret, but must be allowed in the app',
		},
		...regionProperties,
		{
			displayName: 'App UID',
			name: 'appUid',
			type: 'string',
			default: '',
			required: true,
			description: 'Found in Developer Hub → your app → Basic Information',
		},
		apiKeyProperty,
		...stackProperties,
		{
			displayName: 'Authorization URL',
			name: 'authUrl',
			type: 'hidden',
			default: `={{${APP_ORIGIN} + "/apps/" + $self["appUid"] + "/authorize"}}`,
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default: `={{${APP_ORIGIN} + "/apps-api/token"}}`,
		},
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'string',
			default: SCOPES.join(' '),
			description:
				'The scopes of the app, with a space between each. Each must be enabled in Developer Hub.',
		},
		{
			displayName: 'Auth URI Query Parameters',
			name: 'authQueryParameters',
			type: 'hidden',
			default: '',
		},
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'hidden',
			default: 'body',
		},
	];
}

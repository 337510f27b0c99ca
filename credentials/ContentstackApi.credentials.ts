import type { IAuthenticate, Icon, ICredentialType, INodeProperties } from 'n8n-workflow';
import {
	apiKeyProperty,
	regionProperties,
	stackProperties,
} from '../nodes/Contentstack/transport/credentialFields';

export class ContentstackApi implements ICredentialType {
	name = 'contentstackApi';

	displayName = 'Contentstack API';

	icon: Icon = {
		light: 'file:../icons/contentstack.svg',
		dark: 'file:../icons/contentstack.dark.svg',
	};

	documentationUrl =
		'https://www.contentstack.com/docs/developers/create-tokens/about-management-tokens';

	properties: INodeProperties[] = [
		...regionProperties,
		apiKeyProperty,
		{
			displayName: 'Management Token',
			name: 'managementToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'Found in Settings → Tokens → Management Tokens. It needs read and write access. Changes of restricted workflow stages need the OAuth2 credential instead.',
		},
		...stackProperties,
	];

	/** A function, since n8n would put each header's expression through its expression engine at every call. */
	authenticate: IAuthenticate = async (credentials, options) => ({
		...options,
		headers: {
			...options.headers,
			api_key: credentials.apiKey,
			authorization: credentials.managementToken,
		},
	});
}

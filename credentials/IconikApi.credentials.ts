import type { IAuthenticate, Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

export class IconikApi implements ICredentialType {
	name = 'iconikApi';

	displayName = 'Iconik API';

	icon: Icon = { light: 'file:../icons/iconik.svg', dark: 'file:../icons/iconik.dark.svg' };

	documentationUrl = 'https://app.iconik.io/docs/';

	properties: INodeProperties[] = [
		{
			displayName: 'Host',
			name: 'host',
			type: 'options',
			options: [
				{ name: 'United States (app.iconik.io)', value: 'https://app.iconik.io' },
				{ name: 'Europe (eu.iconik.io)', value: 'https://eu.iconik.io' },
				{ name: 'Custom', value: 'custom' },
			],
			default: 'https://app.iconik.io',
			description: 'The address at which you open iconik in the browser',
		},
		{
			displayName: 'Custom URL',
			name: 'customUrl',
			type: 'string',
			displayOptions: { show: { host: ['custom'] } },
			default: '',
			required: true,
			placeholder: 'e.g. https://media.example.com',
			description: 'The origin of your iconik, without a path',
		},
		{
			displayName: 'App-ID',
			name: 'appId',
			type: 'string',
			default: '',
			required: true,
			description: 'The ID of the application: Admin > Settings > Application Tokens in iconik',
		},
		{
			displayName: 'Auth Token',
			name: 'authToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'A token of that application. It acts with the rights of the user picked for it, so use a user of its own for n8n.',
		},
	];

	/** A function, since n8n would put each header's expression through its expression engine at every call. */
	authenticate: IAuthenticate = async (credentials, options) => ({
		...options,
		headers: {
			...options.headers,
			'App-ID': credentials.appId,
			'Auth-Token': credentials.authToken,
		},
	});
}

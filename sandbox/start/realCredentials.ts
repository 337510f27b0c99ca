import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { PlainError } from '../ports';
import type { CredentialData } from './credentials';

const REQUIRED = [
	'CONTENTSTACK_REGION',
	'CONTENTSTACK_API_KEY',
	'CONTENTSTACK_MANAGEMENT_TOKEN',
	'ICONIK_HOST',
	'ICONIK_APP_ID',
	'ICONIK_AUTH_TOKEN',
];

const REGIONS = ['NA', 'EU', 'AU', 'AZURE_NA', 'AZURE_EU', 'GCP_NA', 'GCP_EU'];
const KNOWN_ICONIK_HOSTS = ['https://app.iconik.io', 'https://eu.iconik.io'];

export interface RealServices {
	credentials: CredentialData;
	/** The public address at which the services reach n8n's webhooks, if there is one. */
	webhookUrl?: string;
}

/**
 * Reads real credentials from a file like `.env.example`.
 * @returns `undefined` when there is no such file or it sets none of them: the sandbox is meant
 * @throws PlainError when some are set and others, without which nothing works, are not
 */
export function realServices(file: string): RealServices | undefined {
	if (!existsSync(file)) return undefined;
	const values = parseEnv(readFileSync(file, 'utf8'));
	const missing = REQUIRED.filter((name) => !values[name]);
	if (missing.length === REQUIRED.length) return undefined;
	if (missing.length > 0)
		throw new PlainError(
			`${file} has no ${missing.join(', ')}: fill it in, or empty the file to use the sandbox.`,
		);
	const text = (name: string) => values[name] ?? '';
	if (!REGIONS.includes(text('CONTENTSTACK_REGION')))
		throw new PlainError(
			`CONTENTSTACK_REGION in ${file} is one of ${REGIONS.join(', ')}, not "${text('CONTENTSTACK_REGION')}".`,
		);
	return {
		webhookUrl: values.WEBHOOK_URL || undefined,
		credentials: {
			contentstackApi: {
				region: text('CONTENTSTACK_REGION'),
				apiKey: text('CONTENTSTACK_API_KEY'),
				managementToken: text('CONTENTSTACK_MANAGEMENT_TOKEN'),
				branch: text('CONTENTSTACK_BRANCH') || 'main',
				deliveryToken: text('CONTENTSTACK_DELIVERY_TOKEN'),
				environment: text('CONTENTSTACK_ENVIRONMENT'),
				webhookSecret: text('CONTENTSTACK_WEBHOOK_SECRET'),
			},
			iconikApi: {
				...iconikHost(text('ICONIK_HOST')),
				appId: text('ICONIK_APP_ID'),
				authToken: text('ICONIK_AUTH_TOKEN'),
			},
		},
	};
}

function iconikHost(origin: string): Record<string, string> {
	const url = origin.replace(/\/+$/, '');
	return KNOWN_ICONIK_HOSTS.includes(url) ? { host: url } : { host: 'custom', customUrl: url };
}

import { type IHookFunctions, NodeOperationError } from 'n8n-workflow';
import { isSame } from '../../../lib/comparison';
import { isLocal } from '../../../lib/localAddress';
import { openStack, type Stack } from '../transport/stack';
import { channelsFor } from './channels';
import { type Choice, readChoice } from './choice';
import { secretKeys } from './secretKey';
import { HEADERS, secretHeaders, secretMark } from './verify';

const LONGEST_NAME = 150;

/** What is read of a webhook. Values of headers and passwords are masked in it. */
export interface Webhook {
	uid: string;
	name?: string;
	destinations?: Array<{ target_url?: string; custom_header?: Array<{ header_name?: string }> }>;
	channels?: string[];
	branches?: string[];
	notifiers?: string[];
	disabled?: boolean;
	concise_payload?: boolean;
	unhealthy?: { state?: boolean };
	created_by?: string;
	updated_by?: string;
}

/** The webhook that the node's parameters ask for. */
export interface Registration {
	stack: Stack;
	url: string;
	name: string;
	channels: string[];
	branches: string[];
	isConcise: boolean;
	/** Whether deliveries must say who registered the webhook. */
	needsUser: boolean;
	/** The whole body; nothing in it was read, because reads are masked. */
	bodyFor(user: string, notifiers?: string[]): { webhook: Record<string, unknown> };
}

export async function desiredRegistration(context: IHookFunctions): Promise<Registration> {
	const url = webhookUrl(context);
	const stack = await openStack.call(context);
	refuseUnreachable(context, url, stack.connection.apiUrl);
	const key = await keyOf(context, stack);
	const choice = readChoice(context);
	const { filters, options } = choice;
	const channels = chosenChannels(context, choice);
	const title = options.title?.trim() || `n8n: ${context.getWorkflow().name ?? 'workflow'}`;
	const name = `${title.slice(0, LONGEST_NAME)} (${secretMark(key, url)})`;
	const branches = [filters.branch || stack.connection.branch || 'main'];
	const isConcise = options.concise === true;
	return {
		stack,
		url,
		name,
		channels,
		branches,
		isConcise,
		needsUser: options.ignoreOwnChanges === true,
		bodyFor: (user, notifiers = []) => ({
			webhook: {
				name,
				destinations: [{ target_url: url, custom_header: customHeaders(key, url, user) }],
				channels,
				branches,
				retry_policy: 'automatic',
				disabled: false,
				concise_payload: isConcise,
				...(notifiers.length > 0 && { notifiers }),
			},
		}),
	};
}

/**
 * Whether a webhook sends what it should and is switched on. Its name tells whether its secret is the present one: the secret itself
 * cannot be read.
 */
export function isFit(webhook: Webhook, wanted: Registration): boolean {
	const { name, channels = [], branches, disabled, concise_payload: isConcise } = webhook;
	const headers = webhook.destinations?.[0]?.custom_header?.map(({ header_name }) => header_name);
	return (
		disabled !== true &&
		webhook.unhealthy?.state !== true &&
		name === wanted.name &&
		isSame([...channels].sort(), wanted.channels) &&
		isSame(branches, wanted.branches) &&
		(isConcise ?? false) === wanted.isConcise &&
		headers?.includes(HEADERS.user) === wanted.needsUser
	);
}

/** The address under which n8n waits for this node's events: that of test runs while one listens. */
export function webhookUrl(context: IHookFunctions): string {
	const url = context.getNodeWebhookUrl('default');
	if (url) return url;
	throw new NodeOperationError(context.getNode(), 'n8n gave this node no webhook address');
}

function customHeaders(key: string, url: string, user: string) {
	return Object.entries(secretHeaders(key, url, user)).map(([header_name, value]) => ({
		header_name,
		value,
	}));
}

function chosenChannels(context: IHookFunctions, choice: Choice): string[] {
	if (choice.events.includes('customChannel') && choice.customChannels.length === 0)
		throw new NodeOperationError(context.getNode(), 'No custom channel is named', {
			description: 'Name the channels in the field Channels, or take Custom Channel out of Events.',
		});
	const channels = channelsFor(choice);
	if (channels.length > 0) return channels;
	throw new NodeOperationError(context.getNode(), 'No event is chosen', {
		description: 'Choose what the workflow shall listen to in the field Events.',
	});
}

async function keyOf(context: IHookFunctions, stack: Stack): Promise<string> {
	const credential = await context.getCredentials(stack.connection.credentialType);
	const { key, webhookSecret } = secretKeys(credential);
	if (!stack.connection.appUrl && !webhookSecret)
		throw new NodeOperationError(context.getNode(), 'The credential has no Web App URL', {
			description: 'The key that deliveries are signed with is found there. Fill it in.',
		});
	if (key) return key;
	throw new NodeOperationError(context.getNode(), 'The credential holds no secret', {
		description:
			'Deliveries are recognised by a secret that is derived from the credential. Use an OAuth2 app with a client secret, fill in the webhook signing secret, or use a management token.',
	});
}

/** Contentstack calls from the internet. Only a service on this very machine can reach an address of this machine. */
function refuseUnreachable(context: IHookFunctions, url: string, apiUrl: string): void {
	if (!isLocal(url) || (URL.canParse(apiUrl) && isLocal(apiUrl))) return;
	throw new NodeOperationError(context.getNode(), 'Contentstack cannot reach this n8n', {
		description: `The webhook address ${url} is one of this machine alone. Set WEBHOOK_URL to an address of n8n that can be reached from the internet, for example that of a tunnel.`,
	});
}

import {
	type ICredentialDataDecryptedObject,
	type ICredentialsDecrypted,
	type ICredentialTestFunctions,
	type INodeCredentialTestResult,
	sleep,
} from 'n8n-workflow';
import { serviceError } from '../transport/failure';
import { hostsOf, type RegionHosts } from '../transport/regions';

const TIMEOUT_MS = 15_000;
const ATTEMPTS = 4;
const PAUSE_MS = 1100;

/** What a call of the test came to; without a status the host did not answer. */
interface Probe {
	status?: number;
	body?: unknown;
	networkCode?: string;
}

type Get = (url: string, headers: Record<string, string>) => Promise<Probe>;

/**
 * Tests the credential and says which of its values is wrong and where to find the right one. The branch, and the delivery token with its
 * environment, are tested when they are given. Whether the token may write cannot be told without writing.
 */
export async function contentstackApiTest(
	this: ICredentialTestFunctions,
	{ data = {} }: ICredentialsDecrypted<ICredentialDataDecryptedObject>,
): Promise<INodeCredentialTestResult> {
	// This context has the older helper only.
	const { request } = this.helpers;
	const getOnce: Get = async (url, headers) => {
		try {
			const { statusCode, body } = (await request({
				method: 'GET',
				url,
				headers,
				json: true,
				simple: false,
				resolveWithFullResponse: true,
				timeout: TIMEOUT_MS,
			})) as { statusCode: number; body: unknown };
			return { status: statusCode, body };
		} catch (error) {
			const { code, cause } = error as { code?: string; cause?: { code?: string } };
			return { networkCode: cause?.code ?? code };
		}
	};
	const get = patient(getOnce);
	const hosts = hostsOf(data);
	const problem =
		(await managementProblem(get, hosts, data)) ?? (await deliveryProblem(get, hosts, data));
	return problem === undefined
		? { status: 'OK', message: 'Connection successful' }
		: { status: 'Error', message: problem };
}

/** Running workflows may have used up this second's calls: that says nothing about the credential. */
function patient(get: Get): Get {
	return async (url, headers) => {
		for (let attempt = 1; ; attempt++) {
			const probe = await get(url, headers);
			if (probe.status !== 429 || attempt >= ATTEMPTS) return probe;
			await sleep(PAUSE_MS);
		}
	};
}

async function managementProblem(
	get: Get,
	{ api }: RegionHosts,
	{ apiKey, managementToken, branch }: ICredentialDataDecryptedObject,
): Promise<string | undefined> {
	if (!/^https?:\/\//.test(api))
		return 'Management API URL: give the whole address, such as https://api.contentstack.io.';
	const url = `${api}/v3/content_types?limit=1`;
	const headers = { api_key: String(apiKey ?? ''), authorization: String(managementToken ?? '') };
	const probe = await get(url, { ...headers, ...(branch ? { branch: String(branch) } : {}) });
	if (isFine(probe)) return undefined;
	const problem = explainManagement(probe, api);
	if (!branch || problem.isSure) return problem.text;
	return isFine(await get(url, headers))
		? `Branch: "${String(branch)}" does not exist in this stack, or the token may not read it. Find the branches in Settings → Branches, and the token's branches in Settings → Tokens → Management Tokens.`
		: problem.text;
}

/** Which value of the credential a refused call points at. Not sure where a wrong branch could be answered in the same way. */
function explainManagement(
	{ status, body, networkCode }: Probe,
	api: string,
): { text: string; isSure: boolean } {
	if (status === undefined)
		return {
			text: `Region: ${api} cannot be reached (${networkCode ?? 'no answer'}). Check the region or the custom API URL, and that this n8n may connect to it.`,
			isSure: true,
		};
	if (typeof body === 'string')
		return {
			text: `Region: ${api} answered with a web page or plain text instead of data (HTTP ${status}), so it is not the API of this stack. The address of the web app tells the region, like eu-app.contentstack.com.`,
			isSure: true,
		};
	const { code, fields, message } = serviceError(body);
	if (fields.api_key || code === 109)
		return {
			text: `Stack API Key: not known at ${api}. Find it in Settings → Stack → API Credentials, and check the region: a stack is known in its own region only.`,
			isSure: true,
		};
	if (status === 401 || status === 403 || code === 105 || fields.authorization)
		return {
			text: 'Management Token: rejected for this stack. Find it in Settings → Tokens → Management Tokens; it may have expired or been deleted.',
			isSure: false,
		};
	return {
		text: `Contentstack refused the call (HTTP ${status}): ${message ?? 'no reason given'}. Check the API key, the management token and the region.`,
		isSure: false,
	};
}

async function deliveryProblem(
	get: Get,
	{ cdn }: RegionHosts,
	{ apiKey, branch, deliveryToken, environment }: ICredentialDataDecryptedObject,
): Promise<string | undefined> {
	if (!deliveryToken && !environment) return undefined;
	if (!deliveryToken || !environment)
		return `${deliveryToken ? 'Environment' : 'Delivery Token'}: missing. The delivery token and its environment belong together (Settings → Tokens → Delivery Tokens).`;
	if (!/^https?:\/\//.test(cdn))
		return 'Delivery API URL: give the whole address, such as https://cdn.contentstack.io.';
	const name = String(environment);
	const probe = await get(`${cdn}/v3/assets?limit=1&environment=${encodeURIComponent(name)}`, {
		api_key: String(apiKey ?? ''),
		access_token: String(deliveryToken),
		...(branch ? { branch: String(branch) } : {}),
	});
	return isFine(probe) ? undefined : explainDelivery(probe, cdn, name);
}

/** Which value of the credential a refused delivery call points at. */
function explainDelivery(
	{ status, body, networkCode }: Probe,
	cdn: string,
	environment: string,
): string {
	if (status === undefined)
		return `Delivery API URL: ${cdn} cannot be reached (${networkCode ?? 'no answer'}). Check the region or the custom URL.`;
	if (typeof body === 'string')
		return `Delivery API URL: ${cdn} answered with a web page or plain text instead of data (HTTP ${status}). Check the region or the custom URL.`;
	const { fields } = serviceError(body);
	if (fields.environment)
		return `Environment: "${environment}" does not exist, or the delivery token is not for it. Find the names in Settings → Environments, and the token's own in Settings → Tokens → Delivery Tokens.`;
	return `Delivery Token: not valid for the environment "${environment}". Find the token and its environment in Settings → Tokens → Delivery Tokens.`;
}

function isFine({ status, body }: Probe): boolean {
	return status === 200 && typeof body === 'object' && body !== null;
}

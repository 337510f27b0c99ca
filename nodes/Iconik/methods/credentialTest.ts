import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { wordsOf } from '../transport/errors';
import { originOf, type IconikCredentials } from '../transport/origin';

const WHERE = 'Find it in iconik under Admin > Settings > Application Tokens.';

interface Answer {
	statusCode: number;
	body: unknown;
}

/** Asks iconik who the token's user is, and says which value of the credential is wrong when it is not told. */
export async function iconikApiTest(
	this: ICredentialTestFunctions,
	{ data }: ICredentialsDecrypted<ICredentialDataDecryptedObject>,
): Promise<INodeCredentialTestResult> {
	const credentials = data as unknown as IconikCredentials;
	const problem = missingValue(credentials) ?? (await refusal(this.helpers, credentials));
	return problem ? { status: 'Error', message: problem } : { status: 'OK', message: 'Connected' };
}

function missingValue(credentials: IconikCredentials): string | undefined {
	if (originOf(credentials) === undefined)
		return 'The custom URL is not a web address. Enter it like https://media.example.com.';
	if (!credentials.appId?.trim()) return `The App-ID is missing. ${WHERE}`;
	if (!credentials.authToken?.trim())
		return 'The auth token is missing. Make one in iconik under Admin > Settings > Application Tokens.';
	return undefined;
}

/** n8n gives credential tests this one way to make a call. */
async function refusal(
	helpers: ICredentialTestFunctions['helpers'],
	credentials: IconikCredentials,
): Promise<string | undefined> {
	const origin = originOf(credentials) as string;
	let answer: Answer;
	try {
		answer = (await helpers.request({
			uri: `${origin}/API/users/v1/users/current/`,
			headers: { 'App-ID': credentials.appId, 'Auth-Token': credentials.authToken },
			json: true,
			simple: false,
			resolveWithFullResponse: true,
			followRedirect: false,
			timeout: 15_000,
		})) as Answer;
	} catch {
		return `The host is wrong or cannot be reached: nothing answers at ${origin}.`;
	}
	return inWords(origin, answer);
}

/** What an answer to the question for the current user says about the credential; nothing when it is good. */
export function inWords(origin: string, { statusCode, body }: Answer): string | undefined {
	const words = wordsOf(body);
	const said = words ? ` (iconik says: ${words})` : '';
	const isUser = typeof body === 'object' && body !== null && 'id' in body;
	if (statusCode >= 200 && statusCode < 300 && isUser) return undefined;
	if (statusCode === 401)
		return `The App-ID and the auth token do not belong together, or the token was revoked, or it is from another iconik than ${origin}${said}. ${WHERE}`;
	if (statusCode === 403)
		return `The token is known, but its user may not use the API: the App-ID belongs to another application, or a role is missing${said}. ${WHERE} Roles are under Admin > Users.`;
	if (statusCode === 429 || statusCode >= 500)
		return `iconik at ${origin} cannot answer at the moment (${statusCode})${said}. Try again later.`;
	return `The host is wrong: ${origin} does not answer like iconik (${statusCode}). Enter the address at which iconik opens in the browser.`;
}

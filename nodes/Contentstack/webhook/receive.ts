import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { BriefMemory } from '../../../lib/briefMemory';
import { isSame } from '../../../lib/comparison';
import { credentialTypeOf, openStack, Stack } from '../transport/stack';
import { environmentsOf } from '../transport/stackLists';
import { authenticate, ownUrls, type Verdict } from './authenticity';
import { type Choice, readChoice } from './choice';
import { type DeliveredEvent, parseBody, toEvent } from './events';
import { isWanted } from './filters';
import { toItem } from './item';
import { look } from './look';
import { type Claim, deliveryKey, DeliveryMemory } from './memory';
import { secretKeys } from './secretKey';
import { isFresh } from './verify';

/** The sender waits, and tries again by itself. */
const ATTEMPTS = 1;

/** Answered with 200 and without an execution: the event is fine, only nobody here wants it. */
const IGNORED: IWebhookResponseData = {};

/**
 * n8n starts an expression engine each time that a webhook reads its credential, which costs as much as all the rest of a delivery. A
 * release is hundreds of deliveries within seconds.
 */
const credentials = new BriefMemory<ICredentialDataDecryptedObject>(5_000);

const memory = new DeliveryMemory(() => Date.now());

/**
 * Takes in one delivery: who sent it, does a filter want it, was it there before. Only then an execution starts. An event is a hint:
 * the same one again, late or out of order does no harm to a workflow that reads how things are now.
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const request = context.getRequestObject();
	if (!request.rawBody) await request.readRawBody();
	const raw = request.rawBody ?? Buffer.alloc(0);
	const choice = readChoice(context);
	const { stack, verdict } = await letIn(context, raw, choice.options.acceptUnsigned === true);
	if (!verdict.isGenuine) return refuse(context, verdict.status, verdict.message);
	const body = parseBody(raw);
	if (!body) return refuse(context, 400, 'The body is not a JSON object');
	const stackKey = body.api_key ?? stack.connection.apiKey;
	if (stackKey !== stack.connection.apiKey)
		return refuse(context, 401, 'This is another stack of Contentstack');
	if (!isFresh(body.triggered_at, Date.now()))
		return refuse(
			context,
			401,
			'The call was made more than five minutes before or after the time of this n8n',
		);

	const event = await withEnvironmentName(stack, toEvent(body), choice);
	if (!isWanted(event, choice)) return IGNORED;
	const user = choice.options.ignoreOwnChanges ? verdict.user : '';
	return await start(context, branchOf(stack, event, choice), event, choice, user);
}

interface Judged {
	stack: Stack;
	verdict: Verdict;
}

/** A credential that was read a moment ago is good enough to let a delivery in, but not to turn it away: it may just have changed. */
async function letIn(
	context: IWebhookFunctions,
	raw: Buffer,
	acceptUnsigned: boolean,
): Promise<Judged> {
	const judge = async (credential: ICredentialDataDecryptedObject): Promise<Judged> => {
		const stack = await openStack.call(context, ATTEMPTS, credential);
		const keys = secretKeys(credential);
		return { stack, verdict: await authenticate(context, stack, keys, raw, acceptUnsigned) };
	};
	const type = credentialTypeOf(context);
	const id = context.getNode().credentials?.[type]?.id ?? '';
	const recent = await credentials.recent(id);
	const known = recent && (await judge(recent));
	if (known?.verdict.isGenuine) return known;
	const current = await credentials.renew(id, async () => await context.getCredentials(type));
	return known && isSame(current, recent) ? known : await judge(current);
}

async function start(
	context: IWebhookFunctions,
	stack: Stack,
	event: DeliveredEvent,
	choice: Choice,
	user: string,
): Promise<IWebhookResponseData> {
	const key = deliveryKey(event);
	// A test run beside the published workflow has a webhook of its own, which tells the same events.
	const node = [context.getMode(), ...ownUrls(context)].join(' ');
	const claim = key && (await memory.claim(`${node} ${key}`));
	if (key && !claim) return IGNORED;
	let item: IDataObject | undefined;
	try {
		const seen = await look(stack, event, choice, user);
		item = seen && toItem(seen, stack.connection, choice.options.simplify !== false);
	} finally {
		if (claim && item) settleWhenAnswered(context, claim);
		else if (claim) claim.settle(false);
	}
	return item ? { workflowData: [context.helpers.returnJsonArray([item])] } : IGNORED;
}

/** n8n answers 200 only when the execution is stored. Without that answer the sender tries again, and must then be heard. */
function settleWhenAnswered(context: IWebhookFunctions, claim: Claim): void {
	const response = context.getResponseObject();
	response.once('close', () => {
		claim.settle(response.writableEnded && response.statusCode < 400);
	});
}

/** A stack for the branch that the event is about; concise deliveries do not name it. */
function branchOf(stack: Stack, event: DeliveredEvent, { filters }: Choice): Stack {
	const branch = event.branches[0] ?? filters.branch;
	if (!branch || branch === stack.connection.branch) return stack;
	return new Stack(stack.context, { ...stack.connection, branch }, ATTEMPTS);
}

/** Some payloads name an environment by its UID only. Where a filter needs the name, the stack knows it. */
async function withEnvironmentName(
	stack: Stack,
	event: DeliveredEvent,
	{ filters }: Choice,
): Promise<DeliveredEvent> {
	const { uid, name } = event.environment;
	if (!filters.environments?.length || name !== null || uid === null) return event;
	const environments = await environmentsOf(stack).catch(() => []);
	const found = environments.find((candidate) => candidate.uid === uid || candidate.name === uid);
	// What cannot be looked up passes.
	const environment = found
		? { uid: found.uid, name: found.name, urls: found.urls ?? [] }
		: { uid: null, name: null, urls: [] };
	return { ...event, environment };
}

/** Answers by itself, so that no execution is recorded for what is not ours. */
function refuse(context: IWebhookFunctions, status: number, message: string): IWebhookResponseData {
	context.getResponseObject().status(status).json({ message });
	return { noWebhookResponse: true };
}

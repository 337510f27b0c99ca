import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { originOf } from '../transport/origin';
import { answerJson, answerPage, answerRefusal } from './answer';
import { credentialsOf } from './credentials';
import { requests } from './limits';
import { pagePolicy } from './pagePolicy';
import { QUESTIONS } from './questions';
import { outOfScope } from './refusal';
import { selectRequest } from './request';
import { readSetUp, type PickerSetUp } from './scope';
import { select } from './select';
import { startServing } from './serving';
import { addressOf, admit, checkSession, open } from './session';

/** Where the page is, below the address that n8n gives the node. */
const PAGE_PATH = 'picker';

/** Answers the page and its questions by itself. Only a selection starts the workflow, whose last node then answers. */
export async function serve(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	try {
		const setUp = readSetUp(context);
		// The node says at which fixed paths it listens, so the last part can only be one of them.
		const name = context.getRequestObject().path.split('/').at(-1) ?? '';
		return name === PAGE_PATH ? await page(context, setUp) : await answer(context, setUp, name);
	} catch (error) {
		return answerRefusal(context, error);
	}
}

/** The page is the same for everybody and holds no secret, so everybody may have it. */
async function page(context: IWebhookFunctions, setUp: PickerSetUp): Promise<IWebhookResponseData> {
	requests.address.count(addressOf(context), Date.now());
	const built = await import('./page');
	const credentials = await credentialsOf(context);
	return answerPage(context, built.pageHtml, pagePolicy(built, setUp, originOf(credentials) ?? ''));
}

async function answer(
	context: IWebhookFunctions,
	setUp: PickerSetUp,
	name: string,
): Promise<IWebhookResponseData> {
	admit(context, setUp);
	if (name === 'session') return answerJson(context, 200, await open(context, setUp));
	const miss = await checkSession(context, setUp);
	const serving = await startServing(context, setUp, miss);
	if (name === 'select') {
		const request = selectRequest(context.getRequestObject().body);
		const selection = await select(serving, request);
		if ('refused' in selection) return answerJson(context, 200, selection.refused);
		return { workflowData: [context.helpers.returnJsonArray(selection.items)] };
	}
	const question = QUESTIONS[name];
	if (!question) throw outOfScope();
	return answerJson(context, 200, await question(serving, context.getQueryData() as never));
}

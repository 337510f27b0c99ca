import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { refusalOf } from './refusal';

const HEADERS: Record<string, string> = {
	'Cache-Control': 'no-store',
	'Referrer-Policy': 'no-referrer',
	'X-Content-Type-Options': 'nosniff',
};

/** Answers by itself, so that no execution is recorded. */
export function answerJson(
	context: IWebhookFunctions,
	status: number,
	body: object,
): IWebhookResponseData {
	const response = start(context, status, {
		'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
		'Cross-Origin-Resource-Policy': 'same-origin',
	});
	response.json(body);
	return { noWebhookResponse: true };
}

export function answerPage(
	context: IWebhookFunctions,
	html: string,
	policy: string,
): IWebhookResponseData {
	const response = start(context, 200, {
		'Content-Type': 'text/html; charset=utf-8',
		'Content-Security-Policy': policy,
	});
	response.send(html);
	return { noWebhookResponse: true };
}

/** A refusal says in one line what to do. What went wrong in detail is for n8n's log alone. */
export function answerRefusal(context: IWebhookFunctions, error: unknown): IWebhookResponseData {
	const refusal = refusalOf(error);
	if (refusal.status >= 500)
		context.logger.warn(`iconik Media Picker: ${(error as Error).message}`, {
			workflowId: context.getWorkflow().id,
		});
	if (refusal.retryAfter !== undefined)
		context.getResponseObject().setHeader('Retry-After', String(refusal.retryAfter));
	return answerJson(context, refusal.status, refusal.body);
}

function start(context: IWebhookFunctions, status: number, headers: Record<string, string>) {
	const response = context.getResponseObject();
	response.status(status);
	for (const [name, value] of Object.entries({ ...HEADERS, ...headers }))
		response.setHeader(name, value);
	return response;
}

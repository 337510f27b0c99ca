import { NodeApiError } from 'n8n-workflow';
import type { PickerRefusal } from '../../../lib/pickerProtocol';

/** The page asked for something that it does not get. Its message is for the editor. */
export class Refusal extends Error {
	constructor(
		readonly status: number,
		readonly code: string,
		message: string,
		readonly retryAfter?: number,
	) {
		super(message);
	}

	get body(): PickerRefusal {
		const { code, message, retryAfter } = this;
		return { code, message, ...(retryAfter !== undefined && { retryAfter }) };
	}
}

export const keyWrong = () =>
	new Refusal(
		401,
		'key_wrong',
		'This field is not allowed to open the picker. Ask whoever looks after it to install the iconik picker again.',
	);

export const sessionExpired = () =>
	new Refusal(401, 'session_expired', 'The session has ended. The picker opens a new one.');

export const originRefused = () =>
	new Refusal(
		403,
		'origin_refused',
		'The picker may not be used from this place. Ask whoever looks after the workflow to add the address of this app to the picker.',
	);

/** The same for what does not exist and for what is elsewhere, so that guessing tells nothing. */
export const outOfScope = () =>
	new Refusal(404, 'out_of_scope', 'This is not in the part of iconik that you can pick from.');

export const badRequest = (message: string) => new Refusal(400, 'bad_request', message);

export const tooMany = (seconds: number) =>
	new Refusal(
		429,
		'too_many',
		`Too many requests from here. Wait ${seconds} seconds and try again.`,
		seconds,
	);

const SLOW_SECONDS = 5;
const DOWN_SECONDS = 15;

/** Why there is no answer, without a word of what iconik or n8n said: that is for the people who run them. */
export function refusalOf(error: unknown): Refusal {
	if (error instanceof Refusal) return error;
	const status = error instanceof NodeApiError ? error.httpCode : undefined;
	if (status === '429')
		return new Refusal(
			503,
			'iconik_slow',
			'iconik is very busy at the moment. Try again in some seconds.',
			SLOW_SECONDS,
		);
	if (status === '401' || status === '403')
		return new Refusal(
			502,
			'iconik_down',
			'iconik does not let n8n in. Ask whoever looks after the workflow to check its iconik credential.',
		);
	if (error instanceof NodeApiError && status === null && /broke before/.test(error.message))
		return new Refusal(
			504,
			'iconik_slow',
			'iconik takes too long to answer. Try again in some seconds.',
			SLOW_SECONDS,
		);
	if (error instanceof NodeApiError)
		return new Refusal(
			502,
			'iconik_down',
			'iconik cannot be reached at the moment. What is in the field already stays as it is. Try again later.',
			DOWN_SECONDS,
		);
	return new Refusal(
		500,
		'iconik_down',
		'The picker could not answer. Ask whoever looks after the workflow to check its settings.',
	);
}

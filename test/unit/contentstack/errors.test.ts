import type { INode } from 'n8n-workflow';
import { toNodeApiError } from '../../../nodes/Contentstack/transport/errors';
import {
	type CallFailure,
	isNotFound,
	isNotUnique,
	mayHaveLanded,
} from '../../../nodes/Contentstack/transport/failure';

const node: INode = {
	id: '1',
	name: 'Contentstack',
	type: 'test',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};
const call = { method: 'PUT', path: '/v3/content_types/film/entries/blt1' };
const error = (failure: Partial<CallFailure>) =>
	toNodeApiError(
		node,
		{ ...call, ...failure },
		{ apiUrl: 'https://eu-api.contentstack.com', secrets: ['cs-secret'] },
	);
const refused = (error_code: number, error_message: string, errors = {}) => ({
	status: 422,
	body: { error_code, error_message, errors },
});

describe('a refused call', () => {
	it('says what the service said, for each field, and what to do', () => {
		const shown = error(refused(119, 'Entry update failed.', { title: ['is not unique.'] }));
		expect(shown.message).toBe('Entry update failed: title is not unique.');
		expect(shown.description).toContain('Change the named values');
		expect(shown.description).toContain(
			'PUT /v3/content_types/film/entries/blt1: HTTP 422, code 119',
		);
		expect(shown.httpCode).toBe('422');
	});

	it.each([
		[refused(109, 'No such stack', { api_key: ['is not valid.'] }), 'Settings → Stack'],
		[{ status: 401, body: { error_code: 105, error_message: 'No' } }, 'Management Tokens'],
		[refused(118, 'Not found'), 'Install iconik Media'],
		[refused(901, 'No branch'), 'Settings → Branches'],
		[{ status: 412, body: { error_code: 366, error_message: 'Refused' } }, 'OAuth2'],
		[{ status: 429, body: { error_message: 'Too many requests' } }, 'allowance'],
	])('%j leads to %s', (failure, advice) => {
		expect(error(failure).description).toContain(advice);
	});

	it('keeps its words although they hold the name of a system fault', () => {
		expect(error(refused(119, 'approvePermissions is wrong')).message).toBe(
			'approvePermissions is wrong',
		);
	});

	it('never shows a secret', () => {
		const shown = error(refused(105, 'The token cs-secret is not valid'));
		expect(`${shown.message} ${shown.description}`).not.toContain('cs-secret');
	});

	it.each([
		['errors as a list', ['x']],
		['errors as text', 'x'],
		['no errors', undefined],
	])('is read with %s', (_what, errors) => {
		expect(error(refused(141, 'Odd', errors as never)).message).toContain('Odd');
	});
});

describe('an answer that is no data', () => {
	it('below 500 points at the region and shows its words without markup', () => {
		const shown = error({ status: 404, body: '<html><h1>Not <b>here</b></h1></html>' });
		expect(shown.message).toBe(
			'Contentstack answered with a web page instead of data (HTTP 404): Not here',
		);
		expect(shown.description).toContain('Check the region');
	});

	it('from 500 on asks for patience', () => {
		const shown = error({ status: 502, body: '<html>Bad Gateway</html>' });
		expect(shown.description).toContain('Try again later');
		expect(shown.failure).toEqual({ cause: 'temporarily-unavailable' });
	});
});

it.each([
	['ENOTFOUND', 'was not found at https://eu-api.contentstack.com'],
	['ECONNABORTED', 'did not answer in time'],
	['ECONNREFUSED', 'could not be reached at https://eu-api.contentstack.com'],
	[undefined, 'could not be reached'],
])('no answer because of %s says so', (networkCode, words) => {
	expect(error({ networkCode }).message).toContain(words);
});

it('a 429 carries how long to wait', () => {
	expect(error({ status: 429, retryAfterMs: 5000 }).failure).toEqual({
		cause: 'rate-limited',
		retryAfterMs: 5000,
	});
});

describe('what a failure means for the caller', () => {
	it('knows a clash on a field', () => {
		const clash = { ...call, ...refused(119, 'x', { id: ['is not unique.'] }) };
		expect(isNotUnique(clash, 'id')).toBe(true);
		expect(isNotUnique(clash, 'title')).toBe(false);
	});

	it('takes both ways of saying that something is not there', () => {
		expect(isNotFound({ ...call, ...refused(118, 'x') })).toBe(true);
		expect(isNotFound({ ...call, status: 404, body: {} })).toBe(true);
		expect(isNotFound({ ...call, ...refused(119, 'x') })).toBe(false);
	});

	it.each([
		[{ status: undefined }, true],
		[{ status: 503 }, true],
		[{ status: 429 }, false],
		[{ status: 422 }, false],
		[{ networkCode: 'ECONNRESET' }, true],
		[{ networkCode: 'ECONNREFUSED' }, false],
		[{ networkCode: 'ENOTFOUND' }, false],
		[{ status: undefined, cancelled: true }, false],
	])('%j may have landed: %s', (failure, landed) => {
		expect(mayHaveLanded({ ...call, ...failure })).toBe(landed);
	});
});

import { specificationFaults } from '../../support/specification/faults';
import { hasSpecifications } from '../../support/specification/openapi';

const id = '6f1c2f6e-8a43-11ee-9e21-0a580a3c0f5c';
const asset = `/API/assets/v1/assets/${id}/`;

const faultsOf = (method: string, url: string, more: object = {}) =>
	specificationFaults({
		method,
		url,
		requestBody: undefined,
		status: 200,
		contentType: 'application/json; charset=utf-8',
		answerBody: {},
		...more,
	});

(hasSpecifications ? describe : describe.skip)("iconik's specification", () => {
	it.each([
		['a path that it has not', 'GET', '/API/assets/v1/nothing/', {}, 'no such call'],
		[
			'a method that a path has not',
			'PATCH',
			'/API/notifications/v1/webhooks/',
			{},
			'no such call',
		],
		['a path without its final slash', 'GET', asset.slice(0, -1), {}, 'no such call'],
		['an unknown parameter', 'GET', `${asset}?depth=3`, {}, 'query / must NOT have.*depth'],
		['a number that is none', 'GET', '/API/assets/v1/assets/?page=x', {}, 'query /page must be'],
		[
			'an unknown member of a body',
			'POST',
			'/API/assets/v1/assets/',
			{ requestBody: { title: 'T', colour: 'red' }, status: 201, answerBody: { title: 'T' } },
			'request / must NOT have.*colour',
		],
		[
			'a member that only answers have',
			'PATCH',
			asset,
			{ requestBody: { title: 'T', id }, answerBody: { title: 'T' } },
			'request / must NOT have.*id',
		],
		[
			'a word that is not in an enumeration',
			'PUT',
			asset,
			{ requestBody: { title: 'T', type: 'FILM' }, answerBody: { title: 'T' } },
			'request /type must be equal to one of.*ASSET',
		],
		[
			'a body where none is taken',
			'POST',
			`${asset}views/`,
			{ requestBody: { a: 1 } },
			'does not take',
		],
		['a missing body', 'POST', '/API/assets/v1/assets/', { status: 201 }, 'request has no body'],
		['a status that is never given', 'GET', asset, { status: 202 }, 'status 202'],
		['a web page', 'GET', asset, { contentType: 'text/html' }, 'is text/html'],
		[
			'an answer with a member of the wrong kind',
			'GET',
			asset,
			{ answerBody: { title: 'T', is_blocked: 'no' } },
			'answer 200 /is_blocked must be boolean',
		],
		[
			'an error body of no known shape',
			'GET',
			asset,
			{ status: 404, answerBody: { errors: 'gone' } },
			'answer 404 /errors must be',
		],
	])('is broken by %s', (_what, method, url, more, fault) => {
		expect(faultsOf(method, url, more).join('\n')).toMatch(new RegExp(fault));
	});

	it.each([
		['a good answer', 'GET', asset, { answerBody: { title: 'T', id, warning: null } }],
		['errors as a list', 'GET', asset, { status: 404, answerBody: { errors: ['gone'] } }],
		['errors by field', 'GET', asset, { status: 404, answerBody: { errors: { id: 'gone' } } }],
		[
			'a malformed request that was refused',
			'POST',
			'/API/assets/v1/assets/',
			{ requestBody: {}, status: 400, answerBody: { errors: { title: 'Missing' } } },
		],
		[
			'a PATCH of some members alone',
			'PATCH',
			asset,
			{ requestBody: { warning: 'x' }, answerBody: { title: 'T' } },
		],
	])('is kept by %s', (_what, method, url, more) => {
		expect(faultsOf(method, url, more)).toEqual([]);
	});
});

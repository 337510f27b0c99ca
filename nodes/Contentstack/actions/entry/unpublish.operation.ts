import type { INodeProperties } from 'n8n-workflow';
import { livePlaces } from '../../entries/entry';
import { calls, namesOf, queue } from '../../entries/publishCalls';
import { liveIn, readEntryIn } from '../../entries/publishPlan';
import {
	assertLocales,
	environmentsOf,
	localesOf,
	resolveEnvironments,
} from '../../transport/stackLists';
import type { ItemOperation } from '../operation';
import { listOf, located } from './locators';

const show = { resource: ['entry'], operation: ['unpublish'] };

export const description: INodeProperties[] = [
	{
		displayName: 'Environment Names or IDs',
		name: 'environments',
		type: 'multiOptions',
		description:
			'Where to take it down, none for everywhere. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		typeOptions: { loadOptionsMethod: 'getEnvironments' },
		default: [],
		displayOptions: { show },
	},
	{
		displayName: 'Locale Names or IDs',
		name: 'locales',
		type: 'multiOptions',
		description:
			'Languages to take down, none for all. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		typeOptions: { loadOptionsMethod: 'getLocales' },
		default: [],
		displayOptions: { show },
	},
];

/** Takes an entry down from the chosen places where it is live. Nothing is written where it is not. */
export const execute: ItemOperation = async function (stack, index) {
	const request = {
		contentTypeUid: located(this, 'contentType', index),
		entryUid: located(this, 'entry', index),
		allowDrafts: false,
		allowOlder: false,
	};
	const wantedEnvironments = listOf(this.getNodeParameter('environments', index, []));
	const wantedLocales = listOf(this.getNodeParameter('locales', index, []));
	if (wantedLocales.length > 0) await assertLocales(stack, wantedLocales);
	const environments =
		wantedEnvironments.length > 0
			? await resolveEnvironments(stack, wantedEnvironments)
			: await environmentsOf(stack);
	const locales = await localesOf(stack);
	const entry = await readEntryIn(stack, request);
	const live = livePlaces(entry);
	const places = environments
		.flatMap((environment) => locales.map(({ code }) => ({ environment, locale: code })))
		.filter(({ locale }) => wantedLocales.length === 0 || wantedLocales.includes(locale))
		.filter(({ environment, locale }) => liveIn(live, environment, locale) !== undefined);
	for (const call of calls(places, () => '')) {
		await queue(stack, 'unpublish', request, call, { locale: call[0]?.locale });
	}
	return {
		result: places.length > 0 ? 'queued' : 'not_live',
		uid: entry.uid,
		content_type: request.contentTypeUid,
		...namesOf(places),
	};
};

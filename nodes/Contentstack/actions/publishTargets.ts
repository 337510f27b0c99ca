import { type IExecuteFunctions, NodeOperationError } from 'n8n-workflow';
import type { Stack } from '../transport/stack';
import {
	assertLocales,
	type Environment,
	environmentsOf,
	localesOf,
	masterLocaleOf,
	resolveEnvironments,
} from '../transport/stackLists';
import { listOf } from './entry/locators';

/** Where something is to go live, and when. */
export interface PublishTargets {
	environments: Environment[];
	locales: string[];
	/** An ISO time; `undefined` for at once. */
	scheduledAt?: string;
	waitUntilDone: boolean;
}

/** What it means to choose no environment or no language. */
interface Nothing {
	environments: 'refused' | 'all';
	locales: 'master' | 'all' | 'none';
}

/** For publishing one thing, for taking one thing down, and for what brings its own languages. */
export const PUBLISH: Nothing = { environments: 'refused', locales: 'master' };
export const UNPUBLISH: Nothing = { environments: 'all', locales: 'all' };
export const OWN_LOCALES: Nothing = { environments: 'refused', locales: 'none' };

/** Reads an item's targets and checks them against the stack before anything is queued. */
export async function readPublishTargets(
	context: IExecuteFunctions,
	stack: Stack,
	index: number,
	nothing: Nothing,
): Promise<PublishTargets> {
	const { scheduledAt, waitUntilDone } = context.getNodeParameter('options', index, {}) as {
		scheduledAt?: string;
		waitUntilDone?: boolean;
	};
	const wanted = listOf(context.getNodeParameter('environments', index, []));
	if (wanted.length === 0 && nothing.environments === 'refused')
		throw new NodeOperationError(context.getNode(), 'No environment is chosen', {
			itemIndex: index,
			description: 'Choose at least one environment.',
		});
	const codes = listOf(context.getNodeParameter('locales', index, []));
	if (codes.length > 0) await assertLocales(stack, codes);
	return {
		environments:
			wanted.length > 0 ? await resolveEnvironments(stack, wanted) : await environmentsOf(stack),
		locales: codes.length > 0 ? codes : await localesMeant(stack, nothing),
		...(scheduledAt && { scheduledAt: isoTime(context, scheduledAt, index) }),
		waitUntilDone: waitUntilDone === true && !scheduledAt,
	};
}

async function localesMeant(stack: Stack, { locales }: Nothing): Promise<string[]> {
	if (locales === 'none') return [];
	if (locales === 'master') return [await masterLocaleOf(stack)];
	return (await localesOf(stack)).map(({ code }) => code);
}

/** A time of a field as ISO text. Throws when it is none. */
export function isoTime(context: IExecuteFunctions, time: string, index: number): string {
	const date = new Date(time);
	if (!Number.isNaN(date.getTime())) return date.toISOString();
	throw new NodeOperationError(context.getNode(), `"${time}" is not a time`, {
		itemIndex: index,
		description: 'Give it like 2027-01-31T12:00:00Z.',
	});
}

import { type IExecuteFunctions, NodeOperationError } from 'n8n-workflow';
import type { ContentItem } from '../../content/contentItem';
import type { Stack } from '../../transport/stack';
import { masterLocaleOf } from '../../transport/stackLists';
import { readContentItem } from '../contentItemFields';
import { savedBy } from '../draftFields';
import { located } from '../entry/locators';
import { OWN_LOCALES, type PublishTargets, readPublishTargets } from '../publishTargets';

/** "Bulk publish": no more environments and no more languages with one call. */
const MOST_PLACES = 10;

/** What one item asks of a bulk call. */
export interface Task {
	index: number;
	/** With an empty UID where a run that only checks is about an entry that is not there yet. */
	item: ContentItem;
	version?: number;
	/** UID of the user whose saves are the workflow's own; `undefined` for whoever created the entry. */
	ownAuthor?: string;
	targets: PublishTargets;
	checksStage: boolean;
	/** Whether what is live is looked at first, so that no draft of anybody else goes live. */
	checksDrafts: boolean;
	onlyCheck: boolean;
}

/** Reads an item's parameters and checks them before anything is queued. */
export async function readTask(
	context: IExecuteFunctions,
	stack: Stack,
	index: number,
	action: 'publish' | 'unpublish',
): Promise<Task> {
	const read = <T>(name: string, fallback: T) =>
		context.getNodeParameter(name, index, fallback) as T;
	const isPublish = action === 'publish';
	const checksDrafts = isPublish && read('whenDraftFound', 'report') === 'report';
	const onlyCheck = checksDrafts && read('onlyCheck', false);
	const item = onlyCheck
		? await readItemToCome(context, stack, index)
		: await readContentItem(context, stack, index);
	const targets = await readPublishTargets(context, stack, index, OWN_LOCALES);
	const { environments, locales } = targets;
	if (environments.length > MOST_PLACES || locales.length > MOST_PLACES)
		throw new NodeOperationError(
			context.getNode(),
			`A bulk call goes to ${MOST_PLACES} environments and ${MOST_PLACES} languages at most`,
			{ itemIndex: index, description: 'Choose fewer, and let another node do the rest.' },
		);
	const version = Number(read('version', 0)) || undefined;
	const ownAuthor = savedBy(context, index, item.uid);
	return {
		index,
		item,
		...(version !== undefined && { version }),
		...(ownAuthor !== undefined && { ownAuthor }),
		targets: { ...targets, locales: locales.length > 0 ? locales : [item.locale] },
		checksStage: read('checkWorkflowStage', true),
		checksDrafts,
		onlyCheck,
	};
}

/** An entry that Create or Update would only create has no UID yet. */
async function readItemToCome(
	context: IExecuteFunctions,
	stack: Stack,
	index: number,
): Promise<ContentItem> {
	const isEntry = context.getNodeParameter('itemType', index, 'entry') !== 'asset';
	const uid = context.getNodeParameter('entry', index, '', { extractValue: true }) as unknown;
	if (!isEntry || String(uid ?? '').trim() !== '')
		return await readContentItem(context, stack, index);
	return {
		contentType: located(context, 'contentType', index),
		uid: '',
		locale: await masterLocaleOf(stack),
	};
}

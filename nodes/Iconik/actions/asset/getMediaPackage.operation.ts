import type { IDataObject } from 'n8n-workflow';
import { sideBySide } from '../../../../lib/batches';
import { DOCUMENT_FIELDS, readMediaPackage } from '../../media/mediaPackage';
import { readDocuments } from '../../media/searchDocuments';
import type { ItemsOperation } from '../operation';
import { readChoices } from './mediaPackage.choices';
import { fields } from './mediaPackage.fields';

export const description = fields;

/** Assets in work at one time: each needs a few calls, and iconik takes about 50 a second. */
const WIDTH = 20;

/** All items share the search for their index documents; each then has its own package or its own error. */
export const execute: ItemsOperation = async function (iconik, count) {
	const indexes = Array.from({ length: count }, (_, index) => index);
	const choices = await sideBySide(
		indexes,
		WIDTH,
		async (index) => await readChoices.call(this, iconik, index),
	);
	const ids = choices.flatMap((choice) => (choice.ok ? [choice.value.assetId] : []));
	const documents = readDocuments(iconik, ids, DOCUMENT_FIELDS);
	// Every item that waits for the documents meets their failure itself.
	documents.catch(() => undefined);
	const context = { iconik, node: this.getNode(), now: Date.now() };
	return await sideBySide(choices, WIDTH, async (choice): Promise<IDataObject> => {
		if (!choice.ok) return await Promise.reject(choice.error);
		const document = documents.then((found) => found.get(choice.value.assetId));
		return { ...(await readMediaPackage({ ...context, document }, choice.value)) };
	});
};

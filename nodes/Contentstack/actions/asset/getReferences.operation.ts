import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { assetPath } from '../../assets/assetView';
import { entryPage } from '../../entries/entry';
import { readList } from '../../transport/paging';
import { located } from '../entry/locators';
import { limitFields, limitOf } from '../limitFields';
import type { ItemOperation } from '../operation';

export const description: INodeProperties[] = limitFields({
	resource: ['asset'],
	operation: ['getReferences'],
});

interface Reference extends IDataObject {
	entry_uid: string;
	content_type_uid: string;
	locale: string;
}

/** Reads which entries use an asset, one row for each language that does. */
export const execute: ItemOperation = async function (stack, index) {
	const uid = located(this, 'asset', index);
	const references = await readList<Reference>(
		stack,
		`${assetPath(uid)}/references`,
		'references',
		{ include_publish_details: true },
		limitOf(this, index),
	);
	return references.map((reference) => ({
		asset_uid: uid,
		...reference,
		cms_url: entryPage(stack.connection, reference.content_type_uid, {
			uid: reference.entry_uid,
			locale: reference.locale,
		}),
	}));
};

import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { type Entry, entryPath, simplifiedEntry } from '../../entries/entry';
import type { ItemOperation } from '../operation';
import { located } from './locators';

const show = { resource: ['entry'], operation: ['get'] };

export const description: INodeProperties[] = [
	{
		displayName: 'Locale Name or ID',
		name: 'locale',
		type: 'options',
		description:
			'Language to read; what is not localized comes from the language that it falls back to. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		typeOptions: { loadOptionsMethod: 'getLocalesOrMaster' },
		default: '',
		displayOptions: { show },
	},
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
		displayOptions: { show },
	},
];

/** Reads one entry by its UID, with where it is live and its workflow stage. */
export const execute: ItemOperation = async function (stack, index) {
	const locale = String(this.getNodeParameter('locale', index, '') ?? '');
	const { entry } = await stack.request<{ entry: Entry }>({
		method: 'GET',
		path: entryPath(located(this, 'contentType', index), located(this, 'entry', index)),
		qs: {
			include_publish_details: true,
			include_workflow: true,
			...(locale && { locale, include_fallback: true }),
		},
	});
	return this.getNodeParameter('simplify', index, true)
		? simplifiedEntry(entry)
		: (entry as IDataObject);
};

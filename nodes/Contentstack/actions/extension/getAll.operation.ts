import type { INodeProperties } from 'n8n-workflow';
import { readList } from '../../transport/paging';
import { limitFields, limitOf, simplifyField } from '../limitFields';
import type { ItemOperation } from '../operation';
import { type Extension, extensionPath, simplifiedExtension } from './extensionView';

const show = { resource: ['extension'], operation: ['getAll'] };

export const description: INodeProperties[] = [
	...limitFields(show),
	{
		displayName: 'Include Those of Apps',
		name: 'includeApps',
		type: 'boolean',
		default: true,
		description: 'Whether to read the extensions that apps of the marketplace brought along, too',
		displayOptions: { show },
	},
	simplifyField(show),
];

/** Reads the custom fields and widgets of the stack. */
export const execute: ItemOperation = async function (stack, index) {
	const withApps = this.getNodeParameter('includeApps', index, true) === true;
	const extensions = await readList<Extension>(
		stack,
		extensionPath(),
		'extensions',
		withApps ? { include_marketplace_extensions: true } : {},
		limitOf(this, index),
	);
	return this.getNodeParameter('simplify', index, true)
		? extensions.map(simplifiedExtension)
		: extensions;
};

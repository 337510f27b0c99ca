import type { INodeProperties } from 'n8n-workflow';
import { uidLocator } from '../uidLocator';
import * as del from './delete.operation';
import * as getAll from './getAll.operation';
import * as installIconikPicker from './installIconikPicker.operation';

export { del, getAll, installIconikPicker };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['extension'] } },
		options: [
			{
				name: 'Delete',
				value: 'delete',
				description:
					'Delete a custom field or widget. Content types that use it can no longer show it. This cannot be undone.',
				action: 'Delete an extension',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				description: 'Read the custom fields and widgets of the stack',
				action: 'Get many extensions',
			},
			{
				name: 'Install Iconik Picker',
				value: 'installIconikPicker',
				description: 'Add the custom field in which editors choose media from iconik',
				action: 'Install the iconik picker',
			},
		],
		default: 'getAll',
	},
	uidLocator({
		name: 'extension',
		displayName: 'Extension',
		show: { resource: ['extension'], operation: ['delete'] },
		search: 'searchExtensions',
		placeholder: 'e.g. blt1a2b3c4d5e6f7081',
		url: {
			regex: 'https?://[^/]+/.*extensions?/([a-zA-Z0-9_]+).*',
			placeholder: 'e.g. https://app.contentstack.com/#!/stack/blt…/settings/extensions/blt…',
		},
	}),
	...getAll.description,
	...installIconikPicker.description,
];

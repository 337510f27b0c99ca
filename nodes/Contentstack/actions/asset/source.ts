import {
	type IDisplayOptions,
	type IExecuteFunctions,
	type INodeProperties,
	NodeOperationError,
} from 'n8n-workflow';
import type { SourceFile } from '../../assets/content';

type Show = NonNullable<IDisplayOptions['show']>;

/** The fields that say where the bytes of one file come from and how it is called. */
export const sourceFields = (show: Show): INodeProperties[] => [
	{
		displayName: 'Source',
		name: 'source',
		type: 'options',
		options: [
			{ name: 'Binary File', value: 'binary', description: 'A file that the item carries' },
			{
				name: 'URL',
				value: 'url',
				description: 'An address that is fetched and passed on without being held in memory',
			},
		],
		default: 'binary',
		displayOptions: { show },
	},
	{
		displayName: 'Input Binary Field',
		name: 'binaryPropertyName',
		type: 'string',
		default: 'data',
		required: true,
		hint: 'The name of the input field containing the file data to be uploaded',
		displayOptions: { show: { ...show, source: ['binary'] } },
	},
	{
		displayName: 'URL',
		name: 'url',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. https://example.com/poster.jpg',
		displayOptions: { show: { ...show, source: ['url'] } },
	},
	{
		displayName: 'File Name',
		name: 'fileName',
		type: 'string',
		default: '',
		placeholder: 'e.g. poster.jpg',
		description: 'What the source says when empty',
		displayOptions: { show },
	},
	{
		displayName: 'MIME Type',
		name: 'mimeType',
		type: 'string',
		default: '',
		placeholder: 'e.g. image/jpeg',
		description: 'What the source says when empty',
		displayOptions: { show },
	},
];

/** The file that an item names. Throws when there is no such file or no name for it. */
export function readSource(context: IExecuteFunctions, index: number): SourceFile {
	const read = (name: string) => String(context.getNodeParameter(name, index, '') ?? '').trim();
	const refuse = (message: string, description: string) =>
		new NodeOperationError(context.getNode(), message, { itemIndex: index, description });
	const mimeType = read('mimeType');
	if (read('source') === 'url') {
		const url = read('url');
		if (!URL.canParse(url))
			throw refuse('This item has no address of a file', 'Check the expression in URL.');
		const fileName = read('fileName') || nameIn(url);
		if (fileName !== '') return { fileName, mimeType, source: { kind: 'url', url } };
		throw refuse(
			'The file has no name',
			'Its address does not tell one: fill in File Name, such as poster.jpg.',
		);
	}
	const property = read('binaryPropertyName');
	const fileName =
		read('fileName') || (context.helpers.assertBinaryData(index, property).fileName ?? '');
	if (fileName !== '') return { fileName, mimeType, source: { kind: 'binary', index, property } };
	throw refuse(
		'The file has no name',
		'The binary data does not tell one: fill in File Name, such as poster.jpg.',
	);
}

function nameIn(url: string): string {
	const last = new URL(url).pathname.split('/').at(-1) ?? '';
	try {
		return decodeURIComponent(last);
	} catch {
		return last;
	}
}

import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { listOf } from '../entry/locators';

/** The language and what is read along with an entry, for these operations. */
export const readFields = (operation: string): INodeProperties[] => {
	const show = { resource: ['publishedContent'], operation: [operation] };
	return [
		{
			displayName: 'Locale Name or ID',
			name: 'locale',
			type: 'options',
			description:
				'Language to read. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
			typeOptions: { loadOptionsMethod: 'getLocalesOrMaster' },
			default: '',
			displayOptions: { show },
		},
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			displayOptions: { show },
			options: [
				{
					displayName: 'Fields',
					name: 'only',
					type: 'string',
					default: '',
					placeholder: 'e.g. title, url, poster',
					description: 'Only these fields, by their UIDs with commas between; all when empty',
				},
				{
					displayName: 'Include Referenced Entries',
					name: 'include',
					type: 'string',
					default: '',
					placeholder: 'e.g. media, blocks.hero.video',
					description: 'Paths of reference fields whose entries are read along',
				},
				{
					displayName: 'Use Fallback Language',
					name: 'fallback',
					type: 'boolean',
					default: true,
					description:
						'Whether an entry that is not published in the language is given in the one it falls back to',
				},
			],
		},
	];
};

/** What these fields add to a call. */
export function readQs(context: IExecuteFunctions, index: number): IDataObject {
	const locale = String(context.getNodeParameter('locale', index, '') ?? '');
	const { only, include, fallback } = context.getNodeParameter('options', index, {}) as {
		only?: unknown;
		include?: unknown;
		fallback?: boolean;
	};
	const [fields, paths] = [listOf(only), listOf(include)];
	return {
		...(locale && { locale }),
		...(fallback !== false && { include_fallback: true }),
		...(fields.length > 0 && { 'only[BASE]': fields }),
		...(paths.length > 0 && { include: paths }),
	};
}

import type { IDisplayOptions, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { assetIdOf, assetLocator } from './assetLocator';
import { collectionIdOf, collectionLocator } from './collectionLocator';

/** The asset or collection that something is about. */
export function objectFields(
	show: NonNullable<IDisplayOptions['show']>,
	{ isOptional }: { isOptional: boolean },
): INodeProperties[] {
	return [
		{
			displayName: 'About',
			name: 'objectType',
			type: 'options',
			options: [
				{ name: 'Asset', value: 'assets' },
				{ name: 'Collection', value: 'collections' },
				...(isOptional ? [{ name: 'Nothing in Particular', value: 'none' }] : []),
			],
			default: 'assets',
			displayOptions: { show },
		},
		{ ...assetLocator, displayOptions: { show: { ...show, objectType: ['assets'] } } },
		{ ...collectionLocator, displayOptions: { show: { ...show, objectType: ['collections'] } } },
	];
}

/** What was chosen; `undefined` for nothing in particular. */
export function locatedObject(
	this: IExecuteFunctions,
	index: number,
): { type: 'assets' | 'collections'; id: string } | undefined {
	const type = this.getNodeParameter('objectType', index, 'assets') as string;
	if (type === 'assets') return { type, id: assetIdOf.call(this, index) };
	if (type === 'collections') return { type, id: collectionIdOf.call(this, index) };
	return undefined;
}

import { NodeOperationError, type INodeProperties } from 'n8n-workflow';
import { toFileName } from '../../media/addresses';
import { readWebVtt, subtitlesOf } from '../../media/subtitles';
import { assetIdOf } from '../assetLocator';
import { locatedId } from '../collectionLocator';
import type { ItemOperation } from '../operation';
import { optionalVersionId } from '../versionLocator';

const show = { resource: ['subtitle'], operation: ['downloadWebvtt'] };

export const description: INodeProperties[] = [
	{
		displayName: 'Language',
		name: 'languageCode',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: 'searchSubtitleLanguages' },
			},
			{ displayName: 'By Code', name: 'id', type: 'string', placeholder: 'e.g. de-DE' },
		],
		displayOptions: { show },
	},
	{
		displayName: 'Closed Captions',
		name: 'closedCaptions',
		type: 'boolean',
		default: false,
		description: 'Whether to take the captions for people who cannot hear, not the subtitles',
		displayOptions: { show },
	},
	{
		displayName: 'Output',
		name: 'output',
		type: 'options',
		options: [
			{ name: 'File', value: 'file', description: 'As binary data' },
			{ name: 'Text', value: 'text', description: 'As a field of the item' },
		],
		default: 'file',
		displayOptions: { show },
	},
	{
		displayName: 'Put Output File in Field',
		name: 'binaryPropertyName',
		type: 'string',
		default: 'data',
		required: true,
		hint: 'The name of the output binary field to put the file in',
		displayOptions: { show: { ...show, output: ['file'] } },
	},
];

export const execute: ItemOperation = async function (iconik, index) {
	const key = {
		assetId: assetIdOf.call(this, index),
		versionId: optionalVersionId.call(this, index),
		language: locatedId.call(this, 'languageCode', index),
		closedCaptions: this.getNodeParameter('closedCaptions', index, false) === true,
	};
	const text = key.language === '' ? undefined : await readWebVtt(iconik, key);
	const kind = key.closedCaptions ? 'closed captions' : 'subtitles';
	if (text === undefined) {
		const there = (await subtitlesOf(iconik, key)).map(
			({ language, closed_captions }) =>
				`${language}${closed_captions ? ' (closed captions)' : ''}`,
		);
		throw new NodeOperationError(
			this.getNode(),
			`The asset has no ${kind} in "${key.language || 'no language'}"`,
			{ description: there.length > 0 ? `There are: ${there.join(', ')}.` : 'It has none at all.' },
		);
	}
	const facts = {
		asset_id: key.assetId,
		version_id: key.versionId || null,
		language: key.language,
		closed_captions: key.closedCaptions,
	};
	if (this.getNodeParameter('output', index, 'file') === 'text') return { ...facts, text };
	const name = toFileName(`${key.assetId}-${key.language}`, 'captions');
	const fileName = `${name}${key.closedCaptions ? '-cc' : ''}.vtt`;
	const binary = await this.helpers.prepareBinaryData(Buffer.from(text), fileName, 'text/vtt');
	const property = this.getNodeParameter('binaryPropertyName', index) as string;
	return { json: facts, binary: { [property]: binary } };
};

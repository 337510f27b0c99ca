import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeProperties,
} from 'n8n-workflow';
import { readWebVtt, subtitlePath, subtitlesOf, type SubtitleKey } from '../../media/subtitles';
import { toWebVtt } from '../../media/webVtt';
import type { IconikClient } from '../../transport/client';
import { ensure } from '../../transport/ensure';
import type { Listed } from '../../transport/paging';
import type { Subtitle } from '../../types';
import { assetIdOf } from '../assetLocator';
import type { ItemOperation } from '../operation';
import { optionalVersionId } from '../versionLocator';

const show = { resource: ['subtitle'], operation: ['upload'] };

export const description: INodeProperties[] = [
	{
		displayName: 'Language Code',
		name: 'language',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. de-DE',
		displayOptions: { show },
	},
	{
		displayName: 'Closed Captions',
		name: 'closedCaptions',
		type: 'boolean',
		default: false,
		description: 'Whether these are captions for people who cannot hear, not subtitles',
		displayOptions: { show },
	},
	{
		displayName: 'Source',
		name: 'source',
		type: 'options',
		options: [
			{ name: 'File', value: 'file', description: 'Binary data of the item' },
			{ name: 'Text', value: 'text' },
		],
		default: 'file',
		description: 'Where the captions are. SubRip (.srt) is turned into WebVTT.',
		displayOptions: { show },
	},
	{
		displayName: 'Input Binary Field',
		name: 'binaryPropertyName',
		type: 'string',
		default: 'data',
		required: true,
		hint: 'The name of the input binary field containing the file to be uploaded',
		displayOptions: { show: { ...show, source: ['file'] } },
	},
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		typeOptions: { rows: 5 },
		default: '',
		required: true,
		placeholder: 'e.g. WEBVTT',
		displayOptions: { show: { ...show, source: ['text'] } },
	},
];

/** Captions that are there already are compared: the same text is not written again, another one replaces it. */
export const execute: ItemOperation = async function (iconik, index) {
	const key: SubtitleKey = {
		assetId: assetIdOf.call(this, index),
		versionId: optionalVersionId.call(this, index),
		language: (this.getNodeParameter('language', index) as string).trim(),
		closedCaptions: this.getNodeParameter('closedCaptions', index, false) === true,
	};
	const content = await textOf.call(this, index);
	const find = async () =>
		(await subtitlesOf(iconik, key)).find(
			({ language, closed_captions }) =>
				language === key.language && (closed_captions === true) === key.closedCaptions,
		);
	const known = await find();
	if (!known) {
		const body = await newSubtitle.call(this, iconik, key, content);
		const path = subtitlePath(key.assetId);
		const made = await ensure(
			find,
			async () => await iconik.request<Subtitle>({ method: 'POST', path, body }),
		);
		return shown(key, made, 'created');
	}
	const present = await readWebVtt(iconik, key);
	if (present !== undefined && toWebVtt(present) === content) return shown(key, known, 'unchanged');
	await iconik.request({
		method: 'PATCH',
		path: `${subtitlePath(key.assetId)}${encodeURIComponent(known.id)}/`,
		body: {
			language: key.language,
			closed_captions: key.closedCaptions,
			...(known.format_id && { format_id: known.format_id }),
			content,
		},
	});
	return shown(key, known, 'updated');
};

function shown(key: SubtitleKey, { id, version_id }: Subtitle, outcome: string): IDataObject {
	return {
		id,
		asset_id: key.assetId,
		version_id: version_id || key.versionId || null,
		language: key.language,
		closed_captions: key.closedCaptions,
		outcome,
	};
}

async function textOf(this: IExecuteFunctions, index: number): Promise<string> {
	let text: string;
	if (this.getNodeParameter('source', index, 'file') === 'text')
		text = this.getNodeParameter('text', index, '') as string;
	else {
		const property = this.getNodeParameter('binaryPropertyName', index) as string;
		text = (await this.helpers.getBinaryDataBuffer(index, property)).toString('utf8');
	}
	const content = toWebVtt(text);
	if (content !== undefined) return content;
	throw new NodeOperationError(this.getNode(), 'These captions are neither WebVTT nor SubRip', {
		description: 'A WebVTT file begins with the word WEBVTT, a SubRip file with the first cue.',
	});
}

interface Format {
	id: string;
	name?: string | null;
}

/** iconik keeps captions with a format of the asset, such as its original. */
async function newSubtitle(
	this: IExecuteFunctions,
	iconik: IconikClient,
	{ assetId, versionId, language, closedCaptions }: SubtitleKey,
	content: string,
): Promise<IDataObject> {
	const path = subtitlePath(assetId, versionId).replace(/subtitles\/$/, 'formats/');
	const { objects } =
		(await iconik.find<Listed<Format>>({ path: path as `/API/${string}/` })) ?? {};
	const format = objects?.find(({ name }) => name === 'ORIGINAL') ?? objects?.[0];
	if (!format)
		throw new NodeOperationError(this.getNode(), 'The asset has no media to put captions to', {
			description: 'Captions need a format of the asset. Upload the media first.',
		});
	return {
		language,
		closed_captions: closedCaptions,
		format_id: format.id,
		name: `${language}${closedCaptions ? '-cc' : ''}.vtt`,
		content,
		...(versionId && { version_id: versionId }),
	};
}

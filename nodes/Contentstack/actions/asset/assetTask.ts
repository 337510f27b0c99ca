import { type IExecuteFunctions, NodeOperationError } from 'n8n-workflow';
import { fingerprint } from '../../../../lib/fingerprint';
import { type AssetFile, filesOf, type Source } from '../../assets/assetFile';
import type { Stack } from '../../transport/stack';
import { assertLocales, masterLocaleOf, resolveEnvironments } from '../../transport/stackLists';
import { listOf } from '../entry/locators';

/** What one item asks of Create or Update. */
export interface AssetTask {
	index: number;
	files: AssetFile[];
	folder: string;
	/** Names or UIDs of the environments to publish to; none for no publishing. */
	environments: string[];
	locales: string[];
}

interface Options {
	folder?: string;
	mimeType?: string;
	publishEnvironments?: unknown;
	publishLocales?: unknown;
}

/** Reads an item's parameters and checks them before anything is uploaded. */
export async function readAssetTask(
	context: IExecuteFunctions,
	stack: Stack,
	index: number,
): Promise<AssetTask> {
	const options = context.getNodeParameter('options', index, {}) as Options;
	const environments = listOf(options.publishEnvironments);
	const wanted = listOf(options.publishLocales);
	await resolveEnvironments(stack, environments);
	if (wanted.length > 0) await assertLocales(stack, wanted);
	return {
		index,
		files: readFiles(context, index, options),
		folder: options.folder ?? '',
		environments,
		locales:
			wanted.length > 0 || environments.length === 0 ? wanted : [await masterLocaleOf(stack)],
	};
}

function readFiles(
	context: IExecuteFunctions,
	index: number,
	{ mimeType = '' }: Options,
): AssetFile[] {
	const read = (name: string) => String(context.getNodeParameter(name, index, '') ?? '').trim();
	const refuse = (message: string, description: string) =>
		new NodeOperationError(context.getNode(), message, { itemIndex: index, description });
	const sourceKind = read('source');
	if (sourceKind === 'files') {
		const files = filesOf(context.getNodeParameter('files', index, []));
		if (typeof files !== 'string') return files;
		throw refuse('Files is not a list of files', files);
	}
	const source = readSource(context, index, sourceKind);
	const [key, fileName, given] = [read('key'), read('fileName'), read('fingerprint')];
	if (key === '' || fileName === '')
		throw refuse(
			`This item has no ${key === '' ? 'key' : 'file name'} for the asset`,
			'The key tells which asset the file is, the file name how it is called there.',
		);
	const content = source?.kind === 'text' ? fingerprint(source.text) : '';
	if (given === '' && content === '')
		throw refuse(
			'This item has no fingerprint for the asset',
			'Without one it cannot be told whether the content changed. Take a version ID, a checksum or a time of change.',
		);
	return [
		{
			key,
			fileName,
			fingerprint: given || content,
			mimeType,
			role: null,
			language: null,
			closedCaptions: false,
			...(source && { source }),
		},
	];
}

function readSource(context: IExecuteFunctions, index: number, kind: string): Source | undefined {
	if (kind === 'binary') {
		const property = context.getNodeParameter('binaryPropertyName', index) as string;
		return { kind, index, property };
	}
	const value = String(context.getNodeParameter(kind, index, '') ?? '');
	if (value === '') return undefined;
	return kind === 'text' ? { kind, text: value } : { kind: 'url', url: value.trim() };
}
